let count = 0;

/** A name for edits that belong together: they are one step of undo. */
export const newGesture = (): string => `inspector-${(count += 1)}`;

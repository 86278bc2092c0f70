/** Measures of the drawing in pixels, as `look/` has them. The canvas draws to the same numbers. */
export const CARD = { width: 224, height: 56 } as const;
export const START_PILL = { width: 66, height: 28 } as const;
/** Where a container's inner path begins: a point on the lower edge of its header. */
export const INNER_START = { width: 8, height: 4 } as const;
export const END_DOT = { width: 12, height: 12 } as const;
/** Line between a last state and its end dot. */
export const END_STUB = 18;

export const CONTAINER = { header: 44, padding: 24, foot: 20, minWidth: 272, minHeight: 132 } as const;
/** Where an empty scope asks for its first state, and the room above it. */
export const DROP_PLACE = { width: CARD.width, height: CARD.height } as const;
export const DROP_PLACE_TOP = 36;

/** A label chip, and what its text has on both sides (padding, border; the icon of a Catch). */
export const CHIP = { height: 20, sides: 16, icon: 15 } as const;

/**
 * Room between two rows of cards. A row of chips in it takes none of its own, so that a label that comes or goes moves no other
 * row; its lower part has room for one line that joins.
 */
export const ROW_GAP = 48;
export const CHIP_GAP = { above: 10, below: 18 } as const;
export const START_GAP = { machine: 28, branch: 44 } as const;
export const COLUMN_GAP = 48;
export const TRACK = 10;
/** Distance between neighbouring lines that run beside the columns. */
export const LANE = 14;

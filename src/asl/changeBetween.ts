/** The one stretch in which two texts differ: `offset` to `end` of the old one; what stands behind it is moved by `shift`. */
export interface Change {
  readonly offset: number;
  readonly end: number;
  readonly shift: number;
}

/** Compared at once: the engine is faster at whole stretches than we are at characters. */
const STRETCH = 4_096;

export function changeBetween(old: string, text: string): Change {
  const most = Math.min(old.length, text.length);
  let offset = 0;
  while (offset + STRETCH <= most && old.slice(offset, offset + STRETCH) === text.slice(offset, offset + STRETCH)) offset += STRETCH;
  while (offset < most && old.charCodeAt(offset) === text.charCodeAt(offset)) offset += 1;
  let tail = 0;
  const left = most - offset;
  const endsAlike = (from: number, to: number): boolean => old.slice(old.length - to, old.length - from) === text.slice(text.length - to, text.length - from);
  while (tail + STRETCH <= left && endsAlike(tail, tail + STRETCH)) tail += STRETCH;
  while (tail < left && old.charCodeAt(old.length - tail - 1) === text.charCodeAt(text.length - tail - 1)) tail += 1;
  return { offset, end: old.length - tail, shift: text.length - old.length };
}

export interface DiffLine {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** Cells of the table that are worth their time; beyond, everything counts as rewritten. */
const MOST_CELLS = 4_000_000;

/** Both texts as one list of lines: what stays once, what goes before what comes. */
export function lineDiff(before: string, after: string): readonly DiffLine[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  let front = 0;
  while (front < Math.min(old.length, now.length) && old[front] === now[front]) front += 1;
  let back = 0;
  while (back < Math.min(old.length, now.length) - front && old[old.length - 1 - back] === now[now.length - 1 - back]) back += 1;
  const same = (text: string): DiffLine => ({ kind: 'same', text });
  return [...old.slice(0, front).map(same), ...middle(old.slice(front, old.length - back), now.slice(front, now.length - back)), ...old.slice(old.length - back).map(same)];
}

/** The longest common subsequence keeps the most lines. */
function middle(old: readonly string[], now: readonly string[]): readonly DiffLine[] {
  const [gone, come] = [old.map((text): DiffLine => ({ kind: 'gone', text })), now.map((text): DiffLine => ({ kind: 'new', text }))];
  if (old.length === 0 || now.length === 0 || old.length * now.length > MOST_CELLS) return [...gone, ...come];
  const width = now.length + 1;
  const kept = new Uint32Array((old.length + 1) * width);
  const at = (i: number, j: number): number => kept[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) kept[i * width + j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  }
  const lines: DiffLine[] = [];
  let [i, j] = [0, 0];
  while (i < old.length && j < now.length) {
    if (old[i] === now[j]) {
      lines.push({ kind: 'same', text: old[i] ?? '' });
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) lines.push(gone[i++] as DiffLine);
    else lines.push(come[j++] as DiffLine);
  }
  return [...lines, ...gone.slice(i), ...come.slice(j)];
}

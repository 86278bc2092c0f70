/** The name that most likely was meant; null where none is near. */
export function nearest(wrong: string, names: Iterable<string>): string | null {
  const lower = wrong.toLowerCase();
  // Two slips in a short word make it another word.
  const limit = wrong.length <= 4 ? 1 : wrong.length <= 10 ? 2 : 3;
  let best: string | null = null;
  let least = limit + 1;
  for (const name of names) {
    const slips = lower === name.toLowerCase() ? 0 : distance(lower, name.toLowerCase(), least);
    if (slips < least) [best, least] = [name, slips];
  }
  return best;
}

/** Damerau-Levenshtein (neighbours swapped count once), given up at `limit`. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1;
      let slips = Math.min((previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (previous[column - 1] ?? 0) + same);
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) slips = Math.min(slips, (before[column - 2] ?? 0) + 1);
      current.push(slips);
    }
    [before, previous] = [previous, current];
  }
  return previous[b.length] ?? limit;
}

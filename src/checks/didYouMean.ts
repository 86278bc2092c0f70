import { nearest } from '../lib/nearest.ts';

export { nearest };

/** Among more names than anybody has in mind, a guess costs more than it helps. */
const MOST_NAMES = 2_000;

/** ` Did you mean "Pack"?`, or nothing where no name is near. */
export function didYouMean(wrong: string, names: ReadonlySet<string> | readonly string[]): string {
  if (('size' in names ? names.size : names.length) > MOST_NAMES) return '';
  const near = nearest(wrong, names);
  return near === null ? '' : ` Did you mean "${near}"?`;
}

import { textWidth, type Face } from './textWidth.ts';

/** The table is of the medium weight; what is semibold is this much wider. */
const SEMIBOLD = 1.05;

/** As much of a text as fits, on one line. */
export function fitted(text: string, width: number, sizePx: number, face: Face = 'text', bold = false): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  const wide = (part: string): number => textWidth(part, sizePx, face) * (bold ? SEMIBOLD : 1);
  if (wide(line) <= width) return line;
  const letters = Array.from(line);
  let [low, high] = [0, letters.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (wide(`${letters.slice(0, middle).join('')}…`) <= width) low = middle;
    else high = middle - 1;
  }
  return `${letters.slice(0, low).join('').trimEnd()}…`;
}

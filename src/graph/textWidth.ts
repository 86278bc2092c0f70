/**
 * Text widths without a font engine, so that layout is the same in a worker, in Node and in a test. Advance widths of the
 * shipped fonts in 1/1000 em, printable ASCII from the space on. Anything else counts as wide: a chip may be roomy, never cut.
 */
const INTER_500 = [
  267, 304, 494, 639, 646, 993, 653, 313, 369, 369, 521, 667, 303, 462, 303, 370, 646, 415, 616, 627, 656, 603, 630, 571, 629, 630, 303, 315, 667, 667, 667, 527, 982, 709,
  657, 733, 722, 603, 589, 748, 745, 272, 575, 688, 565, 913, 756, 767, 642, 769, 648, 646, 653, 740, 709, 1003, 701, 696, 641, 369, 370, 369, 477, 463, 337, 568, 618, 577,
  618, 587, 379, 620, 602, 252, 252, 559, 252, 888, 602, 604, 618, 618, 387, 539, 340, 602, 575, 829, 557, 575, 559, 440, 346, 440, 667,
];
const MONO = 600;
const OTHER = 920;

export type Face = 'text' | 'code';

/** Width in pixels, rounded up. */
export function textWidth(text: string, sizePx: number, face: Face): number {
  let units = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    const known = code >= 32 && code < 127;
    if (face === 'code') units += known || letter === '…' || letter === '≤' || letter === '≥' ? MONO : 1000;
    else units += known ? (INTER_500[code - 32] ?? OTHER) : OTHER;
  }
  return Math.ceil((units * sizePx) / 1000);
}

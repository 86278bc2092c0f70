import type { Json } from '../lib/Json.ts';
import type { Difference } from '../lib/differences.ts';
import type { Failure } from './TestResult.ts';

const MOST = 20;
const LONGEST = 400;

/** A failure for a terminal: the sentence, then expected (`-`) and actual (`+`) of each place that differs. */
export function failureLines({ message, differences = [] }: Failure): readonly string[] {
  const shown = differences.slice(0, MOST).flatMap(differenceLines);
  const rest = differences.length > MOST ? [`  and ${differences.length - MOST} more differences`] : [];
  return [message, ...shown, ...rest];
}

function differenceLines({ path, expected, actual }: Difference): readonly string[] {
  return [
    `  ${path}`,
    `    - expected ${expected === undefined ? 'nothing' : said(expected)}`,
    `    + was      ${actual === undefined ? 'not there' : said(actual)}`,
  ];
}

function said(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}… (${text.length} characters)` : text;
}

import type { Json } from '../lib/Json.ts';
import type { Example } from './CheckRule.ts';

/** Wrong and right as JSON for people: short objects and lists on one line. */
export const exampleText = ({ bad, good }: Example): { readonly bad: string; readonly good: string } => ({ bad: laidOut(bad, ''), good: laidOut(good, '') });

const WIDTH = 72;
/** What is wrong with a longer text is its length. */
const LONG = 100;

function laidOut(value: Json, indent: string): string {
  const short = oneLine(value);
  if (typeof value !== 'object' || value === null || (short.length + indent.length <= WIDTH && indent !== '')) return short;
  const inner = `${indent}  `;
  if (isList(value)) return `[\n${value.map((item) => inner + laidOut(item, inner)).join(',\n')}\n${indent}]`;
  return `{\n${Object.entries(value).map(([key, item]) => `${inner}${JSON.stringify(key)}: ${laidOut(item, inner)}`).join(',\n')}\n${indent}}`;
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

function oneLine(value: Json): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(typeof value === 'string' && value.length > LONG ? `${value.slice(0, LONG)}…` : value);
  if (isList(value)) return `[${value.map(oneLine).join(', ')}]`;
  const members = Object.entries(value);
  return members.length === 0 ? '{}' : `{ ${members.map(([key, item]) => `${JSON.stringify(key)}: ${oneLine(item)}`).join(', ')} }`;
}

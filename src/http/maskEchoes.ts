import type { Json } from '../lib/Json.ts';
import { MASK } from './mask.ts';
import { spellingsOf } from './redact.ts';

/** Shorter ones stand in answers by chance, and masking them would change what a workflow decides. */
export const SHORTEST_ECHO = 6;

/** String and number literals of JSON text; written so that a long string is matched without backtracking. */
const LITERAL = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*/g;

/**
 * A value with every secret masked that the server repeated in it, names of members and numbers included; the same value where it
 * repeats none. What a workflow never gets hold of it cannot reverse, split or encode and send to another host.
 */
export function maskEchoes(value: Json, secretValues: readonly string[]): Json {
  const spellings = spellingsOf(secretValues.filter((secret) => secret.length >= SHORTEST_ECHO));
  if (spellings.length === 0) return value;
  const hide = (text: string): string => spellings.reduce((masked, spelling) => masked.replaceAll(spelling, MASK), text);
  const text = JSON.stringify(value);
  // By literal, not by walking: nesting that JSON.parse took must not overflow the stack here.
  const masked = text.replace(LITERAL, (literal) => {
    const isString = literal.startsWith('"');
    const shown = isString ? (JSON.parse(literal) as string) : literal; // a string literal is a string
    const hidden = hide(shown);
    return hidden === shown ? literal : JSON.stringify(hidden);
  });
  return masked === text ? value : (JSON.parse(masked) as Json); // JSON.parse answers JSON
}

import { isJsonArray, isJsonObject, objectOf, type Json, type JsonObject } from '../../../lib/Json.ts';
import type { KeyValueRow } from '../../../ui/KeyValueEditor.tsx';

/** An object of names and values as rows; null where it is something that rows cannot show. Lists show as their JSON. */
export function rowsFrom(value: Json | undefined): readonly KeyValueRow[] | null {
  if (value === undefined) return [];
  if (!isJsonObject(value)) return null;
  const rows: KeyValueRow[] = [];
  for (const [name, one] of Object.entries(value)) {
    if (isJsonObject(one) || (isJsonArray(one) && one.some((item) => typeof item === 'object' && item !== null))) return null;
    rows.push({ name, value: textOf(one) });
  }
  return rows;
}

const textOf = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** The object that rows stand for. A value that was not touched stays what it was: a number, a list, `true`. */
export function objectFrom(rows: readonly KeyValueRow[], before: Json | undefined): JsonObject {
  const old = isJsonObject(before) ? before : {};
  return objectOf(rows.map(({ name, value }) => [name, valueFrom(value, Object.hasOwn(old, name) ? old[name] : undefined)] as const));
}

function valueFrom(text: string, old: Json | undefined): Json {
  if (old !== undefined && textOf(old) === text) return old;
  const read = readJson(text);
  if (isJsonArray(read) && read.every((item) => typeof item !== 'object' || item === null)) return read;
  return typeof old === 'number' && typeof read === 'number' ? read : typeof old === 'boolean' && typeof read === 'boolean' ? read : text;
}

function readJson(text: string): Json | undefined {
  if (!/^[[\-\dtf]/.test(text)) return undefined;
  try {
    return JSON.parse(text) as Json; // JSON.parse answers JSON
  } catch {
    return undefined;
  }
}

export type NameProblem = (name: string) => string | null;

/**
 * Why a row cannot stand as it is; null when it can. Names that differ only in case are one header to a server, but two members
 * of an object, so only equal names are refused.
 */
export function rowProblem(rows: readonly KeyValueRow[], at: number, nameProblem: NameProblem): string | null {
  const row = rows[at];
  if (!row) return null;
  if (row.name === '') return row.value === '' ? null : 'Give it a name.';
  if (rows.findIndex((other) => other.name === row.name) < at) return `${row.name} stands here twice. Several values go into one row, as ["a", "b"].`;
  return nameProblem(row.name.replace(/\.\$$/, ''));
}

/** What may be written: rows without a name wait, rows that are wrong do too, unless the document has that name already. */
export function writable(rows: readonly KeyValueRow[], before: Json | undefined, nameProblem: NameProblem): readonly KeyValueRow[] {
  const had = isJsonObject(before) ? before : {};
  return rows.filter((row, at) => {
    if (row.name === '') return false;
    if (rows.findIndex((other) => other.name === row.name) < at) return false;
    return rowProblem(rows, at, nameProblem) === null || Object.hasOwn(had, row.name);
  });
}

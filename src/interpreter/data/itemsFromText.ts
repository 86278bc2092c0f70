import { isJsonArray, type Json, type JsonObject, objectOf } from '../../lib/Json.ts';
import { err, ok, type Result } from '../../lib/Result.ts';
import type { StatesError } from '../failure.ts';
import { readCsv } from './readCsv.ts';

const DELIMITERS: { readonly [name: string]: string } = { COMMA: ',', PIPE: '|', SEMICOLON: ';', SPACE: ' ', TAB: '\t' };

export const readerFailed = (cause: string): { readonly ok: false; readonly error: StatesError } => err({ error: 'States.ItemReaderFailed', cause });

/** What an object holds, by ReaderConfig's InputType. JSON comes as it is: whether it is a list shows after ItemsPointer. */
export function itemsFromText(text: string, config: JsonObject): Result<Json, StatesError> {
  switch (config['InputType']) {
    case 'CSV':
      return csvItems(text, config);
    case 'JSONL':
      return jsonLines(text);
    case 'PARQUET':
      return readerFailed('Parquet files cannot be read here. Give the items as JSON, JSONL or CSV.');
    default:
      return json(text);
  }
}

function json(text: string): Result<Json, StatesError> {
  try {
    return ok(JSON.parse(text) as Json);
  } catch {
    return readerFailed('Attempting to map over non-iterable node.');
  }
}

function jsonLines(text: string): Result<Json, StatesError> {
  const items: Json[] = [];
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '') continue;
    const item = json(line);
    if (!item.ok) return readerFailed('The file holds a line that is not valid JSON.');
    items.push(item.value);
  }
  return ok(items);
}

/** Names come from the first row or from CSVHeaders; missing cells are empty, cells beyond the names are left out. */
function csvItems(text: string, config: JsonObject): Result<Json, StatesError> {
  const delimiter = config['CSVDelimiter'];
  const rows = readCsv(text, (typeof delimiter === 'string' ? DELIMITERS[delimiter] : undefined) ?? ',');
  const given = config['CSVHeaders'];
  const fromText = config['CSVHeaderLocation'] !== 'GIVEN' || !isJsonArray(given);
  const names = fromText ? (rows[0] ?? []) : given.map(String);
  if (new Set(names).size < names.length) return readerFailed('CSV headers cannot contain duplicates.');
  const data = fromText ? rows.slice(1) : rows;
  return ok(data.map((row) => objectOf(names.map((name, i) => [name, row[i] ?? ''] as const))));
}

import type { ConnectionParameter, ConnectionSecrets, HttpParameters } from '../../http/connection.ts';
import { FRAMING_HEADERS } from '../../http/forbiddenHeaders.ts';
import { isHeaderName, isHeaderValue } from '../../http/headerSyntax.ts';
import { err, ok, type Result } from '../../lib/Result.ts';

export type ParameterKind = keyof HttpParameters;

/** One line of the table of parameters. A secret value left empty keeps the one in memory. */
export interface ParameterRow {
  readonly kind: ParameterKind;
  readonly key: string;
  readonly value: string;
  readonly isSecret: boolean;
}

export const KINDS: readonly ParameterKind[] = ['header', 'query', 'body'];
export const emptyRow = (kind: ParameterKind): ParameterRow => ({ kind, key: '', value: '', isSecret: false });

export const rowsFrom = (parameters: HttpParameters): readonly ParameterRow[] =>
  KINDS.flatMap((kind) => parameters[kind].map(({ key, value, isSecret }) => ({ kind, key, value: isSecret ? '' : (value ?? ''), isSecret })));

/** Its value was typed before and is in memory. */
export const isHeld = ({ kind, key, isSecret }: ParameterRow, before: HttpParameters, hasSecret: boolean): boolean =>
  isSecret && hasSecret && before[kind].some((one) => one.isSecret && one.key === key.trim());

export interface RowContext {
  readonly before: HttpParameters;
  readonly hasSecret: boolean;
  /** `oauth.` for those of the token request. */
  readonly prefix: '' | 'oauth.';
}

/** EventBridge's own limits: http-task.md section 9.1. */
const LONGEST = 512;
const MOST = 100;

/** What is wrong with one line, as a sentence; null: nothing. */
export function rowProblem(row: ParameterRow, rows: readonly ParameterRow[]): string | null {
  const key = row.key.trim();
  if (key === '') return row.value === '' ? null : 'A parameter has a value and no name.';
  if (rows.some((other) => other !== row && other.kind === row.kind && other.key.trim() === key)) return `There are two ${row.kind} parameters named ${key}. Keep one.`;
  if (row.kind === 'header' && !isHeaderName(key)) return `${key} is no name of a header: letters, digits and hyphens only.`;
  if (row.kind === 'header' && FRAMING_HEADERS.has(key.toLowerCase())) return `${key} belongs to the connection on the wire: no connection may set it.`;
  if (row.kind === 'header' && !isHeaderValue(row.value)) return `The value of ${key} holds a character that no header may hold.`;
  if (key.length > LONGEST || row.value.length > LONGEST) return `EventBridge takes at most ${LONGEST} characters for name and value of ${key.slice(0, 40)}.`;
  return null;
}

/** Lines without name and value are left out. The error is a sentence about the first line that is wrong. */
export function parametersFrom(rows: readonly ParameterRow[], { before, hasSecret, prefix }: RowContext): Result<{ readonly parameters: HttpParameters; readonly secrets: ConnectionSecrets }, string> {
  const given = rows.filter(({ key, value }) => key.trim() !== '' || value !== '');
  const secrets = new Map<string, string>();
  const parameters: { [K in ParameterKind]: ConnectionParameter[] } = { header: [], query: [], body: [] };
  for (const row of given) {
    const problem = rowProblem(row, given);
    if (problem !== null) return err(problem);
    const [key, place] = [row.key.trim(), `${prefix}${row.kind}.${row.key.trim()}`];
    // One that is named as before may be saved without its value: it then says "type it again" before anything is sent.
    const known = before[row.kind].some((one) => one.isSecret && one.key === key);
    if (row.isSecret && row.value === '' && !known && !isHeld(row, before, hasSecret)) return err(`Type the value of ${key}: it is a secret that is not here.`);
    if (row.isSecret && row.value !== '') secrets.set(place, row.value);
    parameters[row.kind].push(row.isSecret ? { key, isSecret: true } : { key, value: row.value, isSecret: false });
  }
  const many = KINDS.find((kind) => parameters[kind].length > MOST);
  return many === undefined ? ok({ parameters, secrets: Object.fromEntries(secrets) }) : err(`EventBridge takes at most ${MOST} ${many} parameters.`);
}

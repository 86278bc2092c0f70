import type { TestRun } from '../../../editor/EditorState.ts';
import { contentTypeOf } from '../../../http/contentType.ts';
import type { Exchange } from '../../../http/exchange.ts';
import type { PreparedRequest } from '../../../http/prepared.ts';
import { formatJson } from '../../../ui/formatJson.ts';
import { bytesText, durationText, wireMs } from '../figures.ts';
import { bodyKind } from './bodyKind.ts';
import { pairsOf } from './pairsOf.ts';

const BODY_LETTERS = 8_000;

/**
 * A finished test as Markdown, ready for an issue. It is made of what the store keeps, which holds no secret: all that the connection
 * added is masked. What the definition and the input hold goes in as it stands.
 */
export function runMarkdown(run: TestRun): string {
  const response = run.outcome?.kind === 'answered' ? run.outcome.response : undefined;
  const { prepared, exchange } = run;
  return [
    `### Test of state ${code(run.state)}: ${response?.status ?? 'no result'}`,
    table(factsOf(run)),
    ...(prepared === undefined ? [] : requestPart(prepared, exchange)),
    ...(exchange === undefined ? [] : responsePart(exchange)),
    ...(response?.output === undefined ? [] : ['#### Output of the state', fenced(pretty(response.output), 'json')]),
    details('Input', pretty(run.request.input ?? '{}')),
    details('State', pretty(run.request.definition)),
  ].join('\n\n').concat('\n');
}

type Row = readonly [name: string, value: string];

function factsOf(run: TestRun): readonly Row[] {
  const { outcome, exchange, route } = run;
  const response = outcome?.kind === 'answered' ? outcome.response : undefined;
  const rows: (Row | null)[] = [
    response?.error === undefined ? null : ['Error', code(response.error)],
    response?.cause === undefined || response.cause === '' ? null : ['Cause', cell(response.cause)],
    outcome?.kind === 'not-performed' ? ['Not sent', cell(outcome.reason.message)] : null,
    outcome?.kind === 'refused' ? ['Refused', cell(`${outcome.exception.name}: ${outcome.exception.message}`)] : null,
    response?.nextState === undefined ? null : ['Next', code(response.nextState)],
    ['Route', route === 'mock' ? 'mock, nothing was sent' : route],
    exchange === undefined ? null : ['Time on the wire', durationText(wireMs(exchange))],
    exchange?.remoteAddress === undefined ? null : ['Address', code(exchange.remoteAddress)],
    exchange?.tls === undefined ? null : ['TLS', cell(`${exchange.tls.protocol}, ${exchange.tls.cipher}`)],
    ['When', new Date(run.startedAt).toISOString()],
  ];
  return rows.filter((row) => row !== null);
}

function requestPart(prepared: PreparedRequest, exchange: Exchange | undefined): readonly string[] {
  const { body } = prepared;
  return [
    `#### Request${exchange === undefined ? ' (not sent)' : ''}`,
    fenced(`${prepared.method} ${prepared.publicUrl}`, 'http'),
    ...(exchange !== undefined && exchange.request.sentTo !== exchange.request.url ? [`Sent to ${code(exchange.request.sentTo)} by a host mapping.`] : []),
    table(prepared.headers.map(({ name, value, origin, secret }) => [name, secret ? '_redacted_' : code(value), origin]), ['Header', 'Value', 'Set by']),
    ...(body === null ? [] : [fenced(cut(body.encoding === 'json' ? pretty(body.publicText) : body.publicText), body.encoding === 'json' ? 'json' : '')]),
  ];
}

function responsePart({ response, failure }: Exchange): readonly string[] {
  if (response === undefined) return ['#### Response', `None: ${failure?.message ?? 'the connection ended without an answer'}`];
  const body = bodyKind(response);
  return [
    `#### Response ${response.status} ${response.statusText}`.trimEnd(),
    table(pairsOf(response.headers).map(([name, value]) => [name, code(value)]), ['Header', 'Value']),
    ...(body.kind === 'text' ? [fenced(cut(pretty(body.text)), body.label === 'Text' ? '' : body.label.toLowerCase())] : []),
    ...(body.kind === 'binary' ? [`Binary body: ${contentTypeOf(response.headers).type || 'no content type'}, ${bytesText(response.body.length)}.`] : []),
    ...(body.kind === 'empty' ? ['The body is empty.'] : []),
    ...(response.truncated ? ['The body was cut at the 262,144 bytes that Step Functions takes.'] : []),
  ];
}

/** Text inside a cell: a pipe would begin the next one, a line end the next row. */
const cell = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('|', '\\|').replaceAll('<', '&lt;').replace(/\s*[\r\n]+\s*/g, ' ');

/** As code, in more backticks than it has in a row itself. A pipe ends a cell inside code, too. */
function code(text: string): string {
  const line = text.replace(/\s*[\r\n]+\s*/g, ' ').replaceAll('|', '\\|');
  const ticks = '`'.repeat(longestRun(line) + 1);
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return line === '' ? '' : `${ticks}${pad}${line}${pad}${ticks}`;
}

function fenced(text: string, language: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language}\n${text}\n${fence}`;
}

const longestRun = (text: string): number => (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);

function table(rows: readonly (readonly string[])[], heads: readonly string[] = ['', '']): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

const details = (name: string, text: string): string => `<details><summary>${name}</summary>\n\n${fenced(cut(text), 'json')}\n\n</details>`;

const cut = (text: string): string => (text.length <= BODY_LETTERS ? text : `${text.slice(0, BODY_LETTERS)}\n… ${(text.length - BODY_LETTERS).toLocaleString('en')} more characters`);

function pretty(text: string): string {
  try {
    JSON.parse(text);
    return formatJson(text);
  } catch {
    return text;
  }
}

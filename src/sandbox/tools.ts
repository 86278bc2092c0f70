import { type Json, objectOf } from '../lib/Json.ts';
import { type SandboxApi, type SandboxRequest, segmentsOf } from './api.ts';

const MAX_DELAY_MS = 120_000;
const MAX_BYTES = 32 * 1024 * 1024;

/** `/echo`, `/status/503`, `/delay/1500`, `/bytes/300000`: for looking at what was sent, and for provoking trouble. */
export const toolsApi: SandboxApi = (request) => {
  const [tool, argument = ''] = segmentsOf(request.url) ?? [];
  const number = /^\d{1,9}$/.test(argument) ? Number(argument) : null;
  if (tool === 'echo') return { status: 200, body: echo(request) };
  if (tool === 'status' && number !== null && number >= 200 && number <= 599) return { status: number, body: { status: number } };
  if (tool === 'delay' && number !== null) return { status: 200, body: echo(request), delayMs: Math.min(number, MAX_DELAY_MS) };
  if (tool === 'bytes' && number !== null && number <= MAX_BYTES) {
    return { status: 200, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: Buffer.alloc(number, 'x') };
  }
  return null;
};

function echo({ method, url, rawHeaders, body }: SandboxRequest): Json {
  const headers = Array.from({ length: rawHeaders.length / 2 }, (_, pair): Json => [rawHeaders[pair * 2] ?? '', rawHeaders[pair * 2 + 1] ?? '']);
  const text = body.toString('utf8');
  return { method, path: url.pathname, query: url.search.slice(1), headers, body: text, json: parsed(text), form: formOf(rawHeaders, text) };
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json; // what JSON.parse answers is Json
  } catch {
    return null;
  }
}

function formOf(rawHeaders: readonly string[], text: string): Json {
  const type = rawHeaders[rawHeaders.findIndex((name, index) => index % 2 === 0 && name.toLowerCase() === 'content-type') + 1] ?? '';
  return /x-www-form-urlencoded/i.test(type) ? objectOf([...new URLSearchParams(text)]) : null;
}

import { interpretResponse } from '../http/interpretReply.ts';
import type { MockHttp, MockReply } from './sidecar.ts';

/** A reply of a web server as a mock: with the result or the error that Step Functions makes of it. */
export function mockFromHttp(http: MockHttp, latencyMs?: number): MockReply {
  const text = http.body ?? '';
  const headers = http.headers ?? [];
  const typed = text === '' || headers.some(({ name }) => name.toLowerCase() === 'content-type');
  const flat = [...headers.flatMap(({ name, value }) => [name, value]), ...(typed ? [] : ['Content-Type', isJson(text) ? 'application/json' : 'text/plain'])];
  const body = new TextEncoder().encode(text);
  const interpreted = interpretResponse({ httpVersion: '1.1', status: http.status, statusText: '', headers: flat, body, sizeBytes: body.length, truncated: false }, 'GET');
  const answer = interpreted.kind === 'result' ? { result: JSON.stringify(interpreted.value, null, 2) } : { errorOutput: { error: interpreted.error, cause: interpreted.cause } };
  return { ...answer, http, ...(latencyMs === undefined ? {} : { latencyMs }) };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** A line that says what a mock answers: `200`, `States.TaskFailed`, a result. */
export function replySays({ http, errorOutput, result }: MockReply): string {
  if (http !== undefined) return `HTTP ${http.status}`;
  if (errorOutput !== undefined) return errorOutput.error ?? 'an error';
  const text = (result ?? '{}').replace(/\s+/g, ' ');
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

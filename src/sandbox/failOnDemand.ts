import type { SandboxApi } from './api.ts';

/** Lets any call of the sandbox fail first: `429` always, `503 x 2` for the first two times this very request is made. */
export const FAIL_HEADER = 'x-sandbox-fail';

export function failOnDemand(): SandboxApi {
  const failures = new Map<string, number>();
  return ({ method, url, headers, body }) => {
    const found = /^([45]\d\d)(?:\s*[x*]\s*(\d{1,3}))?$/.exec(String(headers[FAIL_HEADER] ?? '').trim());
    if (!found) return null;
    const status = Number(found[1]);
    const key = `${method} ${url.href} ${String(headers['idempotency-key'] ?? '')} ${found[0]} ${body.toString('base64')}`;
    const before = failures.get(key) ?? 0;
    if (found[2] !== undefined && before >= Number(found[2])) return null;
    failures.set(key, before + 1);
    const retry = status === 429 || status === 503 ? { headers: { 'retry-after': '1' } } : {};
    return { status, ...retry, body: { error: { message: `The sandbox answers ${status} because the header ${FAIL_HEADER} asks for it.`, attempt: before + 1 } } };
  };
}

import type { SendFailure } from '../http/exchange.ts';
import { err, ok, type Result } from '../lib/Result.ts';
import { type Hello, PATHS, PRODUCT_HEADER, PROTOCOL_VERSION, type SendEvent, type SendRequest, TOKEN_HEADER } from '../protocol/bridge.ts';
import { isHello } from '../protocol/guards.ts';
import { readSendStream, type SendOutcome } from './readSendStream.ts';

export type { SendOutcome } from './readSendStream.ts';

/** Why there is no bridge to talk to, as a sentence with the next step. */
export interface BridgeProblem {
  readonly kind: 'no-token' | 'unreachable' | 'refused-token' | 'mismatch';
  readonly message: string;
}

export interface BridgeClient {
  hello(): Promise<Result<Hello, BridgeProblem>>;
  /**
   * Sends, once. What the bridge saw is `ok`, a failure of the network and a refusal of its guards included; `error` is for a
   * bridge that could not be asked or broke off.
   */
  send(request: SendRequest, signal: AbortSignal, onEvent?: (event: SendEvent) => void): Promise<Result<SendOutcome, SendFailure>>;
}

export interface BridgeClientDeps {
  readonly fetch: typeof globalThis.fetch;
  /** Origin of the page that the bridge serves. */
  readonly origin: string;
  /** A function where it may come later, as from a URL pasted into the open page. */
  readonly token: string | null | (() => string | null);
}

const SAY = {
  'no-token': 'This page was opened without its key to the bridge, so it cannot send requests. Open the URL that npm start prints; until then, tests run with mocks.',
  unreachable: 'The bridge does not answer. Start it with npm start in the folder of ASL Studio; until then, tests run with mocks.',
  'refused-token': 'The bridge refused the key of this page. Open the URL that npm start prints, which carries the right one.',
  older: 'The bridge is older than this page. Stop npm start with Ctrl-C and start it again.',
  newer: 'This page is older than the bridge. Reload the page.',
} as const;

export function createBridgeClient({ fetch, origin, token }: BridgeClientDeps): BridgeClient {
  const currentToken = (): string | null => (typeof token === 'function' ? token() : token);
  const call = (path: string, key: string, init: Omit<RequestInit, 'headers'> & { readonly headers?: Record<string, string> }): Promise<Response> =>
    fetch(origin + path, { ...init, cache: 'no-store', credentials: 'omit', redirect: 'error', headers: { ...init.headers, [TOKEN_HEADER]: key } });

  return {
    async hello() {
      const key = currentToken();
      if (key === null) return problem('no-token');
      try {
        const response = await call(PATHS.hello, key, { method: 'GET' });
        // A page on another host answers something too: its own "not found", or the page itself.
        if (!response.headers.has(PRODUCT_HEADER)) return problem('unreachable');
        return readHello(response.status, await response.json());
      } catch {
        return problem('unreachable');
      }
    },

    async send(request, signal, onEvent) {
      const key = currentToken();
      if (key === null) return failure('no-bridge', SAY['no-token']);
      if (signal.aborted) return failure('stopped', 'Stopped before anything was sent.');
      try {
        const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(request), signal };
        const response = await call(PATHS.send, key, init);
        if (response.status !== 200) return await refusedCall(response);
        return await readSendStream(response.body, onEvent);
      } catch {
        if (signal.aborted) return err({ kind: 'stopped', maybeSent: true, message: 'Stopped. The request may have reached the server all the same.' });
        return failure('no-bridge', `${SAY.unreachable} Nothing was sent.`);
      }
    },
  };
}

function readHello(status: number, body: unknown): Result<Hello, BridgeProblem> {
  const protocol = typeof body === 'object' && body !== null && 'protocol' in body ? Number(body.protocol) : NaN;
  if (protocol < PROTOCOL_VERSION) return err({ kind: 'mismatch', message: SAY.older });
  if (protocol > PROTOCOL_VERSION) return err({ kind: 'mismatch', message: SAY.newer });
  if (status === 401) return problem('refused-token');
  return status === 200 && isHello(body) ? ok(body) : problem('unreachable');
}

/** The bridge did not even begin: nothing was sent. */
async function refusedCall(response: Response): Promise<Result<never, SendFailure>> {
  if (response.status === 401) return failure('no-bridge', SAY['refused-token']);
  const body: unknown = await response.json().catch(() => null);
  const said = typeof body === 'object' && body !== null && 'error' in body && typeof body.error === 'string' ? body.error : `It answered ${response.status}.`;
  return failure('bad-request', `The bridge did not take the request: ${said}`);
}

const problem = (kind: Exclude<BridgeProblem['kind'], 'mismatch'>) => err({ kind, message: SAY[kind] } as const);
const failure = (kind: SendFailure['kind'], message: string) => err({ kind, message } as const);

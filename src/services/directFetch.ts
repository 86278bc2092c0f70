import type { Exchange, ReceivedResponse, SendFailure } from '../http/exchange.ts';
import type { SendOutcome } from './readSendStream.ts';
import type { Timer } from './timer.ts';

export interface DirectRequest {
  readonly method: string;
  readonly url: string;
  /** Flat `name, value …`. */
  readonly headers: readonly string[];
  readonly body: Uint8Array | null;
  readonly timeoutMs: number;
}

/** Sends from the page itself, for the hosted build: a browser sees less than the bridge, and shows only what the server's CORS allows. */
export type DirectFetch = (request: DirectRequest, signal: AbortSignal) => Promise<SendOutcome & Pick<Exchange, 'notes'>>;

/** As AWS caps it, and the bridge. */
const BODY_CAP = 262_144;

/** Names that the Fetch standard does not let a page set, and User-Agent, which browsers replace. */
const FORBIDDEN = new Set([
  'accept-charset', 'accept-encoding', 'access-control-request-headers', 'access-control-request-method', 'connection', 'content-length', 'cookie', 'cookie2', 'date', 'dnt',
  'expect', 'host', 'keep-alive', 'origin', 'referer', 'set-cookie', 'te', 'trailer', 'transfer-encoding', 'upgrade', 'user-agent', 'via',
]);
const isForbidden = (name: string): boolean => FORBIDDEN.has(name) || name.startsWith('proxy-') || name.startsWith('sec-');
/** The browser writes these itself, with the right value: nothing is lost. */
const WRITTEN_BY_BROWSER = new Set(['connection', 'content-length', 'host']);

export function createDirectFetch({ fetch, timer, now }: { readonly fetch: typeof globalThis.fetch; readonly timer: Timer; readonly now: () => number }): DirectFetch {
  return async (request, signal) => {
    const { sent, dropped } = splitHeaders(request.headers);
    const notes = dropped.length === 0 ? {} : { notes: [`A page may not set these headers, so they were left out: ${dropped.join(', ')}. The bridge sends them.`] };
    const failed = (kind: SendFailure['kind'], message: string) => ({ failure: { kind, message }, phases: {}, sentHeaders: sent, ...notes });
    const host = new URL(request.url).host;
    if (request.body !== null && (request.method === 'GET' || request.method === 'HEAD')) {
      return failed('bad-request', `A browser sends no body with ${request.method}. Run ASL Studio with npm start, whose bridge can, or use a mock for this state.`);
    }
    const begin = now();
    const life = new AbortController();
    const stop = (): void => life.abort();
    let timedOut = false;
    const cancelTimer = timer.after(request.timeoutMs, () => {
      timedOut = true;
      stop();
    });
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
    try {
      const response = await fetch(request.url, {
        method: request.method, headers: pairsOf(sent), signal: life.signal, redirect: 'manual', credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer',
        ...(request.body === null ? {} : { body: new Uint8Array(request.body) }),
      });
      if (response.type === 'opaqueredirect') {
        return failed('cors', `${host} answered with a redirect, which a page may not look at (and AWS does not follow). Run ASL Studio with npm start to see it, or use a mock for this state.`);
      }
      const firstByte = now() - begin;
      const received = await receive(response);
      return { response: received, phases: { firstByte, end: now() - begin }, sentHeaders: sent, ...notes };
    } catch {
      if (timedOut) return failed('timeout', `${host} did not answer within ${request.timeoutMs / 1000} s.`);
      if (signal.aborted) return { ...failed('stopped', ''), failure: { kind: 'stopped', maybeSent: true, message: 'Stopped. The request may have reached the server all the same.' } };
      return failed('cors', corsSentence(host));
    } finally {
      cancelTimer();
      signal.removeEventListener('abort', stop);
    }
  };
}

/** A browser does not tell a page which it was, and asking again would send again. */
const corsSentence = (host: string): string =>
  `The browser did not give this page an answer of ${host}: either it could not be reached, or it does not allow calls from web pages (CORS), as most APIs do not. Two ways out: run ASL Studio with npm start, whose bridge may call any API, or use a mock for this state.`;

function splitHeaders(headers: readonly string[]): { readonly sent: readonly string[]; readonly dropped: readonly string[] } {
  const sent: string[] = [];
  const dropped: string[] = [];
  for (const [name, value] of pairsOf(headers)) {
    if (!isForbidden(name.toLowerCase())) sent.push(name, value);
    else if (!WRITTEN_BY_BROWSER.has(name.toLowerCase())) dropped.push(name);
  }
  return { sent, dropped };
}

const pairsOf = (flat: readonly string[]): [string, string][] => flat.flatMap((name, at) => (at % 2 === 0 ? [[name, flat[at + 1] ?? ''] as [string, string]] : []));

async function receive(response: Response): Promise<ReceivedResponse> {
  const { body, sizeBytes, truncated } = await readCapped(response.body);
  // A page sees names in lower case and repetitions joined, and nothing of the protocol.
  const headers = [...response.headers].flat();
  return { httpVersion: '', status: response.status, statusText: response.statusText, headers, body, sizeBytes, truncated };
}

async function readCapped(stream: ReadableStream<Uint8Array> | null): Promise<Pick<ReceivedResponse, 'body' | 'sizeBytes' | 'truncated'>> {
  const kept = new Uint8Array(BODY_CAP);
  let length = 0;
  const reader = stream?.getReader();
  for (let piece = await reader?.read(); piece !== undefined && !piece.done; piece = await reader?.read()) {
    const room = piece.value.subarray(0, BODY_CAP - length);
    kept.set(room, length);
    length += room.length;
    if (room.length === piece.value.length) continue;
    await reader?.cancel();
    return { body: kept.slice(0, length), sizeBytes: length, truncated: true };
  }
  return { body: kept.slice(0, length), sizeBytes: length, truncated: false };
}

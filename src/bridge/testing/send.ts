import type { Phases } from '../../http/exchange.ts';
import type { SendEvent, SendRequest } from '../../protocol/bridge.ts';
import { guardedSend, type SendPolicy } from '../guardedSend.ts';

export const request = (url: string, more: Partial<SendRequest> = {}): SendRequest => ({
  protocol: 1, method: 'GET', url, headers: [], bodyBase64: null, timeoutMs: 5000, ...more,
});

/** Asks for a loopback address with the grant that it needs. */
export const granted = (port: number, path = '/', more: Partial<SendRequest> = {}): SendRequest =>
  request(`http://127.0.0.1:${port}${path}`, { insideGrant: `127.0.0.1:${port}`, ...more });

export interface Seen {
  readonly events: readonly SendEvent[];
  readonly sent: Extract<SendEvent, { type: 'sent' }> | undefined;
  readonly head: Extract<SendEvent, { type: 'head' }> | undefined;
  readonly body: Buffer;
  readonly last: SendEvent | undefined;
  readonly phases: Phases;
  readonly failure: Extract<SendEvent, { type: 'error' }>['failure'] | undefined;
}

export async function performed(asked: SendRequest, policy: Partial<SendPolicy> = {}): Promise<Seen> {
  const events: SendEvent[] = [];
  // No proxy of the machine that runs the tests.
  await guardedSend(asked, { ownSockets: [], signal: new AbortController().signal, env: {}, ...policy }, (event) => events.push(event));
  const last = events.at(-1);
  return {
    events,
    sent: events.find((event) => event.type === 'sent'),
    head: events.find((event) => event.type === 'head'),
    body: Buffer.concat(events.map((event) => (event.type === 'data' ? Buffer.from(event.base64, 'base64') : Buffer.alloc(0)))),
    last,
    phases: last?.type === 'end' || last?.type === 'error' ? last.phases : {},
    failure: last?.type === 'error' ? last.failure : undefined,
  };
}

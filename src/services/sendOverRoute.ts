import type { Exchange } from '../http/exchange.ts';
import type { SendRoute } from '../http/HttpWorld.ts';
import type { PreparedRequest } from '../http/prepared.ts';
import { wireHeaders } from '../http/wireHeaders.ts';
import { base64FromBytes } from '../protocol/base64.ts';
import { PROTOCOL_VERSION } from '../protocol/bridge.ts';
import type { BridgeClient } from './bridgeClient.ts';
import type { DirectFetch } from './directFetch.ts';

export interface Senders {
  /** Null while it is not connected. */
  readonly bridge: Pick<BridgeClient, 'send'> | null;
  /** Null where the page may not send, as in the build that the bridge serves. */
  readonly direct: DirectFetch | null;
}

/** One attempt over the chosen route; the exchange holds secrets as they were sent. */
export async function sendOverRoute(senders: Senders, prepared: PreparedRequest, routed: SendRoute, signal: AbortSignal): Promise<Exchange> {
  const headers = wireHeaders(prepared, routed.sentTo);
  const body = prepared.body === null ? null : new TextEncoder().encode(prepared.body.text);
  const request = { method: prepared.method, url: prepared.url, sentTo: routed.sentTo, headers, body };
  const untold = { request, phases: {}, durationMs: 0, route: routed.route } as const;

  if (routed.route === 'direct' && senders.direct) {
    const { sentHeaders, ...seen } = await senders.direct({ method: prepared.method, url: routed.sentTo, headers, body, timeoutMs: prepared.timeoutMs }, signal);
    return { ...untold, ...seen, request: { ...request, headers: sentHeaders ?? headers } };
  }
  if (!senders.bridge) return { ...untold, failure: { kind: 'no-bridge', message: 'The bridge is not connected any more, so nothing was sent. Start it with npm start and run the test again.' } };
  const sent = await senders.bridge.send(
    {
      protocol: PROTOCOL_VERSION,
      method: prepared.method,
      url: routed.sentTo,
      headers,
      bodyBase64: body === null ? null : base64FromBytes(body),
      timeoutMs: prepared.timeoutMs,
      ...(routed.secretOrigins === undefined ? {} : { secretOrigins: routed.secretOrigins }),
      ...(routed.insideGrant === undefined ? {} : { insideGrant: routed.insideGrant }),
    },
    signal,
  );
  if (!sent.ok) return { ...untold, failure: sent.error };
  const { sentHeaders, ...seen } = sent.value;
  return { ...untold, ...seen, request: { ...request, headers: sentHeaders ?? headers } };
}

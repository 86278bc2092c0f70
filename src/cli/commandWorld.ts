import { guardedSend } from '../bridge/guardedSend.ts';
import { hostAndPort } from '../http/grants.ts';
import type { HttpWorld, SendRoute } from '../http/HttpWorld.ts';
import { createTokenCache } from '../http/oauth/tokenCache.ts';
import { wireHeaders } from '../http/wireHeaders.ts';
import { base64FromBytes } from '../protocol/base64.ts';
import { PROTOCOL_VERSION } from '../protocol/bridge.ts';
import { collectSend } from '../protocol/collectSend.ts';
import type { OwnSocket } from '../bridge/vetAddress.ts';
import type { GivenConnection } from './connectionInput.ts';

/**
 * The world of `test-state FILE`: whoever types the command gives the grant, loopback included, and named connection and request
 * together. What is never sent to (link-local, metadata …) stays refused by the same guarded sender as the bridge's; `ownSockets` are those of
 * this process, which no workflow calls.
 */
export function createCommandWorld(region: string, connections: readonly GivenConnection[], ownSockets: () => readonly OwnSocket[] = () => []): HttpWorld {
  return {
    region,
    secretsGoAnywhere: true,
    connectionByArn: (arn) => connections.find(({ connection }) => connection.arn === arn) ?? null,
    tokens: createTokenCache(() => Date.now()),
    route: async ({ url }, token) => ({ ...straightTo(url), ...(token === undefined ? {} : { token: straightTo(token.url) }) }),
    async send(prepared, routed, signal) {
      const begin = performance.now();
      const headers = wireHeaders(prepared, routed.sentTo);
      const body = prepared.body === null ? null : new TextEncoder().encode(prepared.body.text);
      const collected = collectSend();
      await guardedSend(
        {
          protocol: PROTOCOL_VERSION, method: prepared.method, url: routed.sentTo, headers, bodyBase64: body === null ? null : base64FromBytes(body), timeoutMs: prepared.timeoutMs,
          ...(routed.insideGrant === undefined ? {} : { insideGrant: routed.insideGrant }),
        },
        { ownSockets: ownSockets(), signal },
        collected.add,
      );
      const { sentHeaders, ...seen } = collected.outcome() ?? { failure: { kind: 'stopped', message: 'The sender ended without an answer. Run the command again.' }, phases: {} } as const;
      return {
        request: { method: prepared.method, url: prepared.url, sentTo: routed.sentTo, headers: sentHeaders ?? headers, body },
        durationMs: Math.round((performance.now() - begin) * 10) / 10,
        route: routed.route,
        ...seen,
      };
    },
  };
}

const straightTo = (url: string): SendRoute => ({ kind: 'send', sentTo: url, mapped: false, insideGrant: hostAndPort(url), route: 'cli' });

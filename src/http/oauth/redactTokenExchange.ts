import type { Exchange } from '../exchange.ts';
import { MASK } from '../mask.ts';
import { redactExchange } from '../redact.ts';
import { credentialsInReply } from './readTokenReply.ts';
import type { TokenRequest } from './tokenRequest.ts';

/**
 * A token exchange as it may be shown and kept: client secret, secret parameters, and every credential in the answer masked. All of
 * the request is the connection's, so here it goes by what is marked secret, not by origin.
 */
export function redactTokenExchange(exchange: Exchange, request: TokenRequest): Exchange {
  const { response } = exchange;
  const headers = request.headers.map((header) => (header.secret ? header : { ...header, origin: 'service' as const }));
  const credentials = response === undefined ? [] : credentialsInReply(response);
  const masked = redactExchange(exchange, { ...request, headers, secretValues: [...(request.secretValues ?? []), ...credentials] });
  return masked.response === undefined ? masked : { ...masked, response: { ...masked.response, headers: withoutCookies(masked.response.headers) } };
}

const withoutCookies = (headers: readonly string[]): readonly string[] =>
  headers.map((text, at) => (at % 2 === 1 && headers[at - 1]?.toLowerCase() === 'set-cookie' ? MASK : text));

import type { Exchange } from '../http/exchange.ts';
import { base64FromBytes } from '../protocol/base64.ts';

/** An exchange as JSON: bodies as text where they are UTF-8, else as `bodyBase64`. */
export function exchangeJson({ request, response, ...rest }: Exchange): object {
  return {
    request: { ...request, ...bodyJson(request.body) },
    ...(response === undefined ? {} : { response: { ...response, ...bodyJson(response.body) } }),
    ...rest,
  };
}

function bodyJson(body: Uint8Array | null): object {
  if (body === null) return { body: null };
  try {
    return { body: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body) };
  } catch {
    return { body: null, bodyBase64: base64FromBytes(body) };
  }
}

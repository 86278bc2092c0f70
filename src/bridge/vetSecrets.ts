import { originAllowed } from '../http/allowedOrigins.ts';
import type { SendFailure } from '../http/exchange.ts';
import { err, ok, type Result } from '../lib/Result.ts';
import type { SendRequest } from '../protocol/bridge.ts';

/**
 * Checked in the page where the request is assembled, and here again, because this is where it leaves: a request that holds a
 * connection's secret goes only to the origins that secret is bound to. The sandbox may see any, it keeps none.
 */
export function vetSecrets({ secretOrigins }: SendRequest, url: URL, sandboxOrigin: string | undefined): Result<null, SendFailure> {
  if (secretOrigins === undefined || url.origin === sandboxOrigin || originAllowed(url.href, secretOrigins)) return ok(null);
  const bound = secretOrigins.length === 0 ? 'no origin yet' : secretOrigins.join(', ');
  return err({
    kind: 'secret-not-allowed',
    message: `This request holds a secret of the connection, which is bound to ${bound}; it would go to ${url.origin}. Nothing was sent. If that is right, add ${url.origin} to the connection's allowed origins.`,
  });
}

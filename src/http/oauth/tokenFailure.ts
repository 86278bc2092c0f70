import { unreachable } from '../../lib/unreachable.ts';
import type { HttpTrace, NotPerformed, TaskReply } from '../taskReply.ts';
import type { Fetched } from './tokenSource.ts';

/**
 * What AWS calls a connection whose authorization failed: it is DEAUTHORIZED then, which no HTTP task can use. The name is documented; that
 * it is this one, and the cause, are unconfirmed, and the cause is ours. Source: http-task.md sections 7 and 9.2.
 */
export const TOKEN_ERROR = 'Events.ConnectionResource.InvalidConnectionState';

/** A request that had no token: a failure of the state where AWS would have no token either, our own refusal otherwise. Nothing of the request itself was sent. */
export function tokenFailure(fetched: Exclude<Fetched, { kind: 'token' }>, connection: string, http: HttpTrace): TaskReply {
  const failed = (said: string): TaskReply => ({ kind: 'failure', error: TOKEN_ERROR, cause: `The connection ${connection} has no access token. ${said} The request itself was not sent.`, http });
  if (fetched.kind === 'no-token') return failed(fetched.message);
  const refused = (kind: NotPerformed['kind']): TaskReply => ({ kind: 'not-performed', reason: { kind, message: fetched.failure.message }, http });
  const { kind, message } = fetched.failure;
  switch (kind) {
    case 'dns': case 'connect': case 'tls': case 'reset': case 'timeout': case 'too-large':
      return failed(`Its token endpoint gave no answer: ${message}`);
    case 'refused-address': case 'needs-inside-grant': case 'secret-not-allowed': case 'consent-denied':
      return refused(kind);
    case 'cors': case 'no-bridge':
      return refused('no-route');
    case 'bad-request':
      return refused('unsupported');
    case 'stopped':
      return refused('stopped');
    default:
      return unreachable(kind);
  }
}

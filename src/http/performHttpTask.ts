import { isJsonObject, member, type Json } from '../lib/Json.ts';
import { unreachable } from '../lib/unreachable.ts';
import type { Connection, ConnectionSecrets } from './connection.ts';
import type { Exchange, SendFailure } from './exchange.ts';
import { checkSecretOrigins, secretOriginsFor } from './hostMapping.ts';
import { interpretFailure, interpretResponse } from './interpretReply.ts';
import { prepareRequest } from './prepare.ts';
import type { ArgumentsField, PrepareFailure } from './prepareFailure.ts';
import type { PreparedRequest } from './prepared.ts';
import { connectionArnOf, readArguments } from './readArguments.ts';
import { maskSecrets } from './redact.ts';
import type { HttpTrace, NotPerformed, TaskReply } from './taskReply.ts';
import { traceRequest, traceResponse } from './trace.ts';

/** The part of a task call that an HTTP task needs. */
export interface TaskCallLike {
  /** Evaluated `Parameters` or `Arguments`. */
  readonly arguments: Json;
  readonly timeoutMs?: number;
  /** Which of the two, for AWS's texts; `Parameters` where absent. */
  readonly field?: ArgumentsField;
}

export interface Denied {
  readonly kind: NotPerformed['kind'];
  /** A sentence with the place and the next step. */
  readonly message: string;
}

export type Routed =
  | {
      readonly kind: 'send';
      /** Full URL after host mapping. */
      readonly sentTo: string;
      readonly mapped: boolean;
      /** `host:port` the person granted as an internal address. */
      readonly insideGrant?: string;
      /** What the bridge checks again; filled in from the connection where absent. */
      readonly secretOrigins?: readonly string[];
      readonly route: 'bridge' | 'direct' | 'cli';
    }
  | { readonly kind: 'denied'; readonly reason: Denied };

/** What IAM decides on. */
export interface EndpointCall {
  readonly method: string;
  /** `ApiEndpoint` as evaluated and as written, without `QueryParameters`. */
  readonly endpoint: string;
  readonly connectionArn: string;
}

/** Why AWS would not make the call: an error of the state as AWS names it, which Retry and Catch see. */
export interface RefusedCall {
  readonly error: string;
  readonly cause: string;
  /** Ours beside AWS's cause: what to change. */
  readonly hint?: string;
}

/** What an HTTP task needs of the world. */
export interface HttpWorld {
  readonly region: string;
  /** Whether the role under test may make this call. Comes before any secret is read, any token fetched and any question asked. Absent: everything is allowed. */
  authorize?(call: EndpointCall): RefusedCall | null;
  /** Where secrets may always go. */
  readonly sandboxOrigin?: string;
  /** The person named connection and request together on the command line, and so gave the permission (`cli test-state`). */
  readonly secretsGoAnywhere?: true;
  connectionByArn(arn: string): { readonly connection: Connection; readonly secrets: ConnectionSecrets } | null;
  /** Host mapping, consent, choice of route. May ask the person. */
  route(prepared: PreparedRequest): Promise<Routed>;
  /** Sends, once. Answers a failure as a value. */
  send(prepared: PreparedRequest, routed: Extract<Routed, { kind: 'send' }>, signal: AbortSignal): Promise<Exchange>;
}

/** Performs an `http:invoke` task: prepares, asks, sends exactly once, interprets. Our own refusals are `not-performed`, never a made-up AWS failure. */
export async function performHttpTask(call: TaskCallLike, world: HttpWorld, signal: AbortSignal): Promise<TaskReply> {
  if (signal.aborted) return stopped();
  const arn = connectionArnOf(call.arguments, call.field);
  if (!arn.ok) return fromPrepareFailure(arn.error);
  const found = world.connectionByArn(arn.value);
  if (found === null) {
    return notPerformed('no-connection', `This state names the connection ${arn.value}, which is not among yours. Choose or make a connection in the state's form, or use a mock.`);
  }
  const refused = refusedByRole(call, world);
  if (refused) return refused;
  const prepared = prepareRequest({
    arguments: call.arguments, connection: found.connection, secrets: found.secrets, region: world.region,
    ...(call.field === undefined ? {} : { field: call.field }), ...(call.timeoutMs === undefined ? {} : { timeoutMs: call.timeoutMs }),
  });
  return prepared.ok ? performPrepared(prepared.value, found.connection, world, signal) : fromPrepareFailure(prepared.error);
}

/** Without a trace: AWS refuses before it has a request to show (unconfirmed). */
function refusedByRole(call: TaskCallLike, world: HttpWorld): TaskReply | null {
  if (world.authorize === undefined) return null;
  const read = readArguments(call.arguments, call.field ?? 'Parameters');
  if (!read.ok) return fromPrepareFailure(read.error);
  const { method, endpoint, connectionArn } = read.value;
  const written = isJsonObject(call.arguments) ? member(call.arguments, 'ApiEndpoint') : undefined;
  const refused = world.authorize({ method, endpoint: typeof written === 'string' ? written : endpoint.href, connectionArn });
  return refused === null ? null : { kind: 'failure', ...refused };
}

async function performPrepared(prepared: PreparedRequest, connection: Connection, world: HttpWorld, signal: AbortSignal): Promise<TaskReply> {
  const http: HttpTrace = { request: traceRequest(prepared, { reveal: false }), requestRevealed: traceRequest(prepared, { reveal: true }), prepared };
  const secretsRefused = (sentTo: string) => {
    if (world.secretsGoAnywhere) return null;
    const checked = checkSecretOrigins({
      prepared, sentTo, allowedOrigins: connection.allowedOrigins, ...(world.sandboxOrigin === undefined ? {} : { sandboxOrigin: world.sandboxOrigin }),
    });
    return checked.ok ? null : notPerformed(checked.error.kind, checked.error.message, http);
  };
  // Before the person is asked anything: no consent can lift this.
  const refused = secretsRefused(prepared.url);
  if (refused) return refused;
  const routed = await world.route(prepared);
  if (signal.aborted) return stopped(http);
  if (routed.kind === 'denied') return notPerformed(routed.reason.kind, routed.reason.message, http);
  const refusedThere = secretsRefused(routed.sentTo);
  if (refusedThere) return refusedThere;
  const bound = secretOriginsFor(prepared, connection);
  const guarded = world.secretsGoAnywhere || bound === undefined || routed.secretOrigins !== undefined ? routed : { ...routed, secretOrigins: bound };
  const exchange = await world.send(prepared, guarded, signal);
  return settle(prepared, exchange, http);
}

function settle(prepared: PreparedRequest, exchange: Exchange, traced: HttpTrace): TaskReply {
  const { response, failure } = exchange;
  if (failure !== undefined) return fromSendFailure(failure, prepared, { ...traced, exchange });
  if (response === undefined) return notPerformed('no-route', 'The sender answered neither a response nor a reason. Restart the studio and test again.', { ...traced, exchange });
  const http: HttpTrace = {
    ...traced, exchange,
    response: traceResponse(response, prepared, { reveal: false }),
    responseRevealed: traceResponse(response, prepared, { reveal: true }),
  };
  const reply = interpretResponse(response, prepared.method);
  if (reply.kind === 'failure') return failed(reply, http);
  const notes = [...prepared.notes, ...(reply.notes ?? [])];
  return { kind: 'result', value: reply.value, http: { ...http, prepared: { ...prepared, notes } } };
}

function fromSendFailure(failure: SendFailure, prepared: PreparedRequest, http: HttpTrace): TaskReply {
  const message = maskSecrets(failure.message, prepared.secretValues ?? []);
  switch (failure.kind) {
    case 'dns': case 'connect': case 'tls': case 'reset': case 'timeout': case 'too-large':
      return failed(interpretFailure({ ...failure, message }, prepared.timeoutMs), http);
    case 'refused-address': case 'needs-inside-grant': case 'secret-not-allowed': case 'consent-denied':
      return notPerformed(failure.kind, message, http);
    // A page's own limit: AWS knows no CORS, so this is no answer of AWS's.
    case 'cors': case 'no-bridge':
      return notPerformed('no-route', message, http);
    case 'bad-request':
      return notPerformed('unsupported', message, http);
    case 'stopped':
      return stopped(http);
    default:
      return unreachable(failure.kind);
  }
}

function fromPrepareFailure(failure: PrepareFailure): TaskReply {
  switch (failure.kind) {
    case 'runtime': return { kind: 'failure', error: failure.error, cause: failure.cause, ...(failure.hint === undefined ? {} : { hint: failure.hint }) };
    case 'missing-secret': return notPerformed('no-secret', failure.message);
    case 'unsupported': return notPerformed('unsupported', failure.message);
    default: return unreachable(failure);
  }
}

// unconfirmed: no cause rather than an empty one, for 418 and for a state's own timeout.
const failed = ({ error, cause }: { readonly error: string; readonly cause: string }, http: HttpTrace): TaskReply =>
  ({ kind: 'failure', error, ...(cause === '' ? {} : { cause }), http });

const notPerformed = (kind: NotPerformed['kind'], message: string, http?: HttpTrace): TaskReply =>
  ({ kind: 'not-performed', reason: { kind, message }, ...(http === undefined ? {} : { http }) });

const stopped = (http?: HttpTrace): TaskReply => notPerformed('stopped', 'Stopped before the state had its answer.', http);

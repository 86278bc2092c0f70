import { unreachable } from '../lib/unreachable.ts';
import { ok, type Result } from '../lib/Result.ts';
import type { Connection, ConnectionSecrets } from './connection.ts';
import { endpointCall } from './endpointCall.ts';
import { withReplyNotes, type Exchange, type SendFailure } from './exchange.ts';
import { checkSecretOrigins, secretOriginsFor } from './hostMapping.ts';
import type { EndpointCall, HttpWorld, SendRoute, TaskCallLike } from './HttpWorld.ts';
import { interpretFailure, interpretResponse } from './interpretReply.ts';
import { tokenFailure } from './oauth/tokenFailure.ts';
import { tokenRefusal } from './oauth/tokenMayGo.ts';
import { buildTokenRequest } from './oauth/tokenRequest.ts';
import { createTokenSource, type Fetched, type TokenSource } from './oauth/tokenSource.ts';
import { prepareRequest } from './prepare.ts';
import type { PrepareFailure } from './prepareFailure.ts';
import type { PreparedRequest } from './prepared.ts';
import { readArguments } from './readArguments.ts';
import { maskSecrets } from './redact.ts';
import type { HttpTrace, NotPerformed, TaskReply } from './taskReply.ts';
import { traceRequest, traceResponse } from './trace.ts';

export type { HttpWorld, Routed, TaskCallLike } from './HttpWorld.ts';

/** Performs an `http:invoke` task: prepares, asks, sends exactly once, interprets. Our own refusals are `not-performed`, never a made-up AWS failure. */
export async function performHttpTask(call: TaskCallLike, world: HttpWorld, signal: AbortSignal): Promise<TaskReply> {
  if (signal.aborted) return stopped();
  // What AWS would not even start comes before the question which connection this is.
  const read = readArguments(call.arguments, call.field ?? 'Parameters');
  if (!read.ok) return fromPrepareFailure(read.error);
  const denied = world.refuses?.(read.value.endpoint) ?? null;
  if (denied !== null) return { kind: 'not-performed', reason: denied };
  const { connectionArn } = read.value;
  const found = world.connectionByArn(connectionArn);
  if (found === null) {
    const message = `This state names the connection ${connectionArn}, which is not among yours. Choose or make a connection in the state's form, or use a mock. AWS fails with Events.ConnectionResource.ResourceNotFound where a connection does not exist.`;
    return { kind: 'not-performed', reason: { kind: 'no-connection', message, connectionArn } };
  }
  const refused = refusedByRole(endpointCall(read.value, call), world);
  if (refused) return refused;
  const source = tokenSourceOf(found, call, world);
  if (!source.ok) return fromPrepareFailure(source.error);
  const prepare: Prepare = (bearerToken) => prepareRequest({
    arguments: call.arguments, connection: found.connection, secrets: found.secrets, region: world.region,
    ...(call.field === undefined ? {} : { field: call.field }), ...(call.timeoutMs === undefined ? {} : { timeoutMs: call.timeoutMs }),
    ...(bearerToken === undefined ? {} : { bearerToken }),
  });
  const attempt: Attempt = { ...found, source: source.value, world, signal };
  const planned = prepare(source.value === null ? undefined : (source.value.held() ?? NOT_FETCHED));
  if (!planned.ok) return fromPrepareFailure(planned.error);
  const cleared = await clear(planned.value, attempt);
  if (cleared.kind !== 'send') return cleared;
  return source.value === null ? send(planned.value, cleared, attempt) : sendWithToken(planned.value, prepare, source.value, cleared, attempt);
}

type Prepare = (bearerToken?: string) => Result<PreparedRequest, PrepareFailure>;

/** Stands where the token will stand while a person is asked: shown nowhere, since what a connection adds is masked. */
const NOT_FETCHED = 'not-fetched-yet';

interface Attempt {
  readonly connection: Connection;
  /** Null: this connection needs no token. */
  readonly source: TokenSource | null;
  readonly world: HttpWorld;
  readonly signal: AbortSignal;
}

function tokenSourceOf({ connection, secrets }: { readonly connection: Connection; readonly secrets: ConnectionSecrets }, call: TaskCallLike, world: HttpWorld): Result<TokenSource | null, PrepareFailure> {
  const request = buildTokenRequest(connection, secrets, call.timeoutMs);
  if (!request.ok) return request;
  return ok(request.value === null ? null : createTokenSource(request.value, world));
}

/** Without a trace: AWS refuses before it has a request to show (unconfirmed). */
function refusedByRole(call: EndpointCall, world: HttpWorld): TaskReply | null {
  const refused = world.authorize?.(call) ?? null;
  return refused === null ? null : { kind: 'failure', ...refused };
}

/** Everything that must be settled before anything is sent: where secrets are bound to, mapping, consent, route. */
async function clear(planned: PreparedRequest, { connection, source, world, signal }: Attempt): Promise<SendRoute | TaskReply> {
  const http = source === null ? traceOf(planned) : untoldTrace(planned);
  const refusal = (sentTo: string): TaskReply | null => {
    if (world.secretsGoAnywhere) return null;
    const checked = checkSecretOrigins({
      prepared: planned, sentTo, allowedOrigins: connection.allowedOrigins, ...(world.sandboxOrigin === undefined ? {} : { sandboxOrigin: world.sandboxOrigin }),
    });
    return checked.ok ? null : notPerformed(checked.error.kind, checked.error.message, http);
  };
  // Before the person is asked anything: no consent can lift this.
  const refused = refusal(planned.url);
  if (refused) return refused;
  for (let fetching = source !== null && source.held() === null; ; fetching = true) {
    const routed = await world.route(planned, fetching && source !== null ? source.request : undefined);
    if (signal.aborted) return stopped(http);
    if (routed.kind === 'denied') return notPerformed(routed.reason.kind, routed.reason.message, http);
    const refusedThere = refusal(routed.sentTo);
    if (refusedThere) return refusedThere;
    // A token may come to its end while a person reads: then the question names its endpoint too.
    if (source === null || fetching || source.held() !== null) return bound(planned, routed, connection, world);
  }
}

function bound(planned: PreparedRequest, routed: SendRoute, connection: Connection, world: HttpWorld): SendRoute {
  const origins = secretOriginsFor(planned, connection);
  return world.secretsGoAnywhere || origins === undefined || routed.secretOrigins !== undefined ? routed : { ...routed, secretOrigins: origins };
}

async function sendWithToken(planned: PreparedRequest, prepare: Prepare, source: TokenSource, route: SendRoute, attempt: Attempt): Promise<TaskReply> {
  const got = await tokenFor(planned, source, route, attempt);
  if (!('fetched' in got)) return got;
  const { value, fetched } = got;
  const prepared = prepare(value);
  if (!prepared.ok) return fromPrepareFailure(prepared.error);
  const told = { ...prepared.value, notes: [...prepared.value.notes, ...(fetched === null ? [FROM_BEFORE] : fetched.token.notes)] };
  const reply = await send(told, route, attempt, fetched === null ? {} : { tokenExchange: fetched.exchange });
  const status = reply.http?.exchange?.response?.status;
  if (status !== 401 && status !== 407) return reply;
  source.drop(value);
  return withNote(reply, `The API answered ${status}, so this access token is not used again: the next attempt fetches a new one. This request was sent once.`);
}

const FROM_BEFORE = 'The access token was fetched for an earlier request and is still valid, so none was fetched.';

type Got = { readonly value: string; /** Null: it was held. */ readonly fetched: Extract<Fetched, { kind: 'token' }> | null };

async function tokenFor(planned: PreparedRequest, source: TokenSource, route: SendRoute, { connection, world, signal }: Attempt): Promise<Got | TaskReply> {
  const held = source.held();
  if (held !== null) return { value: held, fetched: null };
  const http = untoldTrace(planned);
  const { token } = route;
  if (token === undefined) return notPerformed('no-route', `No way leads to the token endpoint of the connection ${connection.name} from here. Use a mock for this state.`, http);
  const refused = world.secretsGoAnywhere ? null : tokenRefusal(source.request, connection, token.sentTo, world.sandboxOrigin);
  if (refused !== null) return notPerformed('secret-not-allowed', refused, http);
  const fetched = await source.fetch(token, signal);
  if (fetched === null || signal.aborted) return stopped(http);
  if (fetched.kind === 'token') return { value: fetched.token.value, fetched };
  return tokenFailure(fetched, connection.name, { ...http, tokenExchange: fetched.exchange });
}

async function send(prepared: PreparedRequest, route: SendRoute, { world, signal }: Attempt, traced: Pick<HttpTrace, 'tokenExchange'> = {}): Promise<TaskReply> {
  if (signal.aborted) return stopped({ ...traceOf(prepared), ...traced });
  const { token: _, ...own } = route;
  const exchange = await world.send(prepared, own, signal);
  return settle(prepared, exchange, { ...traceOf(prepared), ...traced });
}

const traceOf = (prepared: PreparedRequest): HttpTrace => ({ request: traceRequest(prepared, { reveal: false }), requestRevealed: traceRequest(prepared, { reveal: true }), prepared });

/** What stands for the token is no secret worth revealing. */
const untoldTrace = (planned: PreparedRequest): HttpTrace => ({ ...traceOf(planned), requestRevealed: traceRequest(planned, { reveal: false }) });

const withNote = (reply: TaskReply, note: string): TaskReply => (reply.http === undefined ? reply : { ...reply, http: withNotes(reply.http, [note]) });

const withNotes = (http: HttpTrace, notes: readonly string[]): HttpTrace =>
  http.exchange === undefined ? http : { ...http, exchange: withReplyNotes(http.exchange, notes) };

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
  return reply.kind === 'failure' ? failed(reply, http) : { kind: 'result', value: reply.value, http: withNotes(http, reply.notes) };
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
const failed = ({ error, cause, notes }: { readonly error: string; readonly cause: string; readonly notes: readonly string[] }, http: HttpTrace): TaskReply =>
  ({ kind: 'failure', error, ...(cause === '' ? {} : { cause }), http: withNotes(http, notes) });

const notPerformed = (kind: NotPerformed['kind'], message: string, http?: HttpTrace): TaskReply =>
  ({ kind: 'not-performed', reason: { kind, message }, ...(http === undefined ? {} : { http }) });

const stopped = (http?: HttpTrace): TaskReply => notPerformed('stopped', 'Stopped before the state had its answer.', http);

import type { StateName } from '../asl/names.ts';
import { classifyHost, needsInsideGrant, neverAllowed } from '../http/addressKind.ts';
import { originOf } from '../http/allowedOrigins.ts';
import type { Connection } from '../http/connection.ts';
import { type Exchange, REFUSED_BEFORE_SENDING, type SendFailure } from '../http/exchange.ts';
import { findGrant, type Grant, type GrantKey, hostAndPort, insideGrantFor } from '../http/grants.ts';
import { applyMapping, checkSecretOrigins, type HostMapping } from '../http/hostMapping.ts';
import type { HttpWorld, Routed, SendRoute } from '../http/HttpWorld.ts';
import { redactTokenExchange } from '../http/oauth/redactTokenExchange.ts';
import type { TokenCache } from '../http/oauth/tokenCache.ts';
import { tokenOrigins, tokenRefusal } from '../http/oauth/tokenMayGo.ts';
import { isTokenRequest, type TokenRequest } from '../http/oauth/tokenRequest.ts';
import { tokenKeyPrefix } from '../http/oauth/tokenSource.ts';
import type { PreparedRequest } from '../http/prepared.ts';
import { publicPrepared } from '../http/publicPrepared.ts';
import { redactExchange } from '../http/redact.ts';
import { strayingSecret } from '../http/strayingSecret.ts';
import { err, ok, type Result } from '../lib/Result.ts';
import type { ConsentAnswer, ConsentQuestion, SentEntry } from './consent.ts';
import { consentQuestion, type Destination } from './consentQuestion.ts';
import { sendOverRoute, type Senders } from './sendOverRoute.ts';
import type { Vault } from './vault.ts';

type Denied = Extract<Routed, { kind: 'denied' }>;

/** Everything an HTTP task of one test may touch. Made anew for each test, so that mappings and workflow are those of the click. */
export interface HttpWorldDeps extends Senders {
  readonly region: string;
  /** `id` keys the grants, `name` is for the list of what was sent. */
  readonly workflow: { readonly id: string; readonly name: string };
  readonly state: StateName;
  readonly connections: readonly Connection[];
  readonly vault: Pick<Vault, 'get'>;
  /** Access tokens, in memory; absent: each request of an OAuth connection fetches its own. */
  readonly tokens?: TokenCache;
  readonly hostMappings: readonly HostMapping[];
  readonly sandboxOrigin?: string | undefined;
  /** The person's own store: read when needed, because an answer may have come in another tab. */
  readonly grants: { all(): readonly Grant[]; add(grant: Grant): void };
  ask(question: ConsentQuestion): Promise<ConsentAnswer>;
  /** The list of everything that left this machine; never a secret in it. */
  record(entry: SentEntry, kept: KeptExchange): void;
  readonly now: () => number;
  readonly id: () => string;
}

/** Sections 5 and 6 of design.md on the page: binding of secrets, host mapping, addresses, consent, route, the list of what was sent. */
export function createHttpWorld(deps: HttpWorldDeps): HttpWorld {
  return {
    region: deps.region,
    ...(deps.sandboxOrigin === undefined ? {} : { sandboxOrigin: deps.sandboxOrigin }),
    ...(deps.tokens === undefined ? {} : { tokens: deps.tokens }),
    connectionByArn(arn) {
      const connection = connectionOf(deps, arn);
      return connection === undefined ? null : { connection, secrets: deps.vault.get(connection) };
    },
    tokenTarget(request) {
      const mapped = applyMapping(request.url, deps.hostMappings, deps.sandboxOrigin);
      return mapped.kind === 'broken' ? request.url : mapped.sentTo;
    },
    route: (prepared, token) => route(deps, prepared, token),
    async send(prepared, routed, signal) {
      const begin = deps.now();
      const exchange = await sendAskingAgain(deps, prepared, routed, signal);
      const timed = { ...exchange, durationMs: deps.now() - begin };
      record(deps, prepared, timed);
      return timed;
    },
  };
}

const connectionOf = (deps: HttpWorldDeps, arn: string): Connection | undefined => deps.connections.find((one) => one.arn === arn);

/** One of the requests that a click may send: the task's own, and the one for its access token. */
interface Leg extends Destination {
  readonly key: GrantKey;
  /** Its address wants a grant that says "internal". */
  readonly wantsInside: boolean;
  /** Where its secrets are bound to; absent: it holds none. */
  readonly secretOrigins?: readonly string[];
}

async function route(deps: HttpWorldDeps, prepared: PreparedRequest, token: TokenRequest | undefined): Promise<Routed> {
  const over = deps.bridge ? 'bridge' : deps.direct ? 'direct' : null;
  const own = legOf(deps, prepared);
  if (!own.ok) return own.error;
  if (over === null) return denied('no-route', 'Nothing here can send a request: the bridge is not connected. Open the URL that npm start prints, or use a mock for this state.');
  const bound = secretsStayHome(deps, prepared, own.value.sentTo);
  if (bound) return bound;
  const first = token === undefined ? null : tokenLeg(deps, token);
  if (first !== null && !first.ok) return first.error;
  const legs = first === null ? [own.value] : [first.value, own.value];

  const send = (granted: Granted): SendRoute => ({
    ...routeOf(own.value, over, granted),
    ...(first === null ? {} : { token: routeOf(first.value, over, granted) }),
  });
  const grants = deps.grants.all();
  const granted: Granted = ({ key }) => insideGrantFor(grants, key);
  if (legs.every((leg) => findGrant(grants, leg.key) && (!leg.wantsInside || granted(leg) !== undefined))) return send(granted);
  const question = consentQuestion({ id: deps.id(), ...own.value, token: first?.value, route: over, connection: connectionOf(deps, prepared.connectionArn) });
  const answer = await askFor(deps, question, legs);
  return answer.ok ? send(({ key, wantsInside }) => (wantsInside ? hostAndPort(key.sentTo) : undefined)) : answer.error;
}

/** The inside address that was granted for this request, if it is one. */
type Granted = (leg: Leg) => string | undefined;

function routeOf(leg: Leg, over: SendRoute['route'], granted: Granted): SendRoute {
  const insideGrant = granted(leg);
  return {
    kind: 'send', sentTo: leg.sentTo, mapped: leg.mapped, route: over,
    ...(leg.secretOrigins === undefined ? {} : { secretOrigins: leg.secretOrigins }), ...(insideGrant === undefined ? {} : { insideGrant }),
  };
}

function legOf(deps: HttpWorldDeps, prepared: PreparedRequest): Result<Leg, Denied> {
  const mapped = applyMapping(prepared.url, deps.hostMappings, deps.sandboxOrigin);
  if (mapped.kind === 'broken') return err(denied('no-route', mapped.message));
  const { sentTo } = mapped;
  const { hostname, host } = new URL(sentTo);
  const kind = classifyHost(hostname);
  if (neverAllowed(kind)) {
    const what = isTokenRequest(prepared) ? 'the token endpoint of the connection' : 'ApiEndpoint';
    return err(denied('refused-address', `${host} is an address that nothing is ever sent to (link-local, cloud metadata, multicast or reserved). Correct ${what} or the host mapping.`));
  }
  const isSandbox = deps.sandboxOrigin !== undefined && originOf(sentTo) === originOf(deps.sandboxOrigin);
  const secretOrigins = prepared.secretValues?.length === 0 ? {} : { secretOrigins: connectionOf(deps, prepared.connectionArn)?.allowedOrigins ?? [] };
  return ok({ prepared, sentTo, mapped: mapped.kind === 'mapped', kind, isSandbox, wantsInside: needsInsideGrant(kind) && !isSandbox, key: grantKey(deps, prepared, sentTo), ...secretOrigins });
}

/** The client secret is bound to its endpoint: checked before the person is asked, as the task's own secrets are. */
function tokenLeg(deps: HttpWorldDeps, token: TokenRequest): Result<Leg, Denied> {
  const leg = legOf(deps, token);
  const connection = connectionOf(deps, token.connectionArn);
  if (!leg.ok || connection === undefined) return leg;
  const { sentTo } = leg.value;
  const refused = tokenRefusal(token, connection, sentTo, deps.sandboxOrigin);
  return refused === null ? ok({ ...leg.value, secretOrigins: tokenOrigins(token, connection, sentTo) }) : err(denied('secret-not-allowed', refused));
}

/** Before the person is asked anything: no answer of theirs could lift this. */
function secretsStayHome(deps: HttpWorldDeps, prepared: PreparedRequest, sentTo: string): Denied | null {
  const sandbox = deps.sandboxOrigin === undefined ? {} : { sandboxOrigin: deps.sandboxOrigin };
  const own = connectionOf(deps, prepared.connectionArn);
  const checked = checkSecretOrigins({ prepared, sentTo, allowedOrigins: own?.allowedOrigins ?? [], ...sandbox });
  if (!checked.ok) return denied(checked.error.kind, checked.error.message);
  const others = deps.connections.filter((connection) => connection !== own).map((connection) => ({ connection, secrets: { ...deps.vault.get(connection), ...tokensOf(deps, connection) } }));
  const stray = strayingSecret(prepared, others, { sentTo, ...sandbox });
  return stray === null ? null : denied('secret-not-allowed', stray);
}

/** Access tokens are secrets of their connection as much as what was typed. */
const tokensOf = ({ tokens }: HttpWorldDeps, { arn }: Connection) => Object.fromEntries((tokens?.valuesFor(tokenKeyPrefix(arn)) ?? []).map((value, at) => [`token.${at}`, value]));

const grantKey = (deps: HttpWorldDeps, prepared: PreparedRequest, sentTo: string): GrantKey => ({
  workflow: deps.workflow.id,
  origin: originOf(prepared.url),
  sentTo: originOf(sentTo),
  connection: prepared.connectionArn,
  method: prepared.method,
  ...(isTokenRequest(prepared) ? { purpose: prepared.purpose } : {}),
});

/** "Always" is kept for each of the requests, "once" nowhere. */
async function askFor(deps: HttpWorldDeps, question: ConsentQuestion, legs: readonly Leg[]): Promise<Result<null, Denied>> {
  const answer = await deps.ask(question);
  switch (answer) {
    case 'mock':
      return err(denied('needs-mock', 'Nothing was sent. Give this state a mock and run the test again.'));
    case 'cancel':
      return err(denied('consent-denied', 'Nothing was sent, because you did not allow it. Run the test again to be asked again, or use a mock.'));
    case 'always':
      for (const { key, wantsInside } of legs) deps.grants.add({ key, kind: 'always', ...(wantsInside ? { insideAddress: hostAndPort(key.sentTo) } : {}) });
      return ok(null);
    case 'once':
      return ok(null);
  }
}

const denied = (kind: Denied['reason']['kind'], message: string): Denied => ({ kind: 'denied', reason: { kind, message } });

/**
 * Only the sender can see that a public name leads inside. It then has sent nothing, so the person is asked a second time and
 * the request goes out once.
 */
async function sendAskingAgain(deps: HttpWorldDeps, prepared: PreparedRequest, routed: SendRoute, signal: AbortSignal): Promise<Exchange> {
  const first = await sendOverRoute(deps, prepared, routed, signal);
  if (first.failure?.kind !== 'needs-inside-grant' || routed.insideGrant !== undefined) return first;
  const { sentTo, mapped } = routed;
  const leg: Leg = { prepared, sentTo, mapped, kind: classifyHost(new URL(sentTo).hostname), isSandbox: false, wantsInside: true, key: grantKey(deps, prepared, sentTo) };
  const connection = connectionOf(deps, prepared.connectionArn);
  const question = consentQuestion({ id: deps.id(), ...leg, route: 'bridge', connection, resolvedTo: first.failure.address ?? 'an internal address' });
  const answer = await askFor(deps, question, [leg]);
  if (!answer.ok) return { ...first, failure: { kind: 'consent-denied', message: answer.error.reason.message } };
  if (signal.aborted) return { ...first, failure: { kind: 'stopped', message: 'Stopped before anything was sent.' } };
  return sendOverRoute(deps, prepared, { ...routed, insideGrant: hostAndPort(sentTo) }, signal);
}

const nothingLeft = ({ kind, maybeSent }: SendFailure): boolean => (REFUSED_BEFORE_SENDING.has(kind) || kind === 'stopped') && !maybeSent;

/** A send as it may be looked at again while the page is open: masked like everything that is kept. */
export interface KeptExchange {
  readonly prepared: PreparedRequest;
  readonly exchange: Exchange;
}

/** Refusals sent nothing, so they are not in the list of what left. */
function record(deps: HttpWorldDeps, prepared: PreparedRequest, exchange: Exchange): void {
  if (exchange.failure && nothingLeft(exchange.failure)) return;
  const forToken = isTokenRequest(prepared);
  const masked = forToken ? redactTokenExchange(exchange, prepared) : redactExchange(exchange, prepared);
  const { request, response, failure } = masked;
  deps.record({
    id: deps.id(),
    at: deps.now(),
    workflow: deps.workflow.name,
    state: deps.state,
    method: request.method,
    url: request.url,
    sentTo: request.sentTo,
    connection: connectionOf(deps, prepared.connectionArn)?.name ?? prepared.connectionArn,
    status: response?.status ?? null,
    ...(failure === undefined ? {} : { failure: failure.message }),
    bytes: exchange.request.body?.length ?? 0,
    ...(forToken ? { purpose: prepared.purpose } : {}),
  }, { prepared: publicPrepared(prepared), exchange: masked });
}

import type { StateName } from '../asl/names.ts';
import { classifyHost, needsInsideGrant, neverAllowed } from '../http/addressKind.ts';
import { originOf } from '../http/allowedOrigins.ts';
import type { Connection } from '../http/connection.ts';
import { type Exchange, REFUSED_BEFORE_SENDING, type SendFailure } from '../http/exchange.ts';
import { findGrant, type Grant, type GrantKey, hostAndPort, insideGrantFor } from '../http/grants.ts';
import { applyMapping, checkSecretOrigins, type HostMapping } from '../http/hostMapping.ts';
import type { HttpWorld, Routed } from '../http/performHttpTask.ts';
import type { PreparedRequest } from '../http/prepared.ts';
import { redactExchange } from '../http/redact.ts';
import { strayingSecret } from '../http/strayingSecret.ts';
import { err, ok, type Result } from '../lib/Result.ts';
import type { ConsentAnswer, ConsentQuestion, SentEntry } from './consent.ts';
import { consentQuestion } from './consentQuestion.ts';
import { sendOverRoute, type Senders } from './sendOverRoute.ts';
import type { Vault } from './vault.ts';

type Send = Extract<Routed, { kind: 'send' }>;
type Denied = Extract<Routed, { kind: 'denied' }>;

/** Everything an HTTP task of one test may touch. Made anew for each test, so that mappings and workflow are those of the click. */
export interface HttpWorldDeps extends Senders {
  readonly region: string;
  /** `id` keys the grants, `name` is for the list of what was sent. */
  readonly workflow: { readonly id: string; readonly name: string };
  readonly state: StateName;
  readonly connections: readonly Connection[];
  readonly vault: Pick<Vault, 'get'>;
  readonly hostMappings: readonly HostMapping[];
  readonly sandboxOrigin?: string | undefined;
  /** The person's own store: read when needed, because an answer may have come in another tab. */
  readonly grants: { all(): readonly Grant[]; add(grant: Grant): void };
  ask(question: ConsentQuestion): Promise<ConsentAnswer>;
  /** The list of everything that left this machine; never a secret in it. */
  record(entry: SentEntry): void;
  readonly now: () => number;
  readonly id: () => string;
}

/** Sections 5 and 6 of design.md on the page: binding of secrets, host mapping, addresses, consent, route, the list of what was sent. */
export function createHttpWorld(deps: HttpWorldDeps): HttpWorld {
  return {
    region: deps.region,
    ...(deps.sandboxOrigin === undefined ? {} : { sandboxOrigin: deps.sandboxOrigin }),
    connectionByArn(arn) {
      const connection = deps.connections.find((one) => one.arn === arn);
      return connection === undefined ? null : { connection, secrets: deps.vault.get(connection) };
    },
    route: (prepared) => route(deps, prepared),
    async send(prepared, routed, signal) {
      const begin = deps.now();
      const exchange = await sendAskingAgain(deps, prepared, routed, signal);
      const timed = { ...exchange, durationMs: deps.now() - begin };
      record(deps, prepared, timed);
      return timed;
    },
  };
}

async function route(deps: HttpWorldDeps, prepared: PreparedRequest): Promise<Routed> {
  const mapped = applyMapping(prepared.url, deps.hostMappings, deps.sandboxOrigin);
  if (mapped.kind === 'broken') return denied('no-route', mapped.message);
  const over = deps.bridge ? 'bridge' : deps.direct ? 'direct' : null;
  if (over === null) return denied('no-route', 'Nothing here can send a request: the bridge is not connected. Open the URL that npm start prints, or use a mock for this state.');
  const { sentTo } = mapped;
  const { hostname, host } = new URL(sentTo);
  const kind = classifyHost(hostname);
  const isSandbox = deps.sandboxOrigin !== undefined && originOf(sentTo) === originOf(deps.sandboxOrigin);
  if (neverAllowed(kind)) return denied('refused-address', `${host} is an address that nothing is ever sent to (link-local, cloud metadata, multicast or reserved). Correct ApiEndpoint or the host mapping.`);

  const bound = secretsStayHome(deps, prepared, sentTo);
  if (bound) return bound;

  const inside = needsInsideGrant(kind) && !isSandbox;
  const key = grantKey(deps, prepared, sentTo);
  const connection = deps.connections.find(({ arn }) => arn === prepared.connectionArn);
  const secretOrigins = prepared.secretValues?.length === 0 ? {} : { secretOrigins: connection?.allowedOrigins ?? [] };
  const send = (insideGrant: string | undefined): Send => ({
    kind: 'send', sentTo, mapped: mapped.kind === 'mapped', route: over, ...secretOrigins, ...(insideGrant === undefined ? {} : { insideGrant }),
  });
  const grants = deps.grants.all();
  const insideGrant = insideGrantFor(grants, key);
  if (findGrant(grants, key) && (!inside || insideGrant !== undefined)) return send(insideGrant);
  const question = consentQuestion({ id: deps.id(), prepared, sentTo, mapped: mapped.kind === 'mapped', kind, isSandbox, route: over, connection });
  const answer = await askFor(deps, question, key, inside);
  return answer.ok ? send(answer.value) : answer.error;
}

/** Before the person is asked anything: no answer of theirs could lift this. */
function secretsStayHome(deps: HttpWorldDeps, prepared: PreparedRequest, sentTo: string): Denied | null {
  const sandbox = deps.sandboxOrigin === undefined ? {} : { sandboxOrigin: deps.sandboxOrigin };
  const own = deps.connections.find(({ arn }) => arn === prepared.connectionArn);
  const checked = checkSecretOrigins({ prepared, sentTo, allowedOrigins: own?.allowedOrigins ?? [], ...sandbox });
  if (!checked.ok) return denied(checked.error.kind, checked.error.message);
  const others = deps.connections.filter((connection) => connection !== own).map((connection) => ({ connection, secrets: deps.vault.get(connection) }));
  const stray = strayingSecret(prepared, others, { sentTo, ...sandbox });
  return stray === null ? null : denied('secret-not-allowed', stray);
}

const grantKey = (deps: HttpWorldDeps, prepared: PreparedRequest, sentTo: string): GrantKey => ({
  workflow: deps.workflow.id,
  origin: originOf(prepared.url),
  sentTo: originOf(sentTo),
  connection: prepared.connectionArn,
  method: prepared.method,
});

/** `ok`: the address granted as an internal one, if it is one. "Once" is kept nowhere. */
async function askFor(deps: HttpWorldDeps, question: ConsentQuestion, key: GrantKey, inside: boolean): Promise<Result<string | undefined, Denied>> {
  const answer = await deps.ask(question);
  const insideAddress = inside ? hostAndPort(key.sentTo) : undefined;
  switch (answer) {
    case 'mock':
      return err(denied('needs-mock', 'Nothing was sent. Give this state a mock and run the test again.'));
    case 'cancel':
      return err(denied('consent-denied', 'Nothing was sent, because you did not allow it. Run the test again to be asked again, or use a mock.'));
    case 'always':
      deps.grants.add({ key, kind: 'always', ...(insideAddress === undefined ? {} : { insideAddress }) });
      return ok(insideAddress);
    case 'once':
      return ok(insideAddress);
  }
}

const denied = (kind: Denied['reason']['kind'], message: string): Denied => ({ kind: 'denied', reason: { kind, message } });

/**
 * Only the sender can see that a public name leads inside. It then has sent nothing, so the person is asked a second time and
 * the request goes out once.
 */
async function sendAskingAgain(deps: HttpWorldDeps, prepared: PreparedRequest, routed: Send, signal: AbortSignal): Promise<Exchange> {
  const first = await sendOverRoute(deps, prepared, routed, signal);
  if (first.failure?.kind !== 'needs-inside-grant' || routed.insideGrant !== undefined) return first;
  const connection = deps.connections.find(({ arn }) => arn === prepared.connectionArn);
  const kind = classifyHost(new URL(routed.sentTo).hostname);
  const question = consentQuestion({
    id: deps.id(), prepared, sentTo: routed.sentTo, mapped: routed.mapped, kind, isSandbox: false, route: 'bridge', connection, resolvedTo: first.failure.address ?? 'an internal address',
  });
  const answer = await askFor(deps, question, grantKey(deps, prepared, routed.sentTo), true);
  if (!answer.ok) return { ...first, failure: { kind: 'consent-denied', message: answer.error.reason.message } };
  if (signal.aborted) return { ...first, failure: { kind: 'stopped', message: 'Stopped before anything was sent.' } };
  return sendOverRoute(deps, prepared, { ...routed, ...(answer.value === undefined ? {} : { insideGrant: answer.value }) }, signal);
}

const nothingLeft = ({ kind, maybeSent }: SendFailure): boolean => (REFUSED_BEFORE_SENDING.has(kind) || kind === 'stopped') && !maybeSent;

/** Refusals sent nothing, so they are not in the list of what left. */
function record(deps: HttpWorldDeps, prepared: PreparedRequest, exchange: Exchange): void {
  if (exchange.failure && nothingLeft(exchange.failure)) return;
  const { request, response, failure } = redactExchange(exchange, prepared);
  deps.record({
    id: deps.id(),
    at: deps.now(),
    workflow: deps.workflow.name,
    state: deps.state,
    method: request.method,
    url: request.url,
    sentTo: request.sentTo,
    connection: deps.connections.find(({ arn }) => arn === prepared.connectionArn)?.name ?? prepared.connectionArn,
    status: response?.status ?? null,
    ...(failure === undefined ? {} : { failure: failure.message }),
    bytes: exchange.request.body?.length ?? 0,
  });
}

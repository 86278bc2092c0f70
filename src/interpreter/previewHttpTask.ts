import { isHttpResource } from '../asl/httpResource.ts';
import type { QueryLanguage } from '../asl/names.ts';
import type { Sources } from '../expr/PathScope.ts';
import { endpointCall } from '../http/endpointCall.ts';
import type { EndpointCall, RefusedCall } from '../http/HttpWorld.ts';
import { shownParts, type KnownConnection, type ShownParts } from '../http/placeholders.ts';
import { assembleRequest } from '../http/prepare.ts';
import type { PrepareFailure } from '../http/prepareFailure.ts';
import type { Overridden, PreparedRequest } from '../http/prepared.ts';
import { readArguments } from '../http/readArguments.ts';
import { parseJsonText } from '../lib/jacksonError.ts';
import type { Json, JsonObject } from '../lib/Json.ts';
import { andThen, type MaybePromise } from '../lib/MaybePromise.ts';
import { ok, type Result } from '../lib/Result.ts';
import { unreachable } from '../lib/unreachable.ts';
import type { TaskCall } from './environment.ts';
import { enter } from './evaluators.ts';
import { noTrace, type Frame } from './frame.ts';
import { AWS_LIMITS } from './limits.ts';
import type { TaskState } from './states/definition.ts';
import { defaultContext } from './test-state/contextObject.ts';
import { pickState } from './test-state/pickState.ts';

export interface HttpPreviewRequest {
  /** The state alone, as JSON or as its text. */
  readonly state: Json;
  /** Of the machine around it; the state's own counts first. */
  readonly queryLanguage?: QueryLanguage;
  readonly input: Json;
  readonly variables?: JsonObject;
  /** Absent: the one that a test gets. */
  readonly context?: JsonObject;
}

export interface HttpPreviewWorld {
  /** With the secrets that are here; those that are not become visible placeholders. */
  connectionByArn(arn: string): KnownConnection | null;
  readonly region: string;
  readonly accountId?: string;
  /** Whether the role under test may make the call, as in a test; absent: everything is allowed. */
  authorize?(call: EndpointCall): RefusedCall | null;
  /** For the context object, States.UUID and their like; absent: the same sample each time. */
  readonly sources?: Sources;
}

export type HttpPreview =
  | {
      readonly kind: 'request';
      readonly prepared: PreparedRequest;
      readonly overridden: readonly Overridden[];
      /** Texts in the request that stand for secrets which are not here: such a request cannot be sent. */
      readonly placeholders: readonly string[];
    }
  /** What the state would fail with at run time. `InvalidDefinition`: what AWS says of the definition. */
  | { readonly kind: 'failure'; readonly error: string; readonly cause: string; /** Ours: what to change. */ readonly hint?: string }
  /** `prepared`: as far as the definition goes, without what the connection would add. */
  | { readonly kind: 'no-connection'; readonly arn: string; readonly prepared: PreparedRequest }
  /** Nothing AWS would say: a sentence of ours, such as that this is no HTTP task. */
  | { readonly kind: 'unusable'; readonly message: string };

/**
 * The exact request that an HTTP task would send, or what it would fail with before sending. Evaluates the state up to its task and
 * prepares the call as `performHttpTask` does; sends nothing, asks nobody. A failure met later (an answer, a refusal) is not known here.
 */
export function previewHttpTask(request: HttpPreviewRequest, world: HttpPreviewWorld): MaybePromise<HttpPreview> {
  try {
    const preview = evaluate(request, world);
    return preview instanceof Promise ? preview.catch(tooDeep) : preview;
  } catch (error) {
    return tooDeep(error);
  }
}

/** The stack ended. */
function tooDeep(error: unknown): HttpPreview {
  if (!(error instanceof RangeError)) throw error;
  return { kind: 'unusable', message: 'The state or its input nests too deeply to be shown here. Take some levels out.' };
}

function evaluate(request: HttpPreviewRequest, world: HttpPreviewWorld): MaybePromise<HttpPreview> {
  const picked = pick(request);
  if (!picked.ok) return { kind: 'failure', error: picked.error.name, cause: picked.error.message };
  const { state, language } = picked.value;
  if (state.Type !== 'Task' || !isHttpResource(state.Resource)) return { kind: 'unusable', message: 'This state is no HTTP task, so it sends no request of its own.' };
  const outcome = enter(state, frameOf(request, world, state, language));
  return andThen(outcome, (entered): HttpPreview => {
    if (entered.kind === 'fail') return { kind: 'failure', error: entered.failure.error ?? '', cause: entered.failure.cause ?? '' };
    if (entered.kind === 'await' && entered.effect.kind === 'call') return prepare(entered.effect.call, world);
    throw new Error('An HTTP task asked for something else than its call.');
  });
}

const ALONE = 'StateName';

/** A text that is no JSON is refused as it stands, so that the refusal names the place in it. */
function pick({ state, queryLanguage }: HttpPreviewRequest): ReturnType<typeof pickState> {
  const text = typeof state === 'string' ? state : JSON.stringify(state);
  const parsed = parseJsonText(text);
  if (queryLanguage === undefined || !parsed.ok) return pickState({ definition: text }, 'studio');
  const machine = { StartAt: ALONE, QueryLanguage: queryLanguage, States: { [ALONE]: parsed.value } };
  return pickState({ definition: JSON.stringify(machine), stateName: ALONE }, 'studio');
}

const SAMPLE: Sources = { now: () => Date.UTC(2025, 0, 1), random: () => 0.5, id: () => '00000000-0000-4000-8000-000000000000' };

function frameOf(request: HttpPreviewRequest, world: HttpPreviewWorld, state: TaskState, language: QueryLanguage): Frame {
  const sources = world.sources ?? SAMPLE;
  const { region, accountId } = world;
  return {
    stateName: ALONE,
    input: request.input,
    context: request.context ?? defaultContext(state, request.input, undefined, { ports: sources, region, ...(accountId === undefined ? {} : { accountId }) }),
    variables: request.variables ?? {},
    language,
    enteredAt: sources.now(),
    sources,
    limits: AWS_LIMITS,
    trace: noTrace,
  };
}

function prepare(call: TaskCall, world: HttpPreviewWorld): HttpPreview {
  const fields = readArguments(call.arguments, call.field ?? 'Parameters');
  if (!fields.ok) return failed(fields.error);
  const { connectionArn: arn } = fields.value;
  const known = world.connectionByArn(arn);
  const refused = known === null ? null : world.authorize?.(endpointCall(fields.value, call));
  if (refused) return { kind: 'failure', ...refused };
  const shown: Result<ShownParts, PrepareFailure> = known === null ? ok(NOTHING) : shownParts(known);
  if (!shown.ok) return failed(shown.error);
  const { parts, placeholders } = shown.value;
  const prepared = assembleRequest(fields.value, parts, { region: world.region, ...(call.timeoutMs === undefined ? {} : { timeoutMs: call.timeoutMs }) });
  if (!prepared.ok) return failed(prepared.error);
  return known === null
    ? { kind: 'no-connection', arn, prepared: prepared.value }
    : { kind: 'request', prepared: withLengthNote(prepared.value, placeholders), overridden: prepared.value.overridden ?? [], placeholders };
}

function withLengthNote(prepared: PreparedRequest, placeholders: readonly string[]): PreparedRequest {
  const text = prepared.body?.text ?? '';
  return placeholders.some((placeholder) => text.includes(placeholder))
    ? { ...prepared, notes: [...prepared.notes, 'Content-Length counts the placeholder of a secret here; the request that is sent has the length of the secret itself.'] }
    : prepared;
}

const NOTHING: ShownParts = { parts: { headers: [], query: [], body: [], secretValues: [] }, placeholders: [] };

function failed(failure: PrepareFailure): HttpPreview {
  switch (failure.kind) {
    case 'runtime':
      return { kind: 'failure', error: failure.error, cause: failure.cause, ...(failure.hint === undefined ? {} : { hint: failure.hint }) };
    case 'missing-secret': case 'unsupported':
      return { kind: 'unusable', message: failure.message };
    default:
      return unreachable(failure);
  }
}

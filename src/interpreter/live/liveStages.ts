import type { Sources } from '../../expr/PathScope.ts';
import { testState } from '../testState.ts';
import type { TestStateRequest } from '../testStateApi.ts';
import type { TestStateOutcome } from '../testStateOutcome.ts';

export interface StagesOrder {
  /**
   * The states on the way, the shown one last: the input of each but the first is the output of the one before. `into`: what enters a
   * Map or Parallel goes on to the first state inside.
   */
  readonly chain: readonly { readonly request: TestStateRequest; readonly into?: boolean }[];
  readonly region: string;
}

export interface LiveStages {
  /** What the shown state was given, as text. */
  readonly input: string;
  readonly variables: string;
  /** Of the shown state; null where the way to it gave no input. */
  readonly outcome: TestStateOutcome | null;
  /** Which state of the chain did not go on, and why. */
  readonly stoppedAt?: { readonly index: number; readonly reason: string };
}

const NOT_SENT = 'Nothing is sent while you type. Run a test, or give this state a mock, to see what follows.';

/** Evaluates a state for an input without performing anything: a task answers with its mock, or the stages end before it. */
export async function liveStages({ chain, region }: StagesOrder, sources: Sources): Promise<LiveStages> {
  const ports = { ...sources, perform: () => ({ kind: 'not-performed', reason: { kind: 'needs-mock', message: NOT_SENT } }) as const };
  let [input, variables] = [chain[0]?.request.input ?? '{}', chain[0]?.request.variables ?? ''];
  for (const [index, { request, into }] of chain.entries()) {
    const given = { ...request, input, inspectionLevel: 'DEBUG' as const, ...(variables === '' ? {} : { variables }) };
    const outcome = await testState(given, { ports, dialect: 'studio', region });
    if (index === chain.length - 1) return { input, variables, outcome };
    const next = into ? entering(outcome) : leaving(outcome);
    if (next.input === undefined) return { input: '{}', variables: '', outcome: null, stoppedAt: { index, reason: next.reason } };
    [input, variables] = [next.input, next.variables ?? variables];
  }
  return { input, variables, outcome: null };
}

interface Onward {
  readonly input?: string;
  readonly variables?: string;
  readonly reason: string;
}

function leaving(outcome: TestStateOutcome): Onward {
  if (outcome.kind !== 'answered') return { reason: reasonOf(outcome) };
  const { status, output, error, cause, inspectionData } = outcome.response;
  if (status === 'CAUGHT_ERROR') return { reason: `its error ${error ?? ''} is caught, so it goes on elsewhere` };
  const variables = inspectionData?.variables === undefined ? {} : { variables: inspectionData.variables };
  return output === undefined ? { reason: [error, cause].filter(Boolean).join(': ') } : { input: output, ...variables, reason: '' };
}

/** What a branch is given, or the first item of a Map. */
function entering(outcome: TestStateOutcome): Onward {
  const data = outcome.kind === 'answered' ? outcome.response.inspectionData : outcome.kind === 'not-performed' ? outcome.partial : undefined;
  const items = data?.afterItemBatcher ?? data?.afterItemSelector ?? data?.afterItemsPath;
  const given = items === undefined ? (data?.afterArguments ?? data?.afterParameters ?? data?.afterInputPath ?? data?.input) : firstOf(items);
  return given === undefined ? { reason: outcome.kind === 'answered' ? 'it has no items' : reasonOf(outcome) } : { input: given, reason: '' };
}

function firstOf(items: string): string | undefined {
  const list = JSON.parse(items) as unknown; // The engine wrote it.
  return Array.isArray(list) && list.length > 0 ? JSON.stringify(list[0]) : undefined;
}

function reasonOf(outcome: Exclude<TestStateOutcome, { kind: 'answered' }>): string {
  return outcome.kind === 'refused' ? outcome.exception.message : outcome.kind === 'unsupported' ? outcome.message : outcome.reason.message;
}

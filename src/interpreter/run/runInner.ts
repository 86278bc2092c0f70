import type { Json, JsonObject } from '../../lib/Json.ts';
import type { Environment, NotPerformed } from '../environment.ts';
import type { StatesError } from '../failure.ts';
import type { Iterations } from '../outcome.ts';
import type { Machine } from '../states/definition.ts';
import { exceedsTolerance, THRESHOLD_EXCEEDED } from '../tolerance.ts';
import { Execution } from './Execution.ts';
import { RunHandle } from './RunHandle.ts';

/** What the machines inside a tested Map or Parallel state came to. */
export type InnerReply =
  | { readonly kind: 'value'; readonly value: Json }
  | { readonly kind: 'failure'; readonly failure: StatesError }
  | { readonly kind: 'not-performed'; readonly reason: NotPerformed }
  | { readonly kind: 'unsupported'; readonly message: string };

/** The surroundings that branches and iterations see: they read the outer variables and the outer context object. */
export interface Outer {
  readonly environment: Environment;
  readonly variables: JsonObject;
  readonly context: JsonObject;
  /** `QueryLanguage` of the whole machine, which the states inside inherit. */
  readonly machineLanguage: Machine['QueryLanguage'];
}

async function runOne(machine: Machine, input: Json, outer: Outer, item?: JsonObject): Promise<InnerReply> {
  const context = item === undefined ? outer.context : { ...outer.context, Map: { Item: item } };
  const inherited = outer.machineLanguage === undefined ? machine : { ...machine, QueryLanguage: outer.machineLanguage };
  const outcome = await new RunHandle(new Execution(inherited, input, outer.environment, { history: false, variables: outer.variables, context })).finish();
  switch (outcome.kind) {
    case 'ended':
      if (outcome.output !== undefined) return { kind: 'value', value: JSON.parse(outcome.output) as Json };
      return { kind: 'failure', failure: { ...(outcome.error === undefined ? {} : { error: outcome.error }), ...(outcome.cause === undefined ? {} : { cause: outcome.cause }) } };
    case 'refused':
      return { kind: 'unsupported', message: outcome.message };
    case 'not-performed':
    case 'unsupported':
      return outcome;
  }
}

/** One branch after another: time is virtual, and a person sees one request at a time. The first failure ends it. */
export async function runBranches(branches: readonly Machine[], input: Json, outer: Outer): Promise<InnerReply> {
  const results: Json[] = [];
  for (const branch of branches) {
    const reply = await runOne(branch, input, outer);
    if (reply.kind !== 'value') return reply;
    results.push(reply.value);
  }
  return { kind: 'value', value: results };
}

export async function runIterations(iterations: Iterations, outer: Outer): Promise<InnerReply> {
  const results: Json[] = [];
  let failures = 0;
  const tolerates = iterations.toleratedCount !== undefined || iterations.toleratedPercentage !== undefined;
  for (const [i, input] of iterations.inputs.entries()) {
    const reply = await runOne(iterations.processor, input, outer, iterations.items[i]);
    if (reply.kind === 'value') {
      results.push(reply.value);
      continue;
    }
    if (reply.kind !== 'failure' || !tolerates) return reply;
    if (exceedsTolerance(iterations, ++failures)) return { kind: 'failure', failure: THRESHOLD_EXCEEDED };
    const { error, cause = '' } = reply.failure;
    results.push({ ...(error === undefined ? {} : { Error: error }), Cause: cause }); // as an inline Map leaves it: `MapRun.failed`
  }
  // The child executions of a distributed Map leave records with ARNs and times that a test has not.
  if (failures > 0 && iterations.distributed) return { kind: 'unsupported', message: 'not supported yet: the result of a distributed Map with tolerated failures. Give the test a mock of its result.' };
  return { kind: 'value', value: results };
}

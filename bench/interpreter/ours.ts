import { enter } from '../../src/interpreter/evaluators.ts';
import { noTrace, type Frame } from '../../src/interpreter/frame.ts';
import { AWS_LIMITS } from '../../src/interpreter/limits.ts';
import { languageOf, type Machine, type State } from '../../src/interpreter/states/definition.ts';
import type { Json, JsonObject } from '../../src/lib/Json.ts';

export { run } from '../../src/interpreter/run.ts';

/** A loop over the states of a machine without Map, Parallel, Task or Wait: evaluation and nothing else. */
export async function evaluateOnly(machine: Machine, given: Json): Promise<Json> {
  const limits = { ...AWS_LIMITS, payloadBytes: Number.POSITIVE_INFINITY };
  const sources = { now: () => 0, random: () => 0.5, id: () => '' };
  let [name, input, variables]: [string | null, Json, JsonObject] = [machine.StartAt, given, {}];
  while (name !== null) {
    const state: State | undefined = machine.States[name];
    if (state === undefined) throw new Error(`There is no state ${name}.`);
    const frame: Frame = { stateName: name, input, context: {}, variables, language: languageOf(state, machine), enteredAt: 0, sources, limits, trace: noTrace };
    const entered = enter(state, frame);
    const outcome = entered instanceof Promise ? await entered : entered;
    if (outcome.kind !== 'go') throw new Error(JSON.stringify(outcome));
    if (outcome.assigned !== undefined) variables = { ...variables, ...outcome.assigned };
    [name, input] = [outcome.to, outcome.output];
  }
  return input;
}

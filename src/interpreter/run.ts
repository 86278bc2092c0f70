import type { Json } from '../lib/Json.ts';
import { err, ok, type Result } from '../lib/Result.ts';
import { invalidDefinitionMessage } from '../checks/definition/Diagnostic.ts';
import { validateSchema } from '../checks/definition/validateSchema.ts';
import type { Environment } from './environment.ts';
import { Execution } from './run/Execution.ts';
import { RunHandle } from './run/RunHandle.ts';
import type { RunOptions, RunOutcome } from './run/runTypes.ts';
import type { Machine } from './states/definition.ts';

/** Runs a machine to its end. Time is virtual unless asked otherwise: waits and retries pass at once, tasks go through `ports.perform`. */
export async function run(definition: Json, input: Json, environment: Environment, options: RunOptions = {}): Promise<RunOutcome> {
  const started = startRun(definition, input, environment, options);
  return started.ok ? started.value.finish() : { kind: 'refused', message: started.error };
}

/** A run to be taken forward by hand: step by step, stopped, redriven. The error is AWS's refusal of the definition. */
export function startRun(definition: Json, input: Json, environment: Environment, options: RunOptions = {}): Result<RunHandle, string> {
  const refusal = refusalOf(definition, options.type ?? 'STANDARD');
  if (refusal !== null) return err(refusal);
  // validateSchema has proved the shape
  const execution = new Execution(definition as unknown as Machine, input, environment, options);
  return ok(new RunHandle(execution));
}

const refusals = { STANDARD: new WeakMap<object, string | null>(), EXPRESS: new WeakMap<object, string | null>() };

/** A definition is plain data and never changed, so each is looked at once. */
function refusalOf(definition: Json, type: 'STANDARD' | 'EXPRESS'): string | null {
  const known = typeof definition === 'object' && definition !== null ? refusals[type].get(definition) : undefined;
  if (known !== undefined) return known;
  const errors = validateSchema(definition, type).filter(({ severity }) => severity === 'ERROR');
  const refusal = errors.length > 0 ? invalidDefinitionMessage(errors) : null;
  if (typeof definition === 'object' && definition !== null) refusals[type].set(definition, refusal);
  return refusal;
}

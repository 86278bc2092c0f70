import type { Json } from '../lib/Json.ts';
import { invalidDefinitionMessage } from '../checks/definition/Diagnostic.ts';
import { validateSchema } from '../checks/definition/validateSchema.ts';
import type { Environment } from './environment.ts';
import { Execution } from './run/Execution.ts';
import type { RunOptions, RunOutcome } from './run/runTypes.ts';
import type { Machine } from './states/definition.ts';

/** Runs a machine in virtual time: waits and retries pass at once, tasks go through `ports.perform`. */
export async function run(definition: Json, input: Json, environment: Environment, options: RunOptions = {}): Promise<RunOutcome> {
  const errors = validateSchema(definition, options.type).filter(({ severity }) => severity === 'ERROR');
  if (errors.length > 0) return { kind: 'refused', message: invalidDefinitionMessage(errors) };
  // validateSchema has proved the shape
  return new Execution(definition as unknown as Machine, input, environment, options).run();
}

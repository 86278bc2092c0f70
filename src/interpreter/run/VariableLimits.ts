import type { JsonObject } from '../../lib/Json.ts';
import type { Limits } from '../environment.ts';
import type { StatesError } from '../failure.ts';
import { dataLimitExceeded, payloadBytes } from '../payloadSize.ts';
import type { Thread } from './Thread.ts';

/** Keeps the variables of one execution within AWS's limits: of one Assign, and of all together. Source: asl-semantics.md section 6. */
export class VariableLimits {
  readonly #limits: Limits;
  #total = 0;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  assign(thread: Thread, state: string, assigned: JsonObject): StatesError | undefined {
    if (this.#limits.assignBytes === Number.POSITIVE_INFINITY && this.#limits.variablesBytes === Number.POSITIVE_INFINITY) return undefined;
    let block = 0;
    let replaced = 0;
    for (const [name, value] of Object.entries(assigned)) {
      block += payloadBytes(value);
      const old = thread.variables[name];
      if (old !== undefined) replaced += payloadBytes(old);
    }
    if (block > this.#limits.assignBytes) return dataLimitExceeded(state);
    const over = this.#total + block - replaced - this.#limits.variablesBytes;
    if (over > 0) {
      return {
        error: 'States.DataLimitExceeded',
        cause: `Execution total variable size limit exceeded. State '${state}' assigned variables that exceed the total execution limit by ${over} bytes.`,
      };
    }
    this.#total += block - replaced;
    thread.variableBytes += block - replaced;
    return undefined;
  }

  /** The variables of an inner scope vanish with it. */
  release(thread: Thread): void {
    this.#total -= thread.variableBytes;
    thread.variableBytes = 0;
  }
}

import { partitionOf } from '../../lib/awsPartition.ts';
import type { Json, JsonObject } from '../../lib/Json.ts';
import type { StatesError } from '../failure.ts';
import { payloadText } from '../payloadText.ts';
import type { MapState } from '../states/definition.ts';
import type { Driver } from './Driver.ts';
import { iso } from './iso.ts';
import type { Visit } from './Thread.ts';

type Ending = { readonly status: 'SUCCEEDED'; readonly output: Json } | { readonly status: 'FAILED'; readonly failure: StatesError };

interface Child {
  readonly name: string;
  readonly arn: string;
  readonly input: Json;
  readonly startedAt: number;
  readonly redrives: number;
  stoppedAt: number;
  ending?: Ending;
}

/** The executions that a distributed Map starts: one for each item or batch, apart from their parent. */
export class ChildExecutions {
  readonly arn: string;
  readonly #driver: Driver;
  readonly #label: string;
  readonly #express: boolean;
  readonly #children: Child[] = [];

  constructor(driver: Driver, { arn, label }: NonNullable<Visit['mapRun']>, state: MapState) {
    this.arn = arn;
    this.#driver = driver;
    this.#label = label;
    this.#express = (state.ItemProcessor ?? state.Iterator)?.ProcessorConfig?.ExecutionType === 'EXPRESS';
  }

  /** The context object that the child sees in place of its parent's. */
  begin(index: number, input: Json): { readonly execution: JsonObject; readonly stateMachine: JsonObject } {
    const { region, accountId, machineName, environment, agenda, options, era } = this.#driver;
    const name = environment.ports.id();
    const kind = this.#express ? 'express' : 'execution';
    const arn = `arn:${partitionOf(region)}:states:${region}:${accountId}:${kind}:${machineName}/${this.#label}:${name}${this.#express ? `:${environment.ports.id()}` : ''}`;
    this.#children[index] = { name, arn, input, startedAt: agenda.now, stoppedAt: agenda.now, redrives: 0 };
    return {
      execution: {
        Id: arn, Input: input, StartTime: iso(agenda.now), Name: name, RoleArn: options.roleArn ?? null,
        ...(this.#express || !era.redrive ? {} : { RedriveCount: 0 }),
      },
      stateMachine: { Id: `${this.#driver.stateMachineArn}/${this.#label}`, Name: `${machineName}/${this.#label}` },
    };
  }

  /** A Standard child is redriven under its name; an Express child cannot be, and is started anew. */
  again(index: number, execution: JsonObject): JsonObject {
    const child = this.#children[index];
    if (!child) return execution;
    if (this.#express) return this.begin(index, child.input).execution;
    const { ending: _, ...kept } = child;
    this.#children[index] = { ...kept, redrives: child.redrives + 1 };
    return { ...execution, RedriveCount: child.redrives + 1, RedriveTime: iso(this.#driver.agenda.now) };
  }

  ended(index: number, ending: Ending): void {
    const child = this.#children[index];
    if (!child) return;
    child.ending = ending;
    child.stoppedAt = this.#driver.agenda.now;
  }

  /** What the state gives without a ResultWriter: outputs, and the record of what failed, which AWS leaves as it is. */
  results(outputs: readonly Json[]): Json {
    return this.#children.some(({ ending }) => ending?.status === 'FAILED') ? this.#children.map((child, i) => (child.ending?.status === 'FAILED' ? this.#record(child) : (outputs[i] as Json))) : outputs;
  }

  /** For a ResultWriter. */
  records(outputs: readonly Json[]): readonly { readonly record: JsonObject; readonly output?: Json }[] {
    return this.#children.map((child, i) => ({ record: this.#record(child), ...(child.ending?.status === 'SUCCEEDED' ? { output: outputs[i] as Json } : {}) }));
  }

  /** As DescribeExecution would tell it, in the spelling of the result files. */
  #record({ name, arn, input, startedAt, stoppedAt, ending, redrives }: Child): JsonObject {
    const succeeded = ending?.status === 'SUCCEEDED';
    const redrivable = !succeeded && !this.#express;
    return {
      ExecutionArn: arn,
      Input: payloadText(input),
      InputDetails: { Included: true },
      Name: name,
      ...(succeeded ? { Output: payloadText(ending.output), OutputDetails: { Included: true } } : {}),
      ...(ending?.status === 'FAILED' && ending.failure.error !== undefined ? { Error: ending.failure.error } : {}),
      ...(ending?.status === 'FAILED' && ending.failure.cause !== undefined ? { Cause: ending.failure.cause } : {}),
      RedriveCount: redrives,
      RedriveStatus: redrivable ? 'REDRIVABLE' : 'NOT_REDRIVABLE',
      ...(succeeded ? { RedriveStatusReason: 'Execution is SUCCEEDED and cannot be redriven' } : {}),
      StartDate: iso(startedAt),
      StateMachineArn: `${this.#driver.stateMachineArn}/${this.#label}`,
      Status: ending?.status ?? 'FAILED',
      StopDate: iso(stoppedAt),
    };
  }
}

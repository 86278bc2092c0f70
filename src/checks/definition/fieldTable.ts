import type { StateType } from '../../asl/names.ts';

/** Which languages a field belongs to: `P` JSONPath only, `A` JSONata only, `B` both. */
export type Language = 'P' | 'A' | 'B';

/** A `path` may be null (InputPath, OutputPath), a `value-path` may not. */
export type Kind =
  | { readonly is: 'text' | 'boolean' | 'any' | 'object' | 'template' | 'assign' | 'path' | 'value-path' | 'reference' | 'machine' | 'branches' | 'choices' | 'retry' | 'catch' | 'reader' | 'timestamp' | 'credentials' | 'resource' | 'states' }
  /** In JSONata a number may also be an expression. */
  | { readonly is: 'integer' | 'float'; readonly min?: number; readonly max?: number };

export interface Field {
  readonly name: string;
  readonly on: { readonly [T in StateType]?: Language };
  readonly kind: Kind;
}

const ALL: readonly StateType[] = ['Task', 'Pass', 'Choice', 'Wait', 'Succeed', 'Fail', 'Parallel', 'Map'];
const on = (language: Language, ...types: readonly StateType[]) => Object.fromEntries(types.map((type) => [type, language]));
const but = (...left: readonly StateType[]): StateType[] => ALL.filter((type) => !left.includes(type));

/** The longest time AWS takes anywhere, in seconds. */
const MAX_SECONDS = 99_999_999;

/** Source: asl-semantics.md section 1.1 (the table of legal fields). */
export const FIELDS: readonly Field[] = [
  { name: 'Comment', on: on('B', ...ALL), kind: { is: 'any' } },
  { name: 'InputPath', on: on('P', ...but('Fail')), kind: { is: 'path' } },
  { name: 'OutputPath', on: on('P', ...but('Fail')), kind: { is: 'path' } },
  { name: 'Parameters', on: on('P', 'Task', 'Pass', 'Parallel', 'Map'), kind: { is: 'template' } },
  { name: 'ResultSelector', on: on('P', 'Task', 'Parallel', 'Map'), kind: { is: 'template' } },
  { name: 'ResultPath', on: on('P', 'Task', 'Pass', 'Parallel', 'Map'), kind: { is: 'reference' } },
  { name: 'Result', on: on('P', 'Pass'), kind: { is: 'any' } },
  { name: 'Arguments', on: on('A', 'Task', 'Parallel'), kind: { is: 'any' } },
  { name: 'Output', on: on('A', ...but('Fail')), kind: { is: 'any' } },
  { name: 'Assign', on: on('B', ...but('Succeed', 'Fail')), kind: { is: 'assign' } },
  { name: 'Retry', on: on('B', 'Task', 'Parallel', 'Map'), kind: { is: 'retry' } },
  { name: 'Catch', on: on('B', 'Task', 'Parallel', 'Map'), kind: { is: 'catch' } },
  { name: 'Resource', on: on('B', 'Task'), kind: { is: 'resource' } },
  { name: 'TimeoutSeconds', on: on('B', 'Task'), kind: { is: 'integer', min: 1, max: MAX_SECONDS } },
  { name: 'HeartbeatSeconds', on: on('B', 'Task'), kind: { is: 'integer', min: 1, max: MAX_SECONDS } },
  { name: 'TimeoutSecondsPath', on: on('P', 'Task'), kind: { is: 'value-path' } },
  { name: 'HeartbeatSecondsPath', on: on('P', 'Task'), kind: { is: 'value-path' } },
  { name: 'Credentials', on: on('B', 'Task'), kind: { is: 'credentials' } },
  { name: 'Choices', on: on('B', 'Choice'), kind: { is: 'choices' } },
  { name: 'Default', on: on('B', 'Choice'), kind: { is: 'text' } },
  { name: 'Seconds', on: on('B', 'Wait'), kind: { is: 'integer', min: 0, max: MAX_SECONDS } },
  { name: 'Timestamp', on: on('B', 'Wait'), kind: { is: 'timestamp' } },
  { name: 'SecondsPath', on: on('P', 'Wait'), kind: { is: 'value-path' } },
  { name: 'TimestampPath', on: on('P', 'Wait'), kind: { is: 'value-path' } },
  { name: 'Error', on: on('B', 'Fail'), kind: { is: 'text' } },
  { name: 'Cause', on: on('B', 'Fail'), kind: { is: 'text' } },
  { name: 'ErrorPath', on: on('P', 'Fail'), kind: { is: 'text' } },
  { name: 'CausePath', on: on('P', 'Fail'), kind: { is: 'text' } },
  { name: 'Branches', on: on('B', 'Parallel'), kind: { is: 'branches' } },
  { name: 'ItemProcessor', on: on('B', 'Map'), kind: { is: 'machine' } },
  { name: 'Iterator', on: on('B', 'Map'), kind: { is: 'machine' } },
  { name: 'Items', on: on('A', 'Map'), kind: { is: 'any' } },
  { name: 'ItemsPath', on: on('P', 'Map'), kind: { is: 'reference' } },
  { name: 'ItemSelector', on: on('B', 'Map'), kind: { is: 'template' } },
  { name: 'ItemReader', on: on('B', 'Map'), kind: { is: 'reader' } },
  { name: 'ItemBatcher', on: on('B', 'Map'), kind: { is: 'template' } },
  { name: 'ResultWriter', on: on('B', 'Map'), kind: { is: 'template' } },
  { name: 'MaxConcurrency', on: on('B', 'Map'), kind: { is: 'integer', min: 0 } },
  { name: 'MaxConcurrencyPath', on: on('P', 'Map'), kind: { is: 'value-path' } },
  { name: 'ToleratedFailureCount', on: on('B', 'Map'), kind: { is: 'integer', min: 0 } },
  { name: 'ToleratedFailureCountPath', on: on('P', 'Map'), kind: { is: 'value-path' } },
  { name: 'ToleratedFailurePercentage', on: on('B', 'Map'), kind: { is: 'float', min: 0, max: 100 } },
  { name: 'ToleratedFailurePercentagePath', on: on('P', 'Map'), kind: { is: 'value-path' } },
  { name: 'Label', on: on('B', 'Map'), kind: { is: 'text' } },
  { name: 'Next', on: on('B', ...but('Choice', 'Succeed', 'Fail')), kind: { is: 'text' } },
  { name: 'End', on: on('B', ...but('Choice', 'Succeed', 'Fail')), kind: { is: 'boolean' } },
];

export const REQUIRED: { readonly [T in StateType]?: readonly string[] } = {
  Task: ['Resource'],
  Choice: ['Choices'],
  Parallel: ['Branches'],
};

/** At most one of each group. Wait wants exactly one of its group, Map one of its processors. */
export const EXCLUSIVE: readonly { readonly fields: readonly string[]; readonly neededOn?: StateType }[] = [
  { fields: ['SecondsPath', 'Seconds', 'TimestampPath', 'Timestamp'], neededOn: 'Wait' },
  { fields: ['ItemProcessor', 'Iterator'], neededOn: 'Map' },
  { fields: ['TimeoutSeconds', 'TimeoutSecondsPath'] },
  { fields: ['HeartbeatSeconds', 'HeartbeatSecondsPath'] },
  { fields: ['MaxConcurrency', 'MaxConcurrencyPath'] },
  { fields: ['ToleratedFailureCount', 'ToleratedFailureCountPath'] },
  { fields: ['ToleratedFailurePercentage', 'ToleratedFailurePercentagePath'] },
  { fields: ['Error', 'ErrorPath'] },
  { fields: ['Cause', 'CausePath'] },
];

export const RETRIER_NUMBERS: readonly { readonly name: string; readonly kind: Extract<Kind, { is: 'integer' | 'float' }> }[] = [
  { name: 'IntervalSeconds', kind: { is: 'integer', min: 0, max: MAX_SECONDS } },
  { name: 'MaxAttempts', kind: { is: 'integer', min: 0, max: MAX_SECONDS } },
  { name: 'BackoffRate', kind: { is: 'float', min: 1 } },
  { name: 'MaxDelaySeconds', kind: { is: 'integer', min: 1, max: 31_622_400 } },
];

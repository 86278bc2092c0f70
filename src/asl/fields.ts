import type { QueryLanguage, StateType } from './names.ts';
import { STATE_TYPES } from './names.ts';
import type { Place } from './operations.ts';
import type { ObjectNode } from './tree.ts';

/** Who may use a field: P JSONPath only, A JSONata only, B both. Source: asl-semantics.md 1.1. */
type Use = 'P' | 'A' | 'B';
type Row = { readonly [field: string]: Use };

const COMMON: Row = { Type: 'B', Comment: 'B', QueryLanguage: 'B' };
const PATHS: Row = { InputPath: 'P', OutputPath: 'P' };
const ONWARD: Row = { Next: 'B', End: 'B' };
const ERRORS: Row = { Retry: 'B', Catch: 'B' };
const RESULTS: Row = { Parameters: 'P', ResultSelector: 'P', ResultPath: 'P' };

const ROWS: { readonly [T in StateType]: Row } = {
  Task: {
    ...COMMON, ...PATHS, ...RESULTS, ...ERRORS, ...ONWARD, Arguments: 'A', Output: 'A', Assign: 'B',
    Resource: 'B', Credentials: 'B', TimeoutSeconds: 'B', HeartbeatSeconds: 'B', TimeoutSecondsPath: 'P', HeartbeatSecondsPath: 'P',
  },
  Pass: { ...COMMON, ...PATHS, ...ONWARD, Parameters: 'P', ResultPath: 'P', Result: 'P', Output: 'A', Assign: 'B' },
  Choice: { ...COMMON, ...PATHS, Output: 'A', Assign: 'B', Choices: 'B', Default: 'B' },
  Wait: { ...COMMON, ...PATHS, ...ONWARD, Output: 'A', Assign: 'B', Seconds: 'B', Timestamp: 'B', SecondsPath: 'P', TimestampPath: 'P' },
  Succeed: { ...COMMON, ...PATHS, Output: 'A' },
  Fail: { ...COMMON, Error: 'B', Cause: 'B', ErrorPath: 'P', CausePath: 'P' },
  Parallel: { ...COMMON, ...PATHS, ...RESULTS, ...ERRORS, ...ONWARD, Arguments: 'A', Output: 'A', Assign: 'B', Branches: 'B' },
  Map: {
    ...COMMON, ...PATHS, ...RESULTS, ...ERRORS, ...ONWARD, Output: 'A', Assign: 'B',
    ItemProcessor: 'B', Iterator: 'B', MaxConcurrency: 'B', ItemSelector: 'B', ItemReader: 'B', ItemBatcher: 'B', ResultWriter: 'B', Label: 'B',
    ToleratedFailureCount: 'B', ToleratedFailurePercentage: 'B',
    ItemsPath: 'P', MaxConcurrencyPath: 'P', ToleratedFailureCountPath: 'P', ToleratedFailurePercentagePath: 'P', Items: 'A',
  },
};

/** The order people write fields in, as in AWS's own examples; new fields are put where it says. */
const STATE_ORDER = [
  'Type', 'Comment', 'QueryLanguage', 'Resource', 'Credentials', 'InputPath', 'ItemsPath', 'Items', 'ItemReader', 'ItemSelector', 'ItemBatcher', 'Parameters', 'Arguments',
  'MaxConcurrency', 'MaxConcurrencyPath', 'ToleratedFailureCount', 'ToleratedFailureCountPath', 'ToleratedFailurePercentage', 'ToleratedFailurePercentagePath', 'Label',
  'ItemProcessor', 'Iterator', 'Branches', 'Seconds', 'SecondsPath', 'Timestamp', 'TimestampPath', 'Error', 'ErrorPath', 'Cause', 'CausePath', 'Choices', 'Default',
  'Result', 'ResultWriter', 'ResultSelector', 'ResultPath', 'OutputPath', 'Assign', 'Output',
  'TimeoutSeconds', 'TimeoutSecondsPath', 'HeartbeatSeconds', 'HeartbeatSecondsPath', 'Retry', 'Catch', 'Next', 'End',
] as const;

const MACHINE_ORDER = ['Comment', 'QueryLanguage', 'Version', 'TimeoutSeconds', 'ProcessorConfig', 'StartAt', 'States'] as const;

export const isStateType = (type: string | undefined): type is StateType => (STATE_TYPES as readonly (string | undefined)[]).includes(type);

/** Fields a state of this type may have in this language, in the order they are written. */
export function fieldsOf(type: StateType, language: QueryLanguage): readonly string[] {
  return STATE_ORDER.filter((field) => isLegalField(type, language, field));
}

export function isLegalField(type: StateType, language: QueryLanguage, field: string): boolean {
  const use = fieldUse(type, field);
  return use === 'both' || use === language;
}

/** Which language a field of this type belongs to; undefined when the type has no such field at all. */
export function fieldUse(type: StateType, field: string): QueryLanguage | 'both' | undefined {
  const row = ROWS[type];
  if (!Object.hasOwn(row, field)) return undefined;
  const use = row[field];
  return use === 'P' ? 'JSONPath' : use === 'A' ? 'JSONata' : 'both';
}

const rankIn = (order: readonly string[], unknown: number, field: string): number => {
  const rank = order.indexOf(field);
  return rank < 0 ? unknown : rank;
};

/** Unknown fields stand before Retry, so that what leads on stays last. */
const stateRank = (field: string): number => rankIn(STATE_ORDER, STATE_ORDER.indexOf('Retry') - 0.5, field);
const machineRank = (field: string): number => rankIn(MACHINE_ORDER, MACHINE_ORDER.indexOf('StartAt') - 0.5, field);

/** Behind the last field that is usually written before it. */
function placeBy(rank: (field: string) => number, into: ObjectNode, field: string): Place {
  const own = rank(field);
  const before = into.members.findLastIndex((member) => rank(member.key.value) <= own);
  if (before >= 0) return { into, at: before + 1 };
  return { into, at: into.members.length === 0 ? 'end' : 0 };
}

export const placeInState = (state: ObjectNode, field: string): Place => placeBy(stateRank, state, field);
/** For the machine, and for a branch or a processor. */
export const placeInScope = (scope: ObjectNode, field: string): Place => placeBy(machineRank, scope, field);

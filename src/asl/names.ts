import type { Brand } from '../lib/Brand.ts';

export type StateName = Brand<string, 'StateName'>;
/** JSON pointer (RFC 6901) to a value in the document, e.g. `/States/Ship/Branches/0/States/Pack`. */
export type Pointer = Brand<string, 'Pointer'>;
/**
 * What the store, the graph and the panels call a state: its name where that is unique in the document, else its pointer
 * (names of states never start with `/States/…` and stand twice in a valid document, so the two cannot be confused in practice).
 */
export type StateId = Brand<string, 'StateId'>;

export const STATE_TYPES = ['Task', 'Pass', 'Choice', 'Wait', 'Succeed', 'Fail', 'Parallel', 'Map'] as const;
export type StateType = (typeof STATE_TYPES)[number];
export type QueryLanguage = 'JSONPath' | 'JSONata';
/** Limit of the service: [DG:statemachine-structure]. */
export const STATE_NAME_MAX = 80;

import { fieldsOf } from '../../asl/fields.ts';
import type { QueryLanguage, StateType } from '../../asl/names.ts';

/** Which fields a part of the form always shows; the others appear once they are set or asked for. */
export interface FieldGroup {
  readonly shown: readonly string[];
  readonly more: readonly string[];
}

/** Edited elsewhere: in the header, on the canvas, or by a form of their own. */
const ELSEWHERE: ReadonlySet<string> = new Set(['Type', 'Comment', 'QueryLanguage', 'Next', 'End', 'Choices', 'Default', 'Branches', 'ItemProcessor', 'Iterator', 'Retry', 'Catch']);
const DATA: ReadonlySet<string> = new Set(['InputPath', 'Parameters', 'ResultSelector', 'ResultPath', 'OutputPath', 'Result', 'Output', 'Assign']);
const USUAL: { readonly [T in StateType]: readonly string[] } = {
  Task: ['Resource', 'Arguments', 'Parameters'],
  Pass: ['Result', 'Parameters', 'Output', 'Assign', 'ResultPath'],
  Choice: [],
  Wait: [],
  Succeed: ['Output', 'OutputPath'],
  Fail: ['Error', 'Cause'],
  Parallel: [],
  Map: ['Items', 'ItemsPath', 'ItemSelector', 'MaxConcurrency'],
};
/** Their data is what these states are about, so it stands in the first tab. */
const DATA_FIRST: ReadonlySet<StateType> = new Set(['Pass', 'Succeed']);
/** What a form of its own shows. */
const WAITING: ReadonlySet<string> = new Set(['Seconds', 'SecondsPath', 'Timestamp', 'TimestampPath']);

/** Fields of the Configuration tab; `http`: the fields of the HTTP task have a form of their own. */
export function configurationFields(type: StateType, language: QueryLanguage, http: boolean): FieldGroup {
  const own = new Set(http ? ['Resource', 'Arguments', 'Parameters'] : []);
  const legal = fieldsOf(type, language).filter((field) => !ELSEWHERE.has(field) && !WAITING.has(field) && !own.has(field));
  const here = legal.filter((field) => DATA_FIRST.has(type) || !DATA.has(field) || USUAL[type].includes(field));
  return split(here, USUAL[type]);
}

/** Fields of the Data flow tab; none where Configuration has them. */
export function dataFields(type: StateType, language: QueryLanguage): FieldGroup {
  if (DATA_FIRST.has(type)) return { shown: [], more: [] };
  const legal = fieldsOf(type, language).filter((field) => DATA.has(field) && !USUAL[type].includes(field));
  return split(legal, legal);
}

export const errorFields = (type: StateType, language: QueryLanguage): readonly string[] =>
  fieldsOf(type, language).filter((field) => field === 'Retry' || field === 'Catch');

const split = (fields: readonly string[], usual: readonly string[]): FieldGroup => ({
  shown: fields.filter((field) => usual.includes(field)),
  more: fields.filter((field) => !usual.includes(field)),
});

import { equalJson } from '../lib/equalJson.ts';
import { isJsonArray, isJsonObject, type Json } from '../lib/Json.ts';
import type { TestStateOutcome } from '../interpreter/testStateOutcome.ts';

/** One place where two answers to the same TestState request are not the same; a side that has nothing there is absent. */
export interface AnswerDifference {
  /** `status`, `output.items[2].id`, `inspectionData.afterParameters` … */
  readonly at: string;
  readonly one?: Json;
  readonly other?: Json;
  /** Times, ids and tokens, which no two runs share. */
  readonly everNew?: true;
}

/** Members that hold JSON text: compared as what they mean, since AWS and we may order keys and set blanks differently. */
const TEXTS = new Set([
  'output', 'input', 'afterArguments', 'afterInputPath', 'afterParameters', 'result', 'afterResultSelector', 'afterResultPath', 'afterItemsPath', 'afterItemSelector', 'afterItemBatcher',
  'afterItemsPointer', 'variables',
]);

/** Where two answers differ, from the most telling on: status, error, next state, output, then the data flow. Empty: they say the same. */
export function compareAnswers(one: TestStateOutcome, other: TestStateOutcome): readonly AnswerDifference[] {
  const found: AnswerDifference[] = [];
  differences(plain(one), plain(other), '', found);
  return found.toSorted((a, b) => rank(a) - rank(b));
}

const ORDER = ['kind', 'status', 'error', 'cause', 'message', 'nextState', 'output', 'inspectionData'];
const rank = ({ at, everNew }: AnswerDifference): number => {
  const index = ORDER.indexOf(/^[^.[]*/.exec(at)?.[0] ?? '');
  return (everNew ? ORDER.length + 1 : 0) + (index < 0 ? ORDER.length : index);
};

function plain(outcome: TestStateOutcome): Json {
  switch (outcome.kind) {
    case 'answered':
      return parsed(outcome.response as unknown as Json); // the response of the API is JSON
    case 'refused':
      return { kind: 'refused', error: outcome.exception.name, message: outcome.exception.message };
    case 'not-performed':
      return { kind: 'not performed', message: outcome.reason.message };
    case 'unsupported':
      return { kind: 'not supported', message: outcome.message };
  }
}

const parsed = (value: Json): Json =>
  isJsonObject(value) ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, typeof one === 'string' && TEXTS.has(name) ? meaning(one) : name === 'inspectionData' ? parsed(one) : one])) : value;

function meaning(text: string): Json {
  try {
    return JSON.parse(text) as Json; // what JSON.parse answers is Json by definition
  } catch {
    return text;
  }
}

function differences(one: Json | undefined, other: Json | undefined, at: string, found: AnswerDifference[]): void {
  if (one !== undefined && other !== undefined && equalJson(one, other)) return;
  if (isJsonObject(one) && isJsonObject(other)) {
    for (const name of new Set([...Object.keys(one), ...Object.keys(other)])) differences(own(one, name), own(other, name), at === '' ? name : `${at}.${name}`, found);
  } else if (isJsonArray(one) && isJsonArray(other)) {
    for (let index = 0; index < Math.max(one.length, other.length); index += 1) differences(one[index], other[index], `${at}[${index}]`, found);
  } else {
    found.push({ at, ...(one === undefined ? {} : { one }), ...(other === undefined ? {} : { other }), ...(isEverNew(one, other) ? { everNew: true } : {}) });
  }
}

const own = (object: { readonly [key: string]: Json }, name: string): Json | undefined => (Object.hasOwn(object, name) ? object[name] : undefined);

const MOMENT = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g;
const ID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/gi;

/** The same text but for moments and ids in it. */
const isEverNew = (one: Json | undefined, other: Json | undefined): boolean => {
  if (typeof one !== 'string' || typeof other !== 'string') return false;
  const bare = (text: string): string => text.replace(MOMENT, '<time>').replace(ID, '<id>');
  return bare(one) === bare(other) && bare(one) !== one;
};

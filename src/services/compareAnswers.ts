import { differences } from '../lib/differences.ts';
import { isJsonObject, type Json } from '../lib/Json.ts';
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
  const found = differences(plain(one), plain(other)).map(({ path, expected, actual }): AnswerDifference => ({
    at: path.replace(/^\$\.?/, ''), ...(expected === undefined ? {} : { one: expected }), ...(actual === undefined ? {} : { other: actual }), ...(isEverNew(expected, actual) ? { everNew: true } : {}),
  }));
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

const MOMENT = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g;
const ID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/gi;

/** The same text but for moments and ids in it. */
const isEverNew = (one: Json | undefined, other: Json | undefined): boolean => {
  if (typeof one !== 'string' || typeof other !== 'string') return false;
  const bare = (text: string): string => text.replace(MOMENT, '<time>').replace(ID, '<id>');
  return bare(one) === bare(other) && bare(one) !== one;
};

import type { TestStateRequest } from '../../../interpreter/testStateApi.ts';
import { differences } from '../../../lib/differences.ts';
import { isJsonObject, type Json } from '../../../lib/Json.ts';
import type { AnswerDifference } from '../../../services/compareAnswers.ts';

/** Members that hold JSON text: two spellings of one value are no difference. */
const TEXTS: ReadonlySet<string> = new Set(['definition', 'input', 'variables', 'context', 'result', 'mapItemReaderData']);

/** Where two tests were given something else: `input.total`, `definition.Next`, `mock.result` … */
export const compareRequests = (one: TestStateRequest, other: TestStateRequest): readonly AnswerDifference[] =>
  differences(meant({ ...one } as unknown as Json), meant({ ...other } as unknown as Json)).map(({ path, expected, actual }) => ({ // the request of the API is JSON
    at: path.replace(/^\$\.?/, ''), ...(expected === undefined ? {} : { one: expected }), ...(actual === undefined ? {} : { other: actual }),
  }));

const meant = (value: Json): Json =>
  (isJsonObject(value) ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, typeof one === 'string' && TEXTS.has(name) ? read(one) : meant(one)])) : value);

function read(text: string): Json {
  try {
    return JSON.parse(text) as Json; // what JSON.parse answers is Json by definition
  } catch {
    return text;
  }
}

import type { TestRun } from '../../../editor/EditorState.ts';
import { interpretResponse } from '../../../http/interpretReply.ts';
import type { Mock } from '../../../interpreter/testStateApi.ts';
import { formatJson } from '../../../ui/formatJson.ts';

/** The reply of a finished test as the state's mock: its task's result, or its error. Null where the task had no answer, or had a mock. */
export function mockFrom({ outcome, exchange, route, request }: TestRun): Mock | null {
  if (outcome?.kind !== 'answered' || route === 'mock' || route === 'local' || request.mock !== undefined) return null;
  const { response } = outcome;
  const result = response.inspectionData?.result;
  const reply = exchange?.response === undefined ? null : interpretResponse(exchange.response, exchange.request.method);
  // As the engine had it: its text keeps what a mock needs, and secrets that the server repeated are masked in it.
  if (result !== undefined && reply?.kind !== 'failure') return { result: formatJson(result) };
  if (reply?.kind === 'result') return { result: JSON.stringify(reply.value, null, 2) };
  if (reply?.kind === 'failure') return { errorOutput: { error: reply.error, cause: reply.cause } };
  if (response.error === undefined || (exchange?.failure === undefined && route !== 'aws')) return null;
  return { errorOutput: { error: response.error, ...(response.cause === undefined ? {} : { cause: response.cause }) } };
}

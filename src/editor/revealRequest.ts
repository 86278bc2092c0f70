import { MASK } from '../http/mask.ts';
import { prepareRequest } from '../http/prepare.ts';
import type { PreparedRequest } from '../http/prepared.ts';
import type { Json } from '../lib/Json.ts';
import { err, ok, type Result } from '../lib/Result.ts';
import type { TestRun } from './EditorState.ts';
import type { SliceContext } from './slice.ts';

/**
 * The request of a finished test with its secrets, made once more from what the engine evaluated: the store keeps the masked one only.
 * It is shown for as long as somebody looks, and goes nowhere else. The error is a sentence.
 */
export function revealRequest({ get, services }: Pick<SliceContext, 'get' | 'services'>, run: TestRun): Result<PreparedRequest, string> {
  const { prepared, outcome } = run;
  const inspected = outcome?.kind === 'answered' ? outcome.response.inspectionData : outcome?.kind === 'not-performed' ? outcome.partial : undefined;
  const evaluated = inspected?.afterArguments ?? inspected?.afterParameters;
  if (prepared === undefined || evaluated === undefined) return err('At this inspection level the evaluated fields are not told. Choose DEBUG or TRACE, run the test again, then reveal.');
  const connection = get().connections.find(({ arn }) => arn === prepared.connectionArn);
  if (connection === undefined) return err('The connection of this request is not among yours any more, and nothing else holds its secrets.');
  const made = prepareRequest({
    arguments: JSON.parse(evaluated) as Json, // the engine writes JSON
    connection,
    secrets: services.vault.get(connection),
    region: regionOf(prepared),
    timeoutMs: prepared.timeoutMs,
    // Tokens come and go; the one that was sent is kept nowhere.
    bearerToken: MASK,
  });
  if (!made.ok) return err(made.error.kind === 'runtime' ? 'The request cannot be made again from its evaluated fields.' : made.error.message);
  const isSame = made.value.method === prepared.method && made.value.publicUrl === prepared.publicUrl && made.value.headers.length === prepared.headers.length;
  return isSame ? ok(made.value) : err('The connection was changed since this test, so what it added then is not known any more. Run the test again, then reveal.');
}

/** As it stood in the User-Agent that went out. */
const regionOf = (prepared: PreparedRequest): string => prepared.headers.find(({ name, origin }) => name === 'User-Agent' && origin === 'service')?.value.split('|').at(-1) ?? 'us-east-1';

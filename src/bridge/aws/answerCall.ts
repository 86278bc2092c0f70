import { unreachable } from '../../lib/unreachable.ts';
import type { Json } from '../../lib/Json.ts';
import { testAccount } from '../../interpreter/testAccount.ts';
import type { TestStateRequest } from '../../interpreter/testStateApi.ts';
import type { ValidateOptions } from '../../interpreter/validateDefinition.ts';
import type { AwsEngine, EngineAnswer } from './AwsEngine.ts';
import { type AwsFault, modelFault, notHere, serializationFault, serviceFault, throttled, unknownOperation } from './awsFault.ts';
import { readMembers, TEST_STATE, VALIDATE } from './constraints.ts';

export type Answered = { readonly kind: 'body'; readonly body: object } | { readonly kind: 'fault'; readonly fault: AwsFault };

const fault = (one: AwsFault): Answered => ({ kind: 'fault', fault: one });

/** Operations that AWS knows and this endpoint does not answer: the difference matters to whoever reads the error. */
const ELSEWHERE = /^(?:Create|Delete|Describe|Get|List|Publish|Redrive|Send|Start|Stop|Tag|Untag|Update)[A-Za-z]+$/;

/** One call of the API. `target`: the header `X-Amz-Target`. */
export async function answerCall(target: string, given: Json, region: string, engine: AwsEngine, signal: AbortSignal): Promise<Answered> {
  const [, operation] = /^AWSStepFunctions\.([A-Za-z]+)$/.exec(target) ?? [];
  const members = operation === 'TestState' ? TEST_STATE : operation === 'ValidateStateMachineDefinition' ? VALIDATE : null;
  if (operation === undefined || members === null) {
    return fault(operation !== undefined && ELSEWHERE.test(operation) ? notHere(`${operation} is not answered here. This endpoint answers TestState and ValidateStateMachineDefinition; leave out its URL for everything else.`) : unknownOperation);
  }
  const read = readMembers(given, members);
  if (!read.ok) return fault(read.error.kind === 'violations' ? modelFault(read.error.violations) : serializationFault);
  if (operation === 'TestState') {
    const request = read.value as unknown as TestStateRequest; // every member was checked against the model
    return answered(await engine.testState(request, { region, accountId: testAccount(request) }, signal));
  }
  const { definition, ...options } = read.value as unknown as ValidateOptions & { readonly definition: string }; // likewise
  return answered(await engine.validate(definition, options, signal));
}

function answered(answer: EngineAnswer): Answered {
  switch (answer.kind) {
    case 'answer':
      return { kind: 'body', body: answer.body };
    case 'refused':
      return fault(serviceFault(answer.name, answer.message));
    case 'not-here':
      return fault(notHere(answer.message));
    case 'runaway':
      // AWS ends a test after five minutes with this error; nobody wants to wait that long here.
      return { kind: 'body', body: { status: 'FAILED', error: 'States.Timeout', cause: answer.message } };
    case 'failed':
      return fault(notHere(answer.message));
    case 'busy':
      return fault(throttled);
    default:
      return unreachable(answer);
  }
}

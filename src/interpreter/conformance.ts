import { variableReferences } from '../checks/definition/variableReferences.ts';
import { parseJsonText } from '../lib/jacksonError.ts';
import { isJsonObject, type Json } from '../lib/Json.ts';
import type { Environment } from './environment.ts';
import { testState } from './testState.ts';
import type { TestStateRequest } from './testStateApi.ts';
import { caseAnswers, casePorts } from './conformance/casePorts.ts';
import { describeExecution, endEvent, names, syncResponse } from './conformance/executionRecords.ts';
import { run } from './run.ts';
import { refusalOfDefinition, validateDefinition } from './validateDefinition.ts';
import type { ConformanceCase } from './conformance/ConformanceCase.ts';

const exception = (Code: string, Message: string) => ({ Error: { Code, Message } });
const unsupported = (what: string) => ({ unsupported: `not supported yet: ${what}` });

/** Our answer to a recorded case, in the format of the recordings; `{unsupported}` where something is not built. */
export async function answerCase(recorded: ConformanceCase, shapes?: Environment['responseShape']): Promise<unknown> {
  if (recorded.kind === 'testState') return answerTestState(recorded, shapes);
  if (recorded.kind === 'validation') return answerValidation(recorded);
  return recorded.kind === 'execution' ? answerExecution(recorded) : unsupported(`cases of kind ${recorded.kind}`);
}

/** The exact text where the case keeps it, else the parsed value as JSON. */
function textOf(recorded: ConformanceCase, name: string): string | undefined {
  const text = recorded.request[`${name}Text`];
  if (typeof text === 'string') return text;
  const value = recorded.request[name];
  if (value === undefined) return undefined;
  return name === 'definition' && typeof value === 'string' ? value : JSON.stringify(value);
}

const JSON_FIELDS = ['definition', 'input', 'variables', 'context'];

async function answerTestState(recorded: ConformanceCase, shapes: Environment['responseShape']): Promise<unknown> {
  const plain = Object.entries(recorded.request).filter(([name]) => !JSON_FIELDS.includes(name) && !name.endsWith('Text'));
  const texts = JSON_FIELDS.flatMap((name) => {
    const text = textOf(recorded, name);
    return text === undefined ? [] : [[name, text] as const];
  });
  // The case holds a TestState request but for the fields that are parsed in it; those are texts again here.
  const request = Object.fromEntries<Json>([...plain, ...texts]) as unknown as TestStateRequest;
  const outcome = await testState(request, { ports: casePorts(recorded), dialect: 'aws', region: 'us-east-1', accountId: '111111111111', ...(shapes && { responseShape: shapes }) });
  switch (outcome.kind) {
    case 'answered':
      return outcome.response;
    case 'refused':
      return exception(outcome.exception.name, outcome.exception.message);
    case 'unsupported':
      return { unsupported: outcome.message };
    case 'not-performed':
      return unsupported(outcome.reason.message);
  }
}

function answerValidation(recorded: ConformanceCase): unknown {
  switch (recorded.request['operation']) {
    case 'ValidateStateMachineDefinition':
      return validateDefinition(textOf(recorded, 'definition') ?? '', { type: typeOf(recorded) });
    case 'CreateStateMachine':
    case 'UpdateStateMachine': {
      const refusal = refusalOfDefinition(textOf(recorded, 'definition') ?? '', typeOf(recorded));
      return refusal === null ? unsupported('creating a state machine') : exception(refusal.name, refusal.message);
    }
    case 'VariableReferences': {
      const definition = parseJsonText(textOf(recorded, 'definition') ?? '');
      return { variableReferences: definition.ok && isJsonObject(definition.value) ? variableReferences(definition.value) : {} };
    }
    case 'StartExecution':
      return answerStart(textOf(recorded, 'input') ?? '{}');
    default:
      return unsupported(`the operation ${JSON.stringify(recorded.request['operation'])}`);
  }
}

const typeOf = (recorded: ConformanceCase): 'STANDARD' | 'EXPRESS' => (recorded.request['type'] === 'EXPRESS' ? 'EXPRESS' : 'STANDARD');

function answerStart(input: string): unknown {
  if (input === '') return exception('InvalidExecutionInput', "Invalid State Machine Execution Input: 'Invalid execution input.'");
  const parsed = parseJsonText(input);
  if (parsed.ok) return unsupported('starting an execution');
  return exception('InvalidExecutionInput', `Invalid State Machine Execution Input: '${parsed.error.message}'`);
}

/** AWS is asked as of the day it answered. */
const recordedOn = (recorded: ConformanceCase): number => (typeof recorded['recordedOn'] === 'string' ? Date.parse(recorded['recordedOn']) : Date.UTC(2026, 0, 1));

async function answerExecution(recorded: ConformanceCase): Promise<unknown> {
  const definition = parseJsonText(textOf(recorded, 'definition') ?? '');
  const input = parseJsonText(textOf(recorded, 'input') ?? '{}');
  if (!definition.ok || !input.ok) return unsupported('an execution that is refused');
  const { request } = recorded;
  const text = (name: string) => (typeof request[name] === 'string' ? { [name]: request[name] } : {});
  const outcome = await run(
    definition.value, input.value,
    { ports: casePorts(recorded), dialect: 'aws', region: 'us-east-1', accountId: '111111111111' },
    {
      ...text('executionArn'), ...text('stateMachineArn'), ...text('roleArn'),
      type: typeOf(recorded),
      answer: caseAnswers(recorded),
      asOf: recordedOn(recorded),
    },
  );
  switch (outcome.kind) {
    case 'ended': {
      const { kind: _, ...answer } = outcome;
      return {
        ...answer,
        describe: describeExecution(names(recorded), outcome, input.value, recordedOn(recorded)),
        endEvent: endEvent(names(recorded), outcome),
        sync: syncResponse(names(recorded), outcome, input.value),
      };
    }
    case 'refused':
      return exception('InvalidDefinition', outcome.message);
    case 'unsupported':
      return { unsupported: outcome.message };
    case 'not-performed':
      return unsupported(outcome.reason.message);
  }
}

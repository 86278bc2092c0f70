import { isHttpResource } from '../asl/httpResource.ts';
import { parse } from '../asl/parse.ts';
import { objectIn, stringOf } from '../asl/pointer.ts';
import type { Exchange } from '../http/exchange.ts';
import { performHttpTask, type HttpWorld } from '../http/performHttpTask.ts';
import { redactExchange } from '../http/redact.ts';
import { regionNotes } from '../http/region.ts';
import { authorizeHttpTask } from '../iam/authorizeHttpTask.ts';
import { testAccount } from '../interpreter/testAccount.ts';
import type { TestStateRequest } from '../interpreter/testStateApi.ts';
import type { TestExtras, TestStateOutcome } from '../interpreter/testStateOutcome.ts';
import { createCommandWorld } from './commandWorld.ts';
import type { Evaluate, Perform } from './evaluate.ts';
import { exchangeJson } from './exchangeJson.ts';
import { endWithout } from './endWithout.ts';
import type { Io } from './io.ts';
import { nameOf } from './readDefinition.ts';
import { readTestFile, type TestFile } from './testFile.ts';

/** Exit codes: 0 a response (whatever its status), 1 an exception of the API or a task that could not be performed, 2 a bad or unsupported file. */
export async function testStateCommand(io: Io, file: string, options: { readonly exchange?: boolean }, evaluate: Evaluate): Promise<number> {
  const read = readTestFile(await io.read(file));
  if (!read.ok) {
    io.err(`${nameOf(file)} is no test: ${read.error}\n`);
    return 2;
  }
  const { request, connections, region, unknown } = read.value;
  if (unknown.length > 0) io.err(`${nameOf(file)} has members that mean nothing here: ${unknown.join(', ')}.\n`);
  for (const note of regionNotes(region)) io.err(`${note}\n`);
  const evaluated = await evaluate({ kind: 'test-state', request, region, accountId: testAccount(request) }, performer({ ...createCommandWorld(region, connections), ...roleOf(read.value) }));
  if (evaluated.kind === 'test-state') return answer(io, evaluated.outcome, request, options.exchange === true);
  io.err(`${evaluated.kind === 'ended' ? evaluated.message : 'The engine answered something else.'}\n`);
  return 1;
}

/** Without policies in the file everything is allowed. The state machine is the one of the context, if it names one. */
function roleOf({ policies, request, region }: TestFile): Pick<HttpWorld, 'authorize'> {
  if (policies === undefined) return {};
  const stateMachineArn = machineIn(request.context);
  const { roleArn } = request;
  return {
    authorize(call) {
      const answer = authorizeHttpTask(policies, { ...call, region, nowMs: Date.now(), ...(stateMachineArn === undefined ? {} : { stateMachineArn }), ...(roleArn === undefined ? {} : { roleArn }) });
      if (answer.allowed) return null;
      const { error, cause, hint, missing } = answer;
      return { error, cause, hint: missing === null ? hint : `${hint}\n${JSON.stringify(missing, null, 2)}` };
    },
  };
}

/** The interpreter has checked the context before it comes to a call. */
function machineIn(context: string | undefined): string | undefined {
  const machine = objectIn(parse(context ?? '', 'json').root, 'StateMachine');
  return stringOf(machine, 'Id');
}

const performer = (world: HttpWorld): Perform => async (call) => {
  if (isHttpResource(call.resource)) return performHttpTask(call, world, new AbortController().signal);
  const message = `Tasks that call ${call.resource} do not run from here. Give the request a "mock" with a result or an errorOutput.`;
  return { kind: 'not-performed', reason: { kind: 'needs-mock', message } };
};

function answer(io: Io, outcome: TestStateOutcome, request: TestStateRequest, withExchange: boolean): number {
  const print = (response: unknown, exchange?: Exchange, tokenExchange?: Exchange): void => {
    const both = { response, exchange: exchange === undefined ? null : exchangeJson(exchange), ...(tokenExchange === undefined ? {} : { tokenExchange: exchangeJson(tokenExchange) }) };
    io.out(`${JSON.stringify(withExchange ? both : response, null, 2)}\n`);
  };
  switch (outcome.kind) {
    case 'answered':
      if (outcome.extras.hint !== undefined) io.err(`${outcome.extras.hint}\n`);
      for (const note of outcome.extras.tokenExchange?.notes ?? []) io.err(`${note}\n`);
      print(outcome.response, shownExchange(outcome.extras, request), outcome.extras.tokenExchange);
      return 0;
    case 'refused':
      print({ Error: { Code: outcome.exception.name, Message: outcome.exception.message } });
      return 1;
    default:
      return endWithout(io, outcome);
  }
}

/** As in AWS's own trace, what the connection adds is shown only where the request says `revealSecrets`. */
function shownExchange({ exchange, prepared }: TestExtras, request: TestStateRequest): Exchange | undefined {
  return exchange === undefined || prepared === undefined || request.revealSecrets === true ? exchange : redactExchange(exchange, prepared);
}

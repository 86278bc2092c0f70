import { describe, expect, it } from 'vitest';
import type { StateId } from '../../../asl/names.ts';
import { parseJson } from '../../../asl/json/parseJson.ts';
import { findState } from '../../../asl/states.ts';
import { edit, edited, machine } from '../../../asl/testing/edit.ts';
import type { PreparedRequest } from '../../../http/prepared.ts';
import { testState } from '../../../interpreter/testState.ts';
import type { Json, JsonObject } from '../../../lib/Json.ts';
import { errorAdvice } from './errorAdvice.ts';
import { catchError, retryError } from './handlerCommands.ts';
import { addIdempotencyKey, lacksIdempotencyKey } from './idempotencyKey.ts';

const ID = 'Call' as StateId;
const ERROR = 'States.Http.StatusCode.503';
const ARN = 'arn:aws:events:us-east-1:111122223333:connection/mine/0b6f3a52-5c4e-4a6b-9a55-2f1f1d1f7a10';
type Language = 'JSONata' | 'JSONPath';

const task = (more: JsonObject = {}, language: Language = 'JSONata'): Json =>
  ({ Type: 'Task', Resource: 'arn:aws:states:::http:invoke', [language === 'JSONata' ? 'Arguments' : 'Parameters']: { Method: 'POST', ApiEndpoint: 'https://api.example.com', InvocationConfig: { ConnectionArn: ARN } }, End: true, ...more });
const text = (more: JsonObject = {}, language: Language = 'JSONata'): string => machine({ Call: task(more, language), Done: { Type: 'Succeed' } }, { QueryLanguage: language });
const states = (from: string): { readonly [name: string]: JsonObject } => JSON.parse(from).States as { readonly [name: string]: JsonObject }; // as written above

/** What a test of the state answers when the call fails so. */
async function answer(from: string, error: string, language: Language) {
  const outcome = await testState(
    { definition: JSON.stringify({ ...states(from)['Call'], QueryLanguage: language }), input: '{"order":1}', mock: { errorOutput: { error, cause: 'Service Unavailable' } } },
    { dialect: 'studio', ports: { now: () => 0, random: () => 0.5, id: () => 'id', perform: () => { throw new Error('nothing is called'); } } },
  );
  return outcome.kind === 'answered' ? outcome.response : outcome;
}

describe('retryError', () => {
  it('adds a retrier that waits longer each time, spread, and not for ever', () => {
    expect(states(edited(text(), retryError(ID, ERROR)))['Call']?.['Retry']).toEqual([{ ErrorEquals: [ERROR], IntervalSeconds: 1, MaxAttempts: 3, BackoffRate: 2, MaxDelaySeconds: 30, JitterStrategy: 'FULL' }]);
  });

  it('goes ahead of one that would take the error first, so States.ALL stays last', () => {
    const all = { ErrorEquals: ['States.ALL'], MaxAttempts: 1 };
    const other = { ErrorEquals: ['Other'] };
    const retriers = states(edited(text({ Retry: [other, all] }), retryError(ID, ERROR)))['Call']?.['Retry'] as readonly JsonObject[]; // as added
    expect(retriers.map((one) => one['ErrorEquals'])).toEqual([['Other'], [ERROR], ['States.ALL']]);
  });

  it('refuses where the error is named already, or Retry is no list', () => {
    expect(edit(text({ Retry: [{ ErrorEquals: ['X', ERROR] }] }), retryError(ID, ERROR))).toMatchObject({ ok: false, error: { kind: 'already-handled', message: expect.stringContaining('Retry 1') } });
    expect(edit(text({ Retry: 'often' }), retryError(ID, ERROR))).toMatchObject({ ok: false, error: { kind: 'not-a-list' } });
    expect(edit(text(), retryError('Gone' as StateId, ERROR))).toMatchObject({ ok: false, error: { kind: 'no-such-state' } });
  });

  it('is what Step Functions then does', async () => {
    expect(await answer(edited(text(), retryError(ID, ERROR)), ERROR, 'JSONata')).toMatchObject({ status: 'RETRIABLE' });
  });
});

describe('catchError', () => {
  it.each(['JSONata', 'JSONPath'] as const)('hands input and error to a new state, in one edit (%s)', async (language) => {
    const made = edited(text({}, language), catchError(ID, ERROR, { kind: 'new', type: 'Fail' }));
    expect(Object.keys(states(made))).toEqual(['Call', 'Done', 'Call failed']);
    const response = await answer(made, ERROR, language);
    expect(response).toMatchObject({ status: 'CAUGHT_ERROR', nextState: 'Call failed' });
    const output = JSON.parse('output' in response ? (response.output ?? '') : '') as JsonObject; // an answer's output is JSON
    expect(language === 'JSONata' ? output['input'] : { order: output['order'] }).toEqual({ order: 1 });
    expect(output['error']).toEqual({ Error: ERROR, Cause: 'Service Unavailable' });
    const handled = await testState({ definition: JSON.stringify({ ...states(made)['Call failed'], QueryLanguage: language }), input: JSON.stringify(output) }, { dialect: 'studio', ports: { now: () => 0, random: () => 0, id: () => 'id', perform: () => { throw new Error('nothing is called'); } } });
    expect(handled).toMatchObject({ response: { status: 'FAILED', error: ERROR, cause: 'Service Unavailable' } });
  });

  it('leads to a state that is there, or to a Pass whose name is free', () => {
    expect(states(edited(text(), catchError(ID, ERROR, { kind: 'state', name: 'Done' })))['Call']?.['Catch']).toMatchObject([{ ErrorEquals: [ERROR], Next: 'Done' }]);
    const twice = edited(edited(text(), catchError(ID, ERROR, { kind: 'new', type: 'Pass' })), catchError(ID, 'States.Http.Socket', { kind: 'new', type: 'Pass' }));
    expect(states(twice)['Call failed 2']).toEqual({ Type: 'Pass', End: true });
  });

  it('stays in the Map that the state stands in', () => {
    const inner = { StartAt: 'Call', States: { Call: task() } };
    const made = edited(machine({ Each: { Type: 'Map', ItemProcessor: inner, End: true } }, { QueryLanguage: 'JSONata' }), catchError(ID, ERROR, { kind: 'new', type: 'Pass' }));
    const processor = states(made)['Each']?.['ItemProcessor'] as { readonly States: JsonObject }; // as written above
    expect(Object.keys(processor.States)).toEqual(['Call', 'Call failed']);
  });
});

it('errorAdvice says what trying again is good for', () => {
  expect(['States.Http.StatusCode.500', 'States.Http.StatusCode.429', 'States.Http.Socket', 'States.Http.StatusCode.404', 'States.Runtime'].map((error) => errorAdvice(error).retry)).toEqual(['sensible', 'sensible', 'sensible', 'possible', 'never']);
});

describe('idempotency key', () => {
  const prepared = (more: Partial<PreparedRequest> = {}): PreparedRequest => ({ method: 'POST', url: '', publicUrl: '', query: [], headers: [], body: null, connectionArn: ARN, timeoutMs: 1, notes: [], ...more });
  const retried = { Retry: [{ ErrorEquals: ['States.ALL'] }] };
  const entryOf = (from: string, id = ID) => {
    const tree = parseJson(from);
    const entry = findState(tree, id);
    if (!entry) throw new Error('no such state');
    return { tree, entry };
  };

  it('is missed in a retried POST only', () => {
    const { entry } = entryOf(text(retried));
    expect(lacksIdempotencyKey(entry, prepared())).toBe(true);
    expect(lacksIdempotencyKey(entry, prepared({ method: 'PUT' }))).toBe(false);
    expect(lacksIdempotencyKey(entry, prepared({ headers: [{ name: 'idempotency-key', value: 'x', origin: 'connection', secret: true }] }))).toBe(false);
    expect(lacksIdempotencyKey(entry, prepared({ body: { text: '', publicText: '{"idempotency_key":"a"}', encoding: 'json', pairs: [] } }))).toBe(false);
    expect(lacksIdempotencyKey(entryOf(text()).entry, prepared())).toBe(false);
  });

  const loop = machine({ Call: task({ End: undefined as unknown as Json, Next: 'Again' }), Again: { Type: 'Pass', Next: 'Call' } }, { QueryLanguage: 'JSONata' });
  const inMap = machine({ Each: { Type: 'Map', ItemProcessor: { StartAt: 'Call', States: { Call: task({}, 'JSONPath') } }, End: true } });
  it.each([
    ['JSONata', text(), "{% $states.context.Execution.Name & '-' & $states.context.State.Name %}"],
    ['JSONPath', text({}, 'JSONPath'), "States.Format('{}-{}', $$.Execution.Name, $$.State.Name)"],
    ['a loop', loop, "{% $states.context.Execution.Name & '-' & $states.context.State.Name & '-' & $states.context.State.EnteredTime %}"],
    ['a Map', inMap, "States.Hash(States.Format('{}-{}-{}', $$.Execution.Name, $$.State.Name, States.JsonToString($)), 'SHA-256')"],
  ])('is written for %s', (_, from, expression) => {
    const { entry } = entryOf(from);
    expect(addIdempotencyKey(entry)).toMatchObject({ kind: 'command', expression });
  });

  it('becomes a header that an HTTP task may send', async () => {
    for (const [language, from] of [['JSONata', text()], ['JSONPath', text({}, 'JSONPath')]] as const) {
      const { entry } = entryOf(from);
      const fix = addIdempotencyKey(entry);
      if (fix.kind !== 'command') throw new Error(fix.reason);
      const calls: Json[] = [];
      await testState(
        { definition: JSON.stringify({ ...states(edited(from, fix.command))['Call'], QueryLanguage: language }), context: '{"Execution":{"Name":"run-7"},"State":{"Name":"Call"}}' },
        { dialect: 'studio', ports: { now: () => 0, random: () => 0.5, id: () => 'id', perform: (call) => { calls.push(call.arguments); return { kind: 'result', value: {} }; } } },
      );
      expect(calls).toMatchObject([{ Headers: { 'Idempotency-Key': 'run-7-Call' } }]);
    }
  });

  it('is not added where Headers is computed as a whole', () => {
    const computed = text({ Arguments: { Method: 'POST', Headers: '{% $h %}' } });
    const { entry } = entryOf(computed);
    expect(addIdempotencyKey(entry)).toMatchObject({ kind: 'none' });
  });
});

it('a refused access token may be worth one retry, a missing page is not', () => {
  expect(errorAdvice('States.Http.StatusCode.401').note).toContain('new access token');
  expect(errorAdvice('States.Http.StatusCode.407').note).toContain('new access token');
  expect(errorAdvice('States.Http.StatusCode.404').note).toContain('catch it rather than retry');
});

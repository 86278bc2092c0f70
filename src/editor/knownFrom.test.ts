import { beforeAll, describe, expect, it } from 'vitest';
import type { StateName } from '../asl/names.ts';
import { parse } from '../asl/parse.ts';
import { suggestionsAt } from '../assist/suggestionsAt.ts';
import { readerOnDisk } from '../catalog/testing/catalogOnDisk.ts';
import type { JsonObject } from '../lib/Json.ts';
import { createEditorStore } from './createEditorStore.ts';
import { knownFrom } from './knownFrom.ts';
import { memoryServices } from './testing/memoryServices.ts';

const describeExecution = { Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:sfn:describeExecution', Arguments: { ExecutionArn: 'x' }, Next: 'Ask' };
const ask = { Type: 'Choice', Choices: [{ Condition: '{% true %}', Next: 'B' }] };
const textOf = (states: { readonly [name: string]: JsonObject }): string => JSON.stringify({ QueryLanguage: 'JSONata', StartAt: 'A', States: states }, null, 2);
const storeOf = (text: string) => createEditorStore(memoryServices(), { draftId: 'd', name: 'flow', text });

/** What is offered at the `¦`. */
async function offered(marked: string, prepare?: (store: ReturnType<typeof storeOf>) => void): Promise<readonly string[]> {
  const at = marked.indexOf('¦');
  const text = marked.replace('¦', '');
  const store = storeOf(text);
  prepare?.(store);
  const tree = parse(text, 'json');
  const before = marked.slice(marked.lastIndexOf('\n', at) + 1, at);
  return suggestionsAt(tree, at, await knownFrom(store, tree, before, async () => readerOnDisk)).map(({ label }) => label);
}

// A page has read them long before somebody asks; who asks waits for a second at most.
beforeAll(() => Promise.all([readerOnDisk.catalog(), ...['sfn:describeExecution', 's3:deleteObjects', 's3:getObject'].flatMap((action) => [readerOnDisk.notesOf(`arn:aws:states:::aws-sdk:${action}`)])]));

describe('what is known while somebody writes', () => {
  it('is the result of the state before, from the shape of its response, through a Choice', async () => {
    const next = { Type: 'Pass', Output: '{% $states.input.¦ %}', End: true };
    expect(await offered(textOf({ A: describeExecution, Ask: ask, B: next }))).toEqual(expect.arrayContaining(['ExecutionArn', 'Status']));
  });

  it('is a mock before a sample', async () => {
    const labels = await offered(textOf({ A: describeExecution, Ask: ask, B: { Type: 'Pass', Output: '{% $states.input.¦ %}', End: true } }), (store) =>
      store.getState().actions.setMock('A' as StateName, { enabled: true, mock: { result: '{"Mine":1}' } }));
    expect(labels).toContain('Mine');
    expect(labels).not.toContain('ExecutionArn');
  });

  it('is every parameter, deep inside too', async () => {
    const put = (given: JsonObject) => textOf({ A: { Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:s3:deleteObjects', Arguments: given, End: true } }).replace('"¦": 0', '¦');
    expect((await offered(put({ '¦': 0 }))).slice(0, 2)).toEqual(['Bucket', 'Delete']);
    expect(await offered(put({ Bucket: 'b', Delete: { '¦': 0 } }))).toEqual(expect.arrayContaining(['Objects', 'Quiet']));
  });

  it('is every service, and then its actions', async () => {
    const at = (resource: string) => offered(textOf({ A: { Type: 'Task', Resource: `${resource}¦`, End: true } }));
    expect(await at('arn:aws:states:::aws-sdk:')).toContain('arn:aws:states:::aws-sdk:bedrockruntime:');
    expect(await at('arn:aws:states:::aws-sdk:bedrockruntime:')).toContain('arn:aws:states:::aws-sdk:bedrockruntime:converse');
  });

  it('is the errors of the action', async () => {
    const labels = await offered(textOf({ A: { Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:s3:getObject', Retry: [{ ErrorEquals: ['¦'] }], End: true } }));
    expect(labels).toEqual(expect.arrayContaining(['S3.NoSuchKeyException', 'S3.S3Exception']));
  });

  it('is less, and not nothing, where the catalog cannot be had', async () => {
    const text = textOf({ A: describeExecution });
    const known = await knownFrom(storeOf(text), parse(text, 'json'), '', () => Promise.reject(new Error('no network')));
    expect(known.parameters?.('arn:aws:states:::aws-sdk:s3:getObject', [])).toBeUndefined();
    expect(known.result?.('A')).toBeUndefined();
  });
});

import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Json } from '../lib/Json.ts';
import type { DataCall, DataReply, Environment } from './environment.ts';
import { run } from './run.ts';
import type { RunOutcome } from './run/runTypes.ts';

const objects: { readonly [key: string]: string } = {
  'list.json': '[1,2,3,4,5]',
  'nested.json': '{"data":{"rows":[{"n":1},{"n":2}]}}',
  'rows.csv': 'n,text\n1,one\n2,two\n',
  'lines.jsonl': '{"n":1}\n{"n":2}\n',
  'inventory/manifest.json': '{"destinationBucket":"arn:aws:s3:::shop","fileSchema":"Bucket, Key","files":[{"key":"inventory/1.csv"}]}',
  'inventory/1.csv': '"shop","a.txt"\n"shop","b.txt"\n',
};

const packed = { 'rows.csv.gz': new Uint8Array(gzipSync('n,text\n1,one\n')), 'broken.gz': new Uint8Array([0x1f, 0x8b, 1, 2, 3]), 'rows.zst': new Uint8Array([0x28, 0xb5, 0x2f, 0xfd]), 'rows.parquet': new TextEncoder().encode('PAR1'), 'plain.json': new TextEncoder().encode('[1]') };

const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

function world() {
  const written: DataCall[] = [];
  const data = (call: DataCall): DataReply => {
    if (call.resource.endsWith('putObject')) return written.push(call), { kind: 'done' };
    if (call.resource.endsWith('listObjectsV2')) return { kind: 'objects', objects: Object.keys(objects).filter((key) => key.startsWith(text(call.arguments['Prefix']))).map((Key) => ({ Key })) };
    const key = text(call.arguments['Key']);
    if (Object.hasOwn(packed, key)) return { kind: 'bytes', bytes: packed[key as keyof typeof packed] };
    const found = objects[key];
    return found === undefined ? { kind: 'failure', error: 'S3.NoSuchKeyException', cause: 'No such key.' } : { kind: 'text', text: found };
  };
  let ids = 0;
  const environment: Environment = { dialect: 'aws', ports: { now: () => Date.UTC(2026, 0, 1), random: () => 0, id: () => `id-${++ids}`, perform: () => ({ kind: 'failure', error: 'none' }), data } };
  return { environment, written };
}

const PASS = { P: { Type: 'Pass', End: true } };
const map = (fields: { readonly [name: string]: Json }, states: Json = PASS): Json => ({
  StartAt: 'M',
  States: { M: { Type: 'Map', ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' }, StartAt: 'P', States: states }, End: true, ...fields } },
});
const reader = (Key: string, ReaderConfig: Json) => ({ ItemReader: { Resource: 'arn:aws:states:::s3:getObject', Parameters: { Bucket: 'shop', Key }, ReaderConfig } });
const ended = (outcome: RunOutcome) => {
  if (outcome.kind !== 'ended') throw new Error(JSON.stringify(outcome));
  return outcome;
};
const output = async (definition: Json, input: Json = {}): Promise<unknown> => JSON.parse(ended(await run(definition, input, world().environment)).output ?? 'null');

describe('ItemReader', () => {
  it.each([
    ['JSON, the first items', reader('list.json', { InputType: 'JSON', MaxItems: 2 }), [1, 2]],
    ['MaxItemsPath, with 0 for all', reader('list.json', { InputType: 'JSON', MaxItemsPath: '$.most' }), [1, 2, 3, 4, 5]],
    ['a pointer into the file', reader('nested.json', { InputType: 'JSON', ItemsPointer: '/data/rows' }), [{ n: 1 }, { n: 2 }]],
    ['CSV', reader('rows.csv', { InputType: 'CSV', CSVHeaderLocation: 'FIRST_ROW' }), [{ n: '1', text: 'one' }, { n: '2', text: 'two' }]],
    ['JSON Lines', reader('lines.jsonl', { InputType: 'JSONL' }), [{ n: 1 }, { n: 2 }]],
    ['an inventory manifest', reader('inventory/manifest.json', { InputType: 'MANIFEST' }), [{ Bucket: 'shop', Key: 'a.txt' }, { Bucket: 'shop', Key: 'b.txt' }]],
    ['a listing', { ItemReader: { Resource: 'arn:aws:states:::s3:listObjectsV2', Parameters: { Bucket: 'shop', Prefix: 'inventory/' } } }, [{ Key: 'inventory/manifest.json' }, { Key: 'inventory/1.csv' }]],
  ])('%s', async (_, fields, expected) => {
    expect(await output(map(fields), { most: 0 })).toEqual(expected);
  });

  it.each([
    ['gzip', 'rows.csv.gz', { InputType: 'CSV' }, [{ n: '1', text: 'one' }]],
    ['bytes that are not packed', 'plain.json', { InputType: 'JSON' }, [1]],
  ])('unpacks %s', async (_, key, config, expected) => {
    expect(await output(map(reader(key, config)))).toEqual(expected);
  });

  it.each([['broken.gz', 'cannot be unpacked'], ['rows.zst', 'zstd'], ['rows.parquet', 'Parquet files cannot be read here.']])('says why it cannot read %s', async (key, says) => {
    const outcome = ended(await run(map(reader(key, { InputType: 'JSONL' })), {}, world().environment));
    expect(outcome).toMatchObject({ status: 'FAILED', error: 'States.ItemReaderFailed', cause: expect.stringContaining(says) });
  });

  it('goes over the members of an object, each with its key', async () => {
    const selector = { ItemSelector: { 'all.$': '$$.Map.Item' } };
    expect(await output(map({ ItemsPath: '$.by', ...selector }), { by: { x: 1, y: [2] } })).toEqual([
      { all: { Index: 0, Key: 'x', Value: 1, Source: 'STATE_DATA' } }, { all: { Index: 1, Key: 'y', Value: [2], Source: 'STATE_DATA' } },
    ]);
    expect(await output({ ...(map({ Items: '{% $states.input.by %}' }) as object), QueryLanguage: 'JSONata' }, { by: { x: 1 } })).toEqual([{ Key: 'x', Value: 1 }]);
    const inline = { StartAt: 'M', States: { M: { Type: 'Map', ItemProcessor: { StartAt: 'P', States: PASS }, End: true } } };
    expect(ended(await run(inline, { x: 1 }, world().environment))).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
  });

  it('tells each item where it came from', async () => {
    const fields = { ...reader('list.json', { InputType: 'JSON', MaxItems: 1 }), ItemSelector: { 'from.$': '$$.Map.Item.Source' } };
    expect(await output(map(fields))).toEqual([{ from: 'S3://shop/list.json' }]);
  });

  it('a failed reading fails the Map Run, and can be caught', async () => {
    const fields = { ...reader('none', { InputType: 'JSON' }), Catch: [{ ErrorEquals: ['S3.NoSuchKeyException'], Next: 'C' }] };
    const definition = map(fields) as { StartAt: string; States: { M: { End?: boolean } } };
    delete definition.States.M.End;
    const outcome = ended(await run({ ...definition, States: { M: { ...definition.States.M, Next: 'C' }, C: { Type: 'Succeed' } } }, {}, world().environment));
    expect(outcome).toMatchObject({ status: 'SUCCEEDED', output: '{"Error":"S3.NoSuchKeyException","Cause":"No such key."}' });
    expect(outcome.history.map(({ type }) => type).slice(2, 6)).toEqual(['MapStateStarted', 'MapRunStarted', 'MapRunFailed', 'MapStateFailed']);
  });
});

describe('child executions', () => {
  const failing = { P: { Type: 'Choice', Choices: [{ Variable: '$', NumericGreaterThan: 3, Next: 'F' }], Default: 'G' }, F: { Type: 'Fail', Error: 'TooBig' }, G: { Type: 'Pass', End: true } };

  it('have an execution of their own and see no outer variables', async () => {
    const states = { P: { Type: 'Pass', Parameters: { 'id.$': '$$.Execution.Id', 'input.$': '$$.Execution.Input', 'machine.$': '$$.StateMachine.Name' }, End: true } };
    expect(await output(map({ Label: 'each' }, states), ['x'])).toEqual([{ id: expect.stringContaining(':execution:StateMachine/each:'), input: 'x', machine: 'StateMachine/each' }]);
  });

  it('a tolerated failure leaves the record of its execution', async () => {
    expect(await output(map({ ToleratedFailureCount: 1 }, failing), [3, 4])).toEqual([3, expect.objectContaining({ Status: 'FAILED', Error: 'TooBig', Input: '4' })]);
  });

  it('one failure too many fails the Map Run', async () => {
    const outcome = ended(await run(map({ ToleratedFailureCount: 1 }, failing), [4, 5, 1], world().environment));
    expect(outcome).toMatchObject({ status: 'FAILED', error: 'States.ExceedToleratedFailureThreshold' });
  });

  it('States.Runtime ends the child, not its parent', async () => {
    const states = { P: { Type: 'Pass', InputPath: '$.nope', End: true } };
    expect(await output(map({ ToleratedFailurePercentage: 100 }, states), [1])).toEqual([expect.objectContaining({ Error: 'States.Runtime' })]);
  });
});

describe('ResultWriter', () => {
  const writer = (WriterConfig?: Json) => ({ ResultWriter: { Resource: 'arn:aws:states:::s3:putObject', Parameters: { Bucket: 'out', Prefix: 'runs' }, ...(WriterConfig === undefined ? {} : { WriterConfig }) } });

  it('writes the results and a manifest, and names it', async () => {
    const { environment, written } = world();
    const outcome = ended(await run(map(writer({ Transformation: 'COMPACT', OutputType: 'JSONL' })), [1, [2]], environment));
    const result = JSON.parse(outcome.output ?? '') as { ResultWriterDetails: { Key: string } };
    expect(result).toEqual({ MapRunArn: expect.stringContaining(':mapRun:'), ResultWriterDetails: { Bucket: 'out', Key: expect.stringMatching(/^runs\/.+\/manifest\.json$/) } });
    expect(written.map(({ body }) => body)[0]).toBe('1\n[2]');
    expect(written.at(-1)?.arguments['Key']).toBe(result.ResultWriterDetails.Key);
  });

  it.each([
    ['COMPACT', [[1], [2, 3]]],
    ['FLATTEN', [1, 2, 3]],
    ['NONE', [expect.objectContaining({ Output: '[1]' }), expect.objectContaining({ Output: '[2,3]', Status: 'SUCCEEDED' })]],
  ])('%s without a bucket is the result of the state', async (Transformation, expected) => {
    expect(await output(map({ ResultWriter: { WriterConfig: { Transformation, OutputType: 'JSON' } } }), [[1], [2, 3]])).toEqual(expected);
  });
});

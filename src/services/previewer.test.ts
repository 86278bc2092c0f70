import { describe, expect, it } from 'vitest';
import type { Connection } from '../http/connection.ts';
import { noParameters } from '../http/connection.ts';
import { createPreviewer } from './previewer.ts';
import { manualTimer } from './testing/manualTimer.ts';
import { memoryWorker, type MemoryWorker } from './testing/memoryWorker.ts';
import type { PreviewOrder, WorkerLike } from './testerMessages.ts';

const ARN = 'arn:aws:events:us-east-1:111122223333:connection/mine/0b6f3a52-5c4e-4a6b-9a55-2f1f1d1f7a10';
const mine: Connection = {
  arn: ARN, name: 'mine', madeUp: false, allowedOrigins: [], authorization: { type: 'BASIC', username: 'ann' },
  parameters: { ...noParameters, query: [{ key: 'team', value: 'blue', isSecret: false }] },
};
const state = (url: string) => ({ Type: 'Task', Resource: 'arn:aws:states:::http:invoke', Arguments: { Method: 'GET', ApiEndpoint: url, InvocationConfig: { ConnectionArn: ARN }, Headers: { 'X-Id': '{% $states.input.id %}' } }, End: true });
const order = (id: string, more: Partial<PreviewOrder> = {}): PreviewOrder => ({ request: { state: state('https://api.example.com/a'), queryLanguage: 'JSONata', input: { id } }, connections: [mine], region: 'eu-west-1', nowMs: 0, ...more });

function studio(create: () => WorkerLike = () => memoryWorker(() => new Promise(() => undefined))) {
  const workers: WorkerLike[] = [];
  const timer = manualTimer();
  const createWorker = (): WorkerLike => {
    const worker = create();
    workers.push(worker);
    return worker;
  };
  return { previewer: createPreviewer({ createWorker, timer }), workers, timer };
}

/** Takes a preview order and never answers. */
const silent = (): WorkerLike => ({ onmessage: null, onerror: null, postMessage: () => undefined, terminate: () => undefined });

describe('createPreviewer', () => {
  it('answers the evaluated request, with all that the connection adds masked', async () => {
    const { previewer } = studio();
    const preview = await previewer.preview(order('o-1'));
    expect(preview).toMatchObject({ kind: 'request', prepared: { publicUrl: 'https://api.example.com/a?team=••••' } });
    const headers = preview?.kind === 'request' ? preview.prepared.headers.map(({ name, value }) => [name, value]) : [];
    expect(headers).toContainEqual(['X-Id', 'o-1']);
    expect(headers).toContainEqual(['Authorization', '••••']);
  });

  it('answers what the state would fail with', async () => {
    const { previewer } = studio();
    expect(await previewer.preview(order('line\nbreak'))).toMatchObject({ kind: 'failure', error: 'States.Runtime', hint: expect.stringContaining('X-Id') });
  });

  it('shows the request without the parts of a connection that is not known', async () => {
    const { previewer } = studio();
    expect(await previewer.preview(order('o-1', { connections: [] }))).toMatchObject({ kind: 'no-connection', arn: ARN, prepared: { url: 'https://api.example.com/a' } });
  });

  it('keeps to the latest of many orders, and to one worker', async () => {
    const { previewer, workers } = studio();
    const [first, second, third] = await Promise.all(['1', '2', '3'].map((id) => previewer.preview(order(id))));
    expect([first?.kind, second, third?.kind]).toEqual(['request', null, 'request']);
    expect(workers).toHaveLength(1);
  });

  it('gives up an expression that does not end, and goes on with another worker', async () => {
    let hung = true;
    const { previewer, workers, timer } = studio(() => (hung ? silent() : memoryWorker(() => new Promise(() => undefined))));
    const never = previewer.preview(order('1'));
    hung = false;
    timer.advance(60_000);
    expect(await never).toMatchObject({ kind: 'unusable' });
    expect(await previewer.preview(order('2'))).toMatchObject({ kind: 'request' });
    expect(workers).toHaveLength(2);
  });

  it('says so when no worker can be had', async () => {
    const { previewer } = studio(() => { throw new Error('no workers here'); });
    expect(await previewer.preview(order('1'))).toMatchObject({ kind: 'unusable', message: expect.stringContaining('Reload') });
  });

  it('survives a worker that crashes', async () => {
    const made: MemoryWorker[] = [];
    const { previewer } = studio(() => { const worker = memoryWorker(() => new Promise(() => undefined)); made.push(worker); return worker; });
    const asked = previewer.preview(order('1'));
    made[0]?.crash('out of memory');
    expect(await asked).toMatchObject({ kind: 'unusable' });
    expect(await previewer.preview(order('2'))).toMatchObject({ kind: 'request' });
  });
});

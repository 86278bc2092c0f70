import { pathToFileURL } from 'node:url';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AwsEndpoint } from '../bridge/aws/createAwsEndpoint.ts';
import { rawServer, type RawServer, responded } from '../bridge/testing/rawServer.ts';
import { startAwsEndpoint } from './startAwsEndpoint.ts';

/** In plain JavaScript: asks for the HTTP task that the definition names, and answers what came back. */
const THREAD = `import { parentPort } from 'node:worker_threads';
parentPort.on('message', (m) => m.type === 'job'
  ? parentPort.postMessage({ type: 'perform', call: 1, task: { stateName: 'A', resource: 'arn:aws:states:::http:invoke', arguments: JSON.parse(m.job.request.definition) } })
  : parentPort.postMessage({ type: 'done', evaluated: { kind: 'test-state', outcome: m.reply.kind === 'not-performed' ? { kind: 'not-performed', reason: m.reply.reason } : { kind: 'answered', response: { status: 'SUCCEEDED' } } } }));`;

const closing: (() => unknown)[] = [];
let endpoint: AwsEndpoint;
let bridge: RawServer;
let other: RawServer;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'asl-studio-endpoint-'));
  writeFileSync(join(folder, 'thread.mjs'), THREAD);
  const answers = () => rawServer((socket) => socket.end(responded(['HTTP/1.1 200 OK', 'Content-Length: 2', 'Connection: close'], '{}')));
  [bridge, other] = [await answers(), await answers()];
  const allow: string[] = [bridge, other].map(({ port }) => `http://127.0.0.1:${port}`);
  endpoint = await startAwsEndpoint({ port: 0, token: 'the-token', allow, connections: [], evaluator: pathToFileURL(join(folder, 'thread.mjs')), ownSockets: () => [{ address: '127.0.0.1', port: bridge.port }] });
  // Its port is known only now; whoever starts it may allow it all the same.
  allow.push(endpoint.origin);
  closing.push(() => endpoint.close(), () => bridge.close(), () => other.close());
});
afterAll(async () => {
  await Promise.all(closing.map((close) => close()));
  rmSync(folder, { recursive: true, force: true });
});

async function called(origin: string): Promise<unknown> {
  const call = { ApiEndpoint: `${origin}/`, Method: 'GET', InvocationConfig: { ConnectionArn: 'arn:aws:events:us-east-1:123456789012:connection/x/1' } };
  const answer = await fetch(endpoint.origin, {
    method: 'POST', body: JSON.stringify({ definition: JSON.stringify(call) }),
    headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': 'AWSStepFunctions.TestState', authorization: `AWS4-HMAC-SHA256 Credential=${endpoint.accessKeyId}/20260101/us-east-1/states/aws4_request` },
  });
  return answer.json();
}

describe('startAwsEndpoint', () => {
  it('calls an origin that was allowed', async () => expect(await called(`http://127.0.0.1:${other.port}`)).toEqual({ status: 'SUCCEEDED' }));

  it.each([
    { what: 'the bridge beside it', origin: () => `http://127.0.0.1:${bridge.port}` },
    { what: 'itself', origin: () => endpoint.origin },
  ])('never calls $what, whatever was allowed', async ({ origin }) => {
    expect(await called(origin())).toMatchObject({ __type: 'NotAvailableInLocalEndpoint', message: expect.stringContaining('is ASL Studio itself') });
    expect(bridge.received).toEqual([]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { performHttpTask, type HttpWorld } from '../http/performHttpTask.ts';
import type { PreparedRequest } from '../http/prepared.ts';
import { ARN, recordedConnection, recordedSecrets } from '../http/testing/builders.ts';
import type { Json } from '../lib/Json.ts';
import { previewHttpTask } from './previewHttpTask.ts';

const json: fc.Arbitrary<Json> = fc.jsonValue({ maxDepth: 3 }).map((value) => value as Json); // fast-check's type is not readonly
const oneOf = (...values: readonly Json[]): fc.Arbitrary<Json> => fc.oneof({ weight: 4, arbitrary: fc.constantFrom<Json>(...values) }, { weight: 1, arbitrary: json });
const names = fc.constantFrom('x-shared', 'X-Shared', 'a', 'Range', 'content-type', 'host', 'shared', 'constructor', '__proto__', '0');
const bag = fc.dictionary(names, fc.oneof(fc.string(), fc.array(fc.string()), json));

/** Fields that are mostly right, in every combination. */
const fields = fc.record({
  ApiEndpoint: oneOf('https://api.example.com/v1?x=1', 'https://api.example.com', 'http://127.0.0.1:1/a b', 'https://u@h/', 'https://h/#'),
  Method: oneOf('GET', 'POST', 'HEAD', 'get'),
  InvocationConfig: oneOf({ ConnectionArn: ARN }, { ConnectionArn: 'other' }),
  Headers: fc.oneof(bag, json),
  QueryParameters: fc.oneof(bag, json),
  RequestBody: fc.oneof(bag, json),
  Transform: oneOf({ RequestBodyEncoding: 'NONE' }, { RequestBodyEncoding: 'URL_ENCODED' }, { RequestBodyEncoding: 'URL_ENCODED', RequestEncodingOptions: { ArrayFormat: 'COMMAS' } }),
}, { requiredKeys: ['ApiEndpoint', 'Method', 'InvocationConfig'] }) as fc.Arbitrary<{ readonly [name: string]: Json }>;

const state = { Type: 'Task', Resource: 'arn:aws:states:::http:invoke', End: true };
const known = { connection: recordedConnection, secrets: recordedSecrets };
const byArn = (arn: string) => (arn === ARN ? known : null);

describe('previewHttpTask, whatever the fields hold', () => {
  it('shows the request that a test then sends, or the failure that it then has', async () => {
    await fc.assert(fc.asyncProperty(fields, async (input) => {
      const sent: PreparedRequest[] = [];
      const world: HttpWorld = {
        region: 'us-west-2', secretsGoAnywhere: true, connectionByArn: byArn,
        route: async ({ url }) => ({ kind: 'send', sentTo: url, mapped: false, route: 'cli' }),
        send: async (prepared) => {
          sent.push(prepared);
          return { request: { method: '', url: '', sentTo: '', headers: [], body: null }, failure: { kind: 'stopped', message: '' }, phases: {}, durationMs: 0, route: 'cli' };
        },
      };
      const preview = await previewHttpTask({ state, input }, { region: 'us-west-2', connectionByArn: byArn });
      const reply = await performHttpTask({ arguments: input, field: 'Parameters' }, world, new AbortController().signal);
      switch (preview.kind) {
        case 'request':
          expect(sent).toEqual([preview.prepared]);
          return;
        case 'failure':
          expect(reply).toMatchObject({ kind: 'failure', error: preview.error, cause: preview.cause });
          expect(sent).toEqual([]);
          return;
        case 'no-connection':
          expect(reply).toMatchObject({ kind: 'not-performed', reason: { kind: 'no-connection' } });
          return;
        case 'unusable':
          throw new Error(preview.message);
      }
    }), { numRuns: 300 });
  });

  it('answers, and never throws, for any JSON as state, in both languages', async () => {
    await fc.assert(fc.asyncProperty(json, fields, json, fc.constantFrom('JSONPath' as const, 'JSONata' as const), fc.boolean(), async (any, given, input, queryLanguage, whole) => {
      const of = whole ? any : { ...state, [queryLanguage === 'JSONata' ? 'Arguments' : 'Parameters']: given };
      const preview = await previewHttpTask({ state: of, queryLanguage, input }, { region: 'us-west-2', connectionByArn: byArn });
      expect(['request', 'failure', 'no-connection', 'unusable']).toContain(preview.kind);
    }), { numRuns: 300 });
  });

  it('answers for nesting that no stack holds', async () => {
    let deep: Json = 1;
    for (let level = 0; level < 200_000; level++) deep = [deep];
    expect(await previewHttpTask({ state: { ...state, Parameters: { RequestBody: deep } }, input: {} }, { region: 'us-west-2', connectionByArn: byArn })).toMatchObject({ kind: 'unusable' });
    expect(await previewHttpTask({ state: { ...state, Parameters: { 'RequestBody.$': '$' } }, input: deep }, { region: 'us-west-2', connectionByArn: byArn })).toMatchObject({ kind: expect.stringMatching(/unusable|failure/) });
  });
});

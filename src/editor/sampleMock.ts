import { itemsOf, memberOf } from '../asl/pointer.ts';
import type { StateEntry } from '../asl/states.ts';
import type { Mock } from '../interpreter/testStateApi.ts';
import { knownSample } from './catalogSamples.ts';
import { resourceOf } from './testability.ts';

/** What the service of a task typically answers, to start from. Shapes: integrations.md sections 3 and 6, http-task.md section 6. */
const SAMPLES: readonly { readonly resource: RegExp; readonly result: unknown }[] = [
  { resource: /:http:invoke$/, result: { Headers: { 'content-type': ['application/json'] }, ResponseBody: { id: '1' }, StatusCode: 200, StatusText: 'OK' } },
  { resource: /:lambda:invoke$/, result: { ExecutedVersion: '$LATEST', Payload: '{"ok":true}', StatusCode: 200 } },
  { resource: /:dynamodb:getItem$/, result: { Item: { id: { S: '1' } } } },
  { resource: /:dynamodb:(put|update|delete)Item$/, result: {} },
  { resource: /:sqs:sendMessage$/, result: { MessageId: '00000000-0000-4000-8000-000000000000', MD5OfMessageBody: '99914b932bd37a50b983c5e7c90ae93b' } },
  { resource: /:sns:publish$/, result: { MessageId: '00000000-0000-4000-8000-000000000000' } },
  { resource: /:events:putEvents$/, result: { Entries: [{ EventId: '00000000-0000-4000-8000-000000000000' }], FailedEntryCount: 0 } },
  { resource: /:states:startExecution$/, result: { ExecutionArn: 'arn:aws:states:us-east-1:123456789012:execution:Child:1', StartDate: '2026-01-01T00:00:00.000Z' } },
  { resource: /^arn:[^:]*:lambda:/, result: { ok: true } },
];

const ownSample = (resource: string): unknown => SAMPLES.find((sample) => sample.resource.test(resource))?.result;

export const hasOwnSample = (resource: string): boolean => ownSample(resource) !== undefined;

/** What a Map leaves whose results are written to a bucket. Source: asl-semantics.md, "ResultWriter". */
const WRITTEN = { MapRunArn: 'arn:aws:states:us-east-1:123456789012:mapRun:Flow/Map:1', ResultWriterDetails: { Bucket: 'results', Key: 'map/manifest.json' } };

/**
 * A task of any other service answers what the catalog knows of it, and until that has come an empty object; a Parallel an object for each
 * branch; a Map an empty list, or where its results lie.
 */
export function sampleMock(entry: StateEntry): Mock {
  const { node } = entry;
  if (entry.type === 'Parallel') return { result: `[${itemsOf(node.kind === 'object' ? memberOf(node, 'Branches')?.value : undefined).map(() => '{}').join(', ')}]` };
  if (entry.type === 'Map') return { result: node.kind === 'object' && memberOf(node, 'ResultWriter') ? JSON.stringify(WRITTEN, null, 2) : '[]' };
  const resource = resourceOf(entry) ?? '';
  return { result: knownSample(resource) ?? JSON.stringify(ownSample(resource) ?? {}, null, 2) };
}

import { describe, expect, it } from 'vitest';
import { emptySidecar } from './sidecar.ts';
import { sidecarFrom } from './sidecarFrom.ts';

describe('sidecarFrom', () => {
  it.each([null, 3, 'x', [], {}, { version: 2, inputs: { A: '1' } }])('takes nothing from %j', (read) => {
    expect(sidecarFrom(read)).toEqual(emptySidecar);
  });

  it('copies what it understands and leaves the rest behind', () => {
    const read = {
      version: 1, secrets: { arn: 'sk_live' }, grants: [{}],
      inputs: { Pack: '{}', Bad: 7 }, variables: { Pack: '{"a":1}' },
      mocks: { Pack: { enabled: true, mock: { result: '1', extra: 'x' } }, Bad: { enabled: true } },
      inspectionLevels: { Pack: 'TRACE', Bad: 'LOUD' },
      hostMappings: [{ from: 'https://a.example', to: 'sandbox', secret: 's' }, { from: 1 }],
      contexts: { Pack: '{ "Execution": {} }', Bad: {} }, conditions: { Pack: { retrierRetryCount: 2, mapItemReaderData: '[1', errorCausedByState: 3, mapIterationFailureCount: -1, extra: 1 }, Bad: 'x' },
      definitions: { Pack: { text: '{}', base: '{ }', extra: 1 }, Bad: { text: '{}' } },
      folded: { Pack: true, Bad: 'yes' },
    };
    expect(sidecarFrom(read)).toEqual({
      version: 1, inputs: { Pack: '{}' }, variables: { Pack: '{"a":1}' }, mocks: { Pack: { enabled: true, mock: { result: '1' } } },
      inspectionLevels: { Pack: 'TRACE' }, contexts: { Pack: '{ "Execution": {} }' }, conditions: { Pack: { retrierRetryCount: 2, mapItemReaderData: '[1' } }, definitions: { Pack: { text: '{}', base: '{ }' } },
      hostMappings: [{ from: 'https://a.example', to: 'sandbox' }], substitutions: {}, folded: { Pack: true },
    });
  });

  it('keeps a state called __proto__ as a state', () => {
    const read: unknown = JSON.parse('{"version":1,"inputs":{"__proto__":"{}"}}');
    expect(Object.entries(sidecarFrom(read).inputs)).toEqual([['__proto__', '{}']]);
  });
});

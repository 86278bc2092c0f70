import { describe, expect, it } from 'vitest';
import type { Connection } from './connection.ts';
import { noParameters } from './connection.ts';
import { prepareRequest } from './prepare.ts';
import { strayingSecret } from './strayingSecret.ts';

const connection = (name: string, origin: string): Connection => ({
  arn: `arn:aws:events:us-east-1:111122223333:connection/${name}/7d3f0c52-1b8e-4a55-9c0e-5f1a2b3c4d5e`, name,
  authorization: { type: 'API_KEY', apiKeyName: 'Authorization' }, parameters: noParameters, allowedOrigins: [origin], madeUp: false,
});
const mine = connection('mine', 'https://api.example.com');
const theirs = connection('theirs', 'https://collector.example.net');
const held = [{ connection: mine, secrets: { apiKeyValue: 'Bearer sk_live_abc+123' } }, { connection: theirs, secrets: { apiKeyValue: 'harmless' } }];

function requestTo(endpoint: string, parts: { Headers?: Record<string, string>; RequestBody?: unknown; QueryParameters?: Record<string, string> }) {
  const used = endpoint.startsWith('https://api.example.com') ? mine : theirs;
  const prepared = prepareRequest({
    arguments: { Method: 'POST', ApiEndpoint: endpoint, InvocationConfig: { ConnectionArn: used.arn }, ...(parts as object) },
    connection: used, secrets: used === mine ? { apiKeyValue: 'Bearer sk_live_abc+123' } : { apiKeyValue: 'harmless' }, region: 'us-east-1',
  });
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.error));
  return prepared.value;
}

describe('strayingSecret', () => {
  it.each([
    { what: 'as it is in the body', parts: { RequestBody: { seen: 'Bearer sk_live_abc+123' } } },
    { what: 'without its scheme', parts: { RequestBody: { seen: 'sk_live_abc+123' } } },
    { what: 'percent-encoded in the query', parts: { QueryParameters: { q: 'sk_live_abc+123' } } },
    { what: 'base64-encoded in a header', parts: { Headers: { 'X-Seen': 'c2tfbGl2ZV9hYmMrMTIz' } } },
  ])('finds a secret $what of a request to another host', ({ parts }) => {
    expect(strayingSecret(requestTo('https://collector.example.net/in', parts), held)).toContain('the secret of the connection mine');
  });

  it('lets it go where its connection allows it', () => {
    expect(strayingSecret(requestTo('https://api.example.com/in', { RequestBody: { key: 'sk_live_abc+123' } }), held)).toBeNull();
  });

  it('says nothing of a request without one', () => {
    expect(strayingSecret(requestTo('https://collector.example.net/in', { RequestBody: { a: 1 } }), held)).toBeNull();
  });
});

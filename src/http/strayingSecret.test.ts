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
    { what: 'inside a longer base64 text', parts: { RequestBody: { seen: btoa('{"key":"sk_live_abc+123"}') } } },
    { what: 'inside another base64 text', parts: { RequestBody: { seen: btoa('key: "sk_live_abc+123"') } } },
    { what: 'in the name of a header', parts: { Headers: { 'X-sk_live_abc+123': '1' } } },
    { what: 'in the name of a query parameter', parts: { QueryParameters: { 'sk_live_abc+123': '1' } } },
  ])('finds a secret $what of a request to another host', ({ parts }) => {
    expect(strayingSecret(requestTo('https://collector.example.net/in', parts), held)).toContain('the secret of the connection mine');
  });

  it.each([
    { what: 'in the host, which is in lower case', url: 'https://sk_live_abc.collector.example.net/in' },
    { what: 'with escapes in the path', url: 'https://collector.example.net/%73k_LIVE_abc' },
  ])('finds a secret $what', ({ url }) => {
    expect(strayingSecret(requestTo(url, {}), [{ connection: mine, secrets: { apiKeyValue: 'sk_LIVE_abc' } }])).toContain('the secret of the connection mine');
  });

  it('finds the encoded user name and password of a Basic connection', () => {
    const basic: Connection = { ...mine, authorization: { type: 'BASIC', username: 'ada' } };
    const request = requestTo('https://collector.example.net/in', { RequestBody: { seen: `Basic ${btoa('ada:passw0rd!')}` } });
    expect(strayingSecret(request, [{ connection: basic, secrets: { password: 'passw0rd!' } }])).toContain('the secret of the connection mine');
  });

  it('lets it go where its connection allows it', () => {
    expect(strayingSecret(requestTo('https://api.example.com/in', { RequestBody: { key: 'sk_live_abc+123' } }), held)).toBeNull();
  });

  it('does not let a host mapping take it elsewhere, but to the sandbox', () => {
    const request = requestTo('https://api.example.com/in', { RequestBody: { key: 'sk_live_abc+123' } });
    expect(strayingSecret(request, held, { sentTo: 'https://collector.example.net/in' })).toContain('the secret of the connection mine');
    expect(strayingSecret(request, held, { sentTo: 'http://127.0.0.1:7421/in', sandboxOrigin: 'http://127.0.0.1:7421' })).toBeNull();
  });

  it('says nothing of a request without one', () => {
    expect(strayingSecret(requestTo('https://collector.example.net/in', { RequestBody: { a: 1 } }), held)).toBeNull();
  });
});

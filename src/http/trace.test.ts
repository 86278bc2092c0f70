import { describe, expect, it } from 'vitest';
import { noParameters } from './connection.ts';
import { open, plainConnection, prepared, recorded, response } from './testing/builders.ts';
import { traceRequest, traceResponse } from './trace.ts';

describe('traceRequest', () => {
  it('shows the guide\'s example', () => {
    const request = prepared({
      ApiEndpoint: 'https://httpbin.org/get', Method: 'GET', Headers: { definitionHeader: 'h1' }, QueryParameters: { queryParam: 'q1' }, RequestBody: { message: 'Hello from Step Functions!' },
    }, {
      region: 'region', secrets: { password: 'p' },
      connection: {
        ...plainConnection, authorization: { type: 'BASIC', username: 'u' },
        parameters: { header: [open('CustomHeader1', 'CustomHeaderValue1')], query: [open('QueryParam1', 'QueryParamValue1')], body: [open('BodyKey1', 'BodyValue1')] },
      },
    });
    expect(traceRequest(request, { reveal: true })).toEqual({
      protocol: 'https', method: 'GET', url: 'https://httpbin.org/get?queryParam=q1&QueryParam1=QueryParamValue1',
      headers: '[definitionHeader: h1, Authorization: Basic dTpw, CustomHeader1: CustomHeaderValue1, User-Agent: Amazon|StepFunctions|HttpInvoke|region, Range: bytes=0-262144]',
      body: '{"message":"Hello from Step Functions!","BodyKey1":"BodyValue1"}',
    });
    expect(traceRequest(request, { reveal: false })).toEqual({
      protocol: 'https', method: 'GET', url: 'https://httpbin.org/get?queryParam=q1',
      headers: '[definitionHeader: h1, User-Agent: Amazon|StepFunctions|HttpInvoke|region, Range: bytes=0-262144]',
      body: '{"message":"Hello from Step Functions!"}',
    });
  });

  it('lists a Content-Type of the definition\'s own, and none that the service wrote', () => {
    expect(traceRequest(prepared({ Headers: { 'Content-Type': 'text/plain' }, RequestBody: 'x' }), { reveal: false }).headers).toMatch(/^\[Content-Type: text\/plain, User-Agent: /);
    expect(traceRequest(prepared({ RequestBody: 'x' }), { reveal: true }).headers).not.toMatch(/Content-|Host/);
  });

  it('leaves out a body and a query that only the connection made', () => {
    const request = traceRequest(prepared({}, recorded), { reveal: false });
    expect(request.url).toBe('https://api.example.com/v1/items');
    expect(request).not.toHaveProperty('body');
  });

  it('leaves out form pairs of the connection', () => {
    const request = prepared({ RequestBody: { shared: 1, a: [1, 2] }, Transform: { RequestBodyEncoding: 'URL_ENCODED' } }, recorded);
    expect(traceRequest(request, { reveal: false }).body).toBe('a%5B0%5D=1&a%5B1%5D=2');
  });

  it('keeps the endpoint\'s own query as it stands', () => {
    const request = prepared({ ApiEndpoint: 'https://api.example.com/?a&b=&&c=1', QueryParameters: { d: 2 } }, recorded);
    expect(traceRequest(request, { reveal: false }).url).toBe('https://api.example.com/?a&b=&&c=1&d=2');
  });
});

describe('traceResponse', () => {
  const request = prepared({}, { connection: { ...plainConnection, parameters: noParameters } });
  const reply = response({ status: 403, statusText: '', headers: ['date', 'today', 'x-key', 'key-value-1'], body: 'no key-value-1' });
  it('writes strings as AWS does', () => {
    expect(traceResponse(reply, request, { reveal: true })).toEqual({
      protocol: 'https', statusCode: '403', statusMessage: 'Forbidden', headers: '[date: today, x-key: key-value-1]', body: 'no key-value-1',
    });
  });
  it('masks echoed secrets unless they are revealed', () => {
    expect(traceResponse(reply, request, { reveal: false })).toMatchObject({ headers: '[date: today, x-key: ••••]', body: 'no ••••' });
  });
});

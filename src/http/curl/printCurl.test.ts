import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../lib/Json.ts';
import { isForbiddenHeader } from '../forbiddenHeaders.ts';
import { plainConnection, prepared, recorded, secret } from '../testing/builders.ts';
import { parseCurl } from './parseCurl.ts';
import { printCurl } from './printCurl.ts';

describe('printCurl', () => {
  it('quotes everything and masks the connection\'s part', () => {
    expect(printCurl(prepared({ RequestBody: { note: 'it\'s' }, Headers: { 'X-Empty': '' } }, recorded), { reveal: false })).toBe([
      'curl --request \'POST\'',
      '--url \'https://api.example.com/v1/items?shared=••••&connectionOnly=••••\'',
      '--header \'X-Empty;\'', '--header \'Authorization: ••••\'', '--header \'x-shared: ••••\'', '--header \'x-secret: ••••\'',
      '--header \'Content-Type: application/json; charset=UTF-8\'', '--header \'User-Agent: Amazon|StepFunctions|HttpInvoke|us-west-2\'', '--header \'Range: bytes=0-262144\'',
      '--data-raw \'{"note":"it\'\\\'\'s","shared":"••••","connectionOnly":"••••"}\'',
    ].join(' \\\n  '));
  });

  it('does not let curl read a file for a body that begins with @', () => {
    const command = printCurl(prepared({ RequestBody: '@/etc/passwd' }), { reveal: true });
    expect(command).toContain('--data-raw \'@/etc/passwd\'');
  });

  it('asks for a head as curl wants it', () => {
    expect(printCurl(prepared({ Method: 'HEAD' }), { reveal: true })).toMatch(/^curl --head \\/);
  });

  it('T11: comes back as the same request, whatever it holds', () => {
    const headerValue = fc.string({ unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)) }).map((value) => value.trim());
    const headerName = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_-]{0,15}$/).filter((name) => !isForbiddenHeader(name) && !/^(x-api-key|range|user-agent|content-.*|keep-alive|proxy-connection)$/i.test(name));
    const body = fc.oneof(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 })), fc.string({ unit: 'binary' }).filter((text) => !/[\uD800-\uDFFF\0]/.test(text)));
    fc.assert(fc.property(fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE'), fc.dictionary(headerName, headerValue, { maxKeys: 4 }), fc.dictionary(fc.string(), fc.string()), body, headerValue.filter((key) => key !== ''), (method, headers, query, given, key) => {
      const text = typeof given === 'string';
      const connection = { ...plainConnection, parameters: { header: [], query: [secret('q')], body: text ? [] : [secret('b')] } };
      const request = prepared(
        { Method: method, Headers: headers, QueryParameters: query, RequestBody: given as Json },
        { connection, secrets: { apiKeyValue: key, 'query.q': 'x y', 'body.b': 'z' } },
      );
      const back = parseCurl(printCurl(request, { reveal: true }));
      if (!back.ok) throw new Error(back.error.message);
      expect(back.value.ignored).toEqual([]);
      expect(back.value.request).toMatchObject({
        method, url: request.url, body: request.body?.text ?? null,
        headers: request.headers.filter(({ name }) => !/^(host|content-length)$/i.test(name)).map(({ name, value }) => [name, value]),
      });
    }), { numRuns: 200 });
  });
});

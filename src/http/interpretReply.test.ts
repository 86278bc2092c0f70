import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../lib/Json.ts';
import type { SendFailure } from './exchange.ts';
import { interpretFailure, interpretResponse, RESULT_LIMIT_BYTES } from './interpretReply.ts';
import { bytes, response } from './testing/builders.ts';
import { UNCONFIRMED, type Unconfirmed } from './unconfirmed.ts';

const body = (contentType: string | null, text: string | Uint8Array, method = 'GET', status = 200) =>
  interpretResponse(response({ status, headers: contentType === null ? [] : ['Content-Type', contentType], body: text }), method);

describe('interpretResponse', () => {
  it('answers headers as arrays in the server\'s spelling, parsed body, status and text', () => {
    expect(interpretResponse(response({
      status: 201, statusText: 'Created', headers: ['date', 'today', 'Set-Cookie', 'a=1', 'Content-Type', 'application/json', 'Set-Cookie', 'b=2'], body: '{"id":"in_1","n":[1,null]}',
    }), 'POST')).toEqual({
      kind: 'result', notes: [],
      value: {
        Headers: { date: ['today'], 'Set-Cookie': ['a=1', 'b=2'], 'Content-Type': ['application/json'] },
        ResponseBody: { id: 'in_1', n: [1, null] }, StatusCode: 201, StatusText: 'Created',
      },
    });
  });

  it.each<{ what: string; type: string | null; text: string | Uint8Array; expected: Json }>([
    { what: 'application/json', type: 'application/json', text: '[1]', expected: [1] },
    { what: 'JSON with a charset', type: 'Application/JSON; charset="UTF-8"', text: '"ü"', expected: 'ü' },
    { what: 'JSON after a byte order mark', type: 'application/json', text: '\uFEFF{}', expected: {} },
    { what: 'a +json type', type: 'application/problem+json', text: '{"a":1}', expected: { a: 1 } },
    { what: 'JSON under a text type', type: 'text/plain', text: '{"a":1}', expected: '{"a":1}' },
    { what: 'HTML', type: 'text/html; charset=utf-8', text: '<b>', expected: '<b>' },
    { what: 'XML', type: 'application/xml', text: '<a/>', expected: '<a/>' },
    { what: 'no content type', type: null, text: '{"a":1}', expected: '{"a":1}' },
    { what: 'Latin-1', type: 'text/plain; charset=ISO-8859-1', text: new Uint8Array([0xfc]), expected: 'ü' },
    { what: 'Latin-1 by another name, in quotes', type: 'text/plain;charset="latin1"', text: new Uint8Array([0xe9, 0x20, 0xa7]), expected: 'é §' },
    { what: 'Windows-1252', type: 'text/html; Charset=windows-1252', text: new Uint8Array([0x80, 0x81, 0x9f, 0xff]), expected: '€\u0081Ÿÿ' },
    { what: 'control characters of Latin-1', type: 'text/plain; charset=latin1', text: new Uint8Array([0x85]), expected: '\u0085' },
    { what: 'UTF-16 with a big-endian mark', type: 'text/plain; charset=utf-16', text: new Uint8Array([0xfe, 0xff, 0x20, 0xac]), expected: '€' },
    { what: 'UTF-16 with a little-endian mark', type: 'text/plain; charset=UTF-16', text: new Uint8Array([0xff, 0xfe, 0xac, 0x20]), expected: '€' },
    { what: 'UTF-16LE without a mark', type: 'text/plain; charset=utf-16le', text: new Uint8Array([0xac, 0x20]), expected: '€' },
    { what: 'UTF-16BE without a mark', type: 'text/plain; charset=utf-16be', text: new Uint8Array([0x20, 0xac]), expected: '€' },
    { what: 'JSON in UTF-16', type: 'application/json; charset=utf-16le', text: new Uint8Array([0x5b, 0, 0x31, 0, 0x5d, 0]), expected: [1] },
    { what: 'JSON in Latin-1', type: 'application/json; charset=iso-8859-1', text: new Uint8Array([0x22, 0xfc, 0x22]), expected: 'ü' },
    { what: 'Shift JIS', type: 'text/plain; charset=Shift_JIS', text: new Uint8Array([0x82, 0xa0]), expected: 'あ' },
    { what: 'a mark of UTF-8 under another label', type: 'text/plain; charset=iso-8859-1', text: new Uint8Array([0xef, 0xbb, 0xbf, 0xc3, 0xbc]), expected: 'ü' },
    { what: 'a charset after another parameter', type: 'text/plain; format=flowed; charset=iso-8859-1', text: new Uint8Array([0xfc]), expected: 'ü' },
    { what: 'white space alone as text', type: 'application/json', text: ' \n', expected: ' \n' },
    { what: 'null', type: 'application/json', text: 'null', expected: null },
    { what: 'form data as text', type: 'application/x-www-form-urlencoded', text: 'a=1&b=%20', expected: 'a=1&b=%20' },
    { what: 'JSON Lines as text', type: 'application/x-ndjson', text: '{}\n{}', expected: '{}\n{}' },
    { what: 'an unknown charset', type: 'text/plain; charset=klingon', text: 'ü', expected: 'ü' },
    { what: 'broken JSON', type: 'application/json', text: '{"a":', expected: '{"a":' },
  ])('reads $what', ({ type, text, expected }) => {
    expect(body(type, text)).toMatchObject({ kind: 'result', value: { ResponseBody: expected } });
  });

  it.each<{ what: string; note: Unconfirmed; reply: Parameters<typeof response>[0] }>([
    { what: 'broken JSON', note: 'brokenJson', reply: { headers: ['Content-Type', 'application/json'], body: '{' } },
    { what: 'a +json type', note: 'plusJson', reply: { headers: ['Content-Type', 'application/ld+json'], body: '{}' } },
    { what: 'a charset', note: 'charset', reply: { headers: ['Content-Type', 'text/plain; charset=koi8-r'], body: 'x' } },
    { what: 'an empty body', note: 'emptyBody', reply: {} },
    { what: 'compression', note: 'compressed', reply: { headers: ['content-encoding', 'gzip', 'content-type', 'application/json'], body: '{}' } },
    { what: 'a part', note: 'partial', reply: { status: 206, statusText: 'Partial Content', headers: ['content-type', 'text/plain'], body: 'x' } },
    { what: 'two spellings of a header', note: 'headerCase', reply: { headers: ['Set-Cookie', 'a', 'set-cookie', 'b'], body: 'x' } },
    { what: 'a phrase of its own', note: 'ownPhrase', reply: { statusText: 'Fine', body: 'x' } },
    { what: 'a phrase of its own in a failure', note: 'ownPhrase', reply: { status: 500, statusText: 'Oh No' } },
    { what: 'a redirect', note: 'redirect', reply: { status: 307, statusText: '' } },
    { what: 'bytes that are no text', note: 'notText', reply: { body: new Uint8Array([0xff, 0xff]) } },
    { what: 'a body over the limit', note: 'tooLarge', reply: { truncated: true } },
  ])('says what AWS does not document: $what', ({ note, reply }) => {
    expect(interpretResponse(response(reply), 'GET').notes).toEqual([UNCONFIRMED[note]]);
  });

  it('has nothing to say of what is recorded', () => {
    expect(body('application/json', '{}').notes).toEqual([]);
    expect(body('text/plain; charset=UTF-8', 'x').notes).toEqual([]);
    expect(interpretResponse(response({ status: 404, statusText: 'Not Found', body: 'x' }), 'GET').notes).toEqual([]);
    expect(interpretResponse(response({ headers: ['content-encoding', 'identity'], body: 'x' }), 'GET').notes).toEqual([]);
  });

  it('keeps JSON that nests deeper than anyone can write as text', () => {
    expect(body('application/json', '['.repeat(60_000) + ']'.repeat(60_000))).toMatchObject({ kind: 'result', value: { StatusCode: 200 } });
  });

  it('has a member named __proto__ as data', () => {
    const reply = body('application/json', '{"__proto__":{"admin":true}}');
    expect(JSON.stringify(reply)).toContain('"ResponseBody":{"__proto__":{"admin":true}}');
  });

  it.each([
    { what: '204', method: 'GET', status: 204, type: 'application/json', text: '' },
    { what: '204 with an image type', method: 'GET', status: 204, type: 'image/png', text: '' },
    { what: 'HEAD', method: 'HEAD', status: 200, type: 'application/octet-stream', text: '' },
    { what: 'an empty body', method: 'GET', status: 200, type: 'application/json', text: '' },
  ])('leaves ResponseBody out for $what', ({ method, status, type, text }) => {
    const reply = body(type, text, method, status);
    expect(reply).toMatchObject({ kind: 'result', value: { StatusCode: status } });
    expect(reply.kind === 'result' && Object.keys(reply.value)).toEqual(['Headers', 'StatusCode', 'StatusText']);
  });

  it('takes 206 as success', () => {
    expect(body('application/json', '{"a":1', 'GET', 206)).toMatchObject({ kind: 'result', value: { ResponseBody: '{"a":1', StatusCode: 206 } });
  });

  it.each(['application/octet-stream', 'image/png', 'video/mp4', 'audio/mpeg; x=y'])('fails for %s', (type) => {
    expect(body(type, 'x')).toEqual({
      kind: 'failure', notes: [], error: 'States.Runtime',
      cause: `Unsupported response content-type '${type.split(';')[0]}'. Please see documentation for list of unsupported content-types.`,
    });
  });

  it.each([
    [404, 'Not Found', 'Not Found'], [429, 'Too Many Requests', 'Too Many Requests'], [503, '', 'Service Unavailable'], [302, 'Found', 'Found'],
    [304, '', 'Not Modified'], [418, '', ''], [500, 'Oh No', 'Oh No'], [418, 'I\'m a teapot', ''], [599, 'Nobody Knows', ''], [404, 'Nope', 'Nope'], [101, 'Switching Protocols', 'Switching Protocols'],
  ])('fails for %i with the phrase %j, the body kept out of the cause', (status, statusText, cause) => {
    expect(interpretResponse(response({ status, statusText, headers: ['content-type', 'image/png'], body: 'secret details' }), 'GET')).toMatchObject({ kind: 'failure', error: `States.Http.StatusCode.${status}`, cause });
  });

  it('fails for bytes that are no text', () => {
    expect(body('text/plain', new Uint8Array([0xc3, 0x28]))).toMatchObject({ kind: 'failure', error: 'States.Runtime' });
    expect(body('application/json', new Uint8Array([0x22, 0xff, 0x22]))).toMatchObject({ kind: 'failure', error: 'States.Runtime' });
  });

  it.each([
    { what: 'a cut body', reply: response({ truncated: true, body: 'x' }) },
    { what: 'a body over the limit', reply: response({ body: 'x'.repeat(RESULT_LIMIT_BYTES + 1) }) },
    { what: 'a result over the limit with its headers', reply: response({ headers: ['a', 'b'], body: 'x'.repeat(RESULT_LIMIT_BYTES - 10) }) },
    { what: 'two-byte letters over the limit', reply: response({ body: bytes('ü'.repeat(131_070)) }) },
  ])('fails with States.DataLimitExceeded for $what', ({ reply }) => {
    expect(interpretResponse(reply, 'GET')).toMatchObject({ kind: 'failure', error: 'States.DataLimitExceeded', cause: expect.stringContaining('exceeding the maximum number of bytes service limit') });
  });
});

it('answers a result or a failure that AWS knows, whatever bytes and headers come', () => {
  const types = fc.constantFrom('application/json', 'text/plain; charset=utf-16', 'application/x+json;charset=latin1', 'image/png', 'text/plain; charset=""', ';;;', '');
  const headers = fc.array(fc.tuple(fc.constantFrom('Content-Type', 'content-encoding', '__proto__', 'X', 'x'), fc.oneof(types, fc.string()))).map((pairs) => pairs.flat());
  fc.assert(fc.property(fc.integer({ min: 100, max: 599 }), fc.string(), headers, fc.uint8Array({ maxLength: 40 }), fc.constantFrom('GET', 'HEAD'), (status, statusText, flat, raw, method) => {
    const reply = interpretResponse(response({ status, statusText, headers: flat, body: raw }), method);
    if (reply.kind === 'failure') expect(reply.error).toMatch(/^States\.(Http\.StatusCode\.[1345]\d\d|Runtime)$/);
    else expect(JSON.parse(JSON.stringify(reply.value))).toEqual(reply.value);
  }));
});

describe('interpretFailure', () => {
  it.each<[SendFailure['kind'], number | undefined, string, string]>([
    ['dns', undefined, 'States.Http.Socket', 'm'], ['connect', undefined, 'States.Http.Socket', 'm'], ['tls', undefined, 'States.Http.Socket', 'm'], ['reset', undefined, 'States.Http.Socket', 'm'],
    ['timeout', undefined, 'States.Http.Socket', 'm'], ['timeout', 60_000, 'States.Http.Socket', 'm'], ['timeout', 5_000, 'States.Timeout', ''], ['too-large', undefined, 'States.DataLimitExceeded', 'The state/task \'http\' returned a result with a size exceeding the maximum number of bytes service limit.'],
  ])('%s within %s ms is %s', (kind, timeoutMs, error, cause) => {
    expect(interpretFailure({ kind, message: 'm' }, timeoutMs)).toMatchObject({ error, cause });
  });

  it('says that the words are not AWS\'s, except for a timeout of the state\'s own', () => {
    expect(interpretFailure({ kind: 'dns', message: 'm' }).notes).toEqual([UNCONFIRMED.socket]);
    expect(interpretFailure({ kind: 'too-large', message: 'm' }).notes).toEqual([UNCONFIRMED.tooLarge]);
    expect(interpretFailure({ kind: 'timeout', message: 'm' }, 10).notes).toEqual([]);
  });
});

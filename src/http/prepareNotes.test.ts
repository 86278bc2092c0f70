import { describe, expect, it } from 'vitest';
import type { Json } from '../lib/Json.ts';
import { prepared } from './testing/builders.ts';
import { UNCONFIRMED, type Unconfirmed } from './unconfirmed.ts';

const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };

describe('notes of a prepared request', () => {
  it('says where a whole number may have lost digits', () => {
    const notes = (fields: { readonly [name: string]: Json }) => prepared(fields).notes.filter((note) => note.includes('last digits'));
    expect(notes({ RequestBody: { id: [{ n: 2 ** 60 }] } })).toHaveLength(1);
    expect(notes({ QueryParameters: { id: -(2 ** 53) } })).toHaveLength(1);
    expect(notes({ RequestBody: { id: 2 ** 53 - 1, f: 1e-7, text: '12345678901234567890' } })).toEqual([]);
  });

  it.each<{ what: string; fields: { readonly [name: string]: Json }; note: Unconfirmed }>([
    { what: 'null in the query', fields: { QueryParameters: { a: null } }, note: 'queryNull' },
    { what: 'an array in the query', fields: { QueryParameters: { a: [] } }, note: 'queryArray' },
    { what: 'an object in the query', fields: { QueryParameters: { a: {} } }, note: 'queryObject' },
    { what: 'punctuation in the query', fields: { QueryParameters: { a: 'b*' } }, note: 'punctuation' },
    { what: 'punctuation in a form', fields: { Headers: FORM, RequestBody: { 'a(b)': 1 }, Transform: { RequestBodyEncoding: 'URL_ENCODED' } }, note: 'punctuation' },
    { what: 'null in a form', fields: { Headers: FORM, RequestBody: { a: null }, Transform: { RequestBodyEncoding: 'URL_ENCODED' } }, note: 'formNull' },
    { what: 'objects in an array of a form', fields: { Headers: FORM, RequestBody: { a: [{}] }, Transform: { RequestBodyEncoding: 'URL_ENCODED' } }, note: 'formNested' },
    { what: 'a text as a form', fields: { Headers: FORM, RequestBody: 'a', Transform: { RequestBodyEncoding: 'URL_ENCODED' } }, note: 'formText' },
    { what: 'a list as a form', fields: { Headers: FORM, RequestBody: [1], Transform: { RequestBodyEncoding: 'URL_ENCODED' } }, note: 'formScalar' },
    { what: 'a body that is no object', fields: { RequestBody: [1] }, note: 'bodyNotObject' },
    { what: 'a body over 256 KiB', fields: { RequestBody: 'ü'.repeat(131_073) }, note: 'largeRequest' },
    { what: 'a header with two values', fields: { Headers: { a: ['b', 'c'] } }, note: 'headerArray' },
    { what: 'a Range header', fields: { Headers: { range: 'x' } }, note: 'rangeHeader' },
    { what: 'a User-Agent header', fields: { Headers: { 'User-Agent': 'x' } }, note: 'userAgentHeader' },
    { what: 'a Content-Length header', fields: { Headers: { 'content-length': '1' } }, note: 'contentLengthHeader' },
    { what: 'a query in the endpoint beside another', fields: { ApiEndpoint: 'https://api.example.com/?a=1', QueryParameters: { b: 2 } }, note: 'endpointQuery' },
  ])('says what AWS does not document: $what', ({ fields, note }) => {
    expect(prepared(fields).notes).toEqual([UNCONFIRMED[note]]);
  });

  it.each(['https://api.example.com/a b', 'https://bücher.example/', 'https://api.example.com/a/../b', 'https://api.example.com/ü', 'https://api.example.com/?q=ü', ' https://api.example.com/', 'https:\\\\api.example.com/', 'https://api.example.com//../x'])(
    'says that %s is spelled anew', (endpoint) => {
      expect(prepared({ ApiEndpoint: endpoint }).notes).toEqual([UNCONFIRMED.endpointSpelling]);
    },
  );

  it.each(['https://api.example.com', 'HTTPS://API.Example.com/V1', 'https://api.example.com:443/a', 'https://api.example.com:8443/a', 'https://api.example.com/a%20b?c=%2f&d', 'https://api.example.com?x=1', 'https://[2606:4700::1111]/'])(
    'says nothing of %s', (endpoint) => {
      expect(prepared({ ApiEndpoint: endpoint }).notes).toEqual([]);
    },
  );

  it('has nothing to say of what is recorded', () => {
    expect(prepared({ RequestBody: { a: ['b c', 1, true], o: { k: 'v' } }, QueryParameters: { q: 'a+b & c' }, Headers: { 'x-a': 'b' } }).notes).toEqual([]);
    expect(prepared({ ApiEndpoint: 'https://api.example.com/?a=1' }).notes).toEqual([]);
    expect(prepared({ RequestBody: 'x'.repeat(262_144) }).notes).toEqual([]);
  });
});

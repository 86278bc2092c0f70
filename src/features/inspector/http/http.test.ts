import { describe, expect, it } from 'vitest';
import { parseJson } from '../../../asl/json/parseJson.ts';
import type { StateId } from '../../../asl/names.ts';
import type { Command } from '../../../asl/operations.ts';
import { findState, type StateEntry } from '../../../asl/states.ts';
import { edited, machine } from '../../../asl/testing/edit.ts';
import type { Connection } from '../../../http/connection.ts';
import { noParameters } from '../../../http/connection.ts';
import type { Json, JsonObject } from '../../../lib/Json.ts';
import { changeEncoding, encodingOf } from './bodyEncoding.ts';
import { bindingOf, statusOf } from './connectionStatus.ts';
import { headerProblem } from './headerProblem.ts';
import { argumentIn, connectionHolder } from './httpFields.ts';
import { objectFrom, rowProblem, rowsFrom, writable } from './pairs.ts';

const ARN = 'arn:aws:events:us-east-1:000000000000:connection/stripe/7d3f0c52-1b8e-4a55-9c0e-5f1a2b3c4d5e';
const stripe: Connection = {
  arn: ARN, name: 'stripe', madeUp: true, allowedOrigins: ['https://api.stripe.com'],
  authorization: { type: 'API_KEY', apiKeyName: 'Authorization' }, parameters: { ...noParameters, query: [{ key: 'account', isSecret: true }] },
};

const task = (fields: JsonObject, language: 'JSONata' | 'JSONPath' = 'JSONata'): string =>
  machine({ A: { Type: 'Task', Resource: 'arn:aws:states:::http:invoke', [language === 'JSONata' ? 'Arguments' : 'Parameters']: fields, End: true } }, { QueryLanguage: language });

function entryOf(text: string): StateEntry {
  const entry = findState(parseJson(text), 'A' as StateId);
  if (!entry) throw new Error('no state A');
  return entry;
}

const literal: JsonObject = { Method: 'POST', ApiEndpoint: 'https://api.stripe.com/v1/invoices', InvocationConfig: { ConnectionArn: ARN }, RequestBody: { a: 1 } };

describe('fields of an HTTP task', () => {
  it('finds an expression under the name with .$', () => {
    const entry = entryOf(task({ 'ApiEndpoint.$': '$.url', Authentication: { ConnectionArn: ARN } }, 'JSONPath'));
    expect(argumentIn(entry, 'ApiEndpoint')).toEqual({ text: '$.url', computed: true, path: ['Parameters', 'ApiEndpoint.$'] });
    expect(connectionHolder(entry)).toBe('Authentication');
  });
});

describe('rows of names and values', () => {
  const before: Json = { limit: 10, tags: ['a', 'b'], name: 'x' };

  it('shows lists as JSON, and gives every untouched value back as it was', () => {
    const rows = rowsFrom(before) ?? [];
    expect(rows.map(({ value }) => value)).toEqual(['10', '["a","b"]', 'x']);
    expect(objectFrom(rows, before)).toEqual(before);
  });

  it('keeps the kind of what is changed, and reads a typed list', () => {
    expect(objectFrom([{ name: 'limit', value: '20' }, { name: 'name', value: '7' }, { name: 'new', value: '["c"]' }], before)).toEqual({ limit: 20, name: '7', new: ['c'] });
  });

  it('cannot show values with parts of their own', () => {
    expect(rowsFrom({ a: { b: 1 } })).toBeNull();
    expect(rowsFrom('{% $headers %}')).toBeNull();
  });

  it('says what is wrong with a row, and writes the others', () => {
    const rows = [{ name: 'Accept', value: 'a' }, { name: 'authorization', value: 'b' }, { name: '', value: 'c' }, { name: 'Accept', value: 'd' }];
    expect(rows.map((_, at) => rowProblem(rows, at, headerProblem) !== null)).toEqual([false, true, true, true]);
    expect(writable(rows, undefined, headerProblem)).toEqual([rows[0]]);
  });

  it('refuses a forbidden header that is computed too', () => {
    expect(rowProblem([{ name: 'Host.$', value: '$.host' }], 0, headerProblem)).toContain('Host');
  });

  it('does not drop a forbidden header that the document already has', () => {
    const rows = [{ name: 'Host', value: 'b' }];
    expect(writable(rows, { Host: 'a' }, headerProblem)).toEqual(rows);
  });
});

describe('changeEncoding', () => {
  const all = (text: string, commands: readonly Command[]): Json => {
    const changed = commands.reduce((now, command) => edited(now, command), text);
    return JSON.parse(changed).States.A.Arguments as Json; // JSON.parse answers JSON
  };

  it('says form in the header too, and takes both back', () => {
    const form = task({ ...literal, Transform: { RequestBodyEncoding: 'URL_ENCODED' }, Headers: { 'Content-Type': 'application/x-www-form-urlencoded' } });
    expect(all(task(literal), changeEncoding(entryOf(task(literal)), 'form'))).toMatchObject({ Transform: { RequestBodyEncoding: 'URL_ENCODED' }, Headers: { 'Content-Type': 'application/x-www-form-urlencoded' } });
    expect(encodingOf(entryOf(form))).toBe('form');
    expect(all(form, changeEncoding(entryOf(form), 'json'))).toEqual(literal);
  });

  it('leaves a Content-Type alone that says something else, whatever its case', () => {
    const own = task({ ...literal, Headers: { 'content-type': 'text/plain' } });
    expect(all(own, changeEncoding(entryOf(own), 'form'))).toMatchObject({ Headers: { 'content-type': 'text/plain' } });
  });
});

describe('connection', () => {
  it('is ready, locked or unknown', () => {
    expect([statusOf(ARN, [stripe], [ARN]), statusOf(ARN, [stripe], []), statusOf('other', [stripe], [])]).toEqual(['ready', 'locked', 'unknown']);
  });

  it('says where its secret goes, and warns where the endpoint is elsewhere', () => {
    expect(bindingOf(stripe, 'https://api.stripe.com/v1')).toEqual({ text: 'Its secret goes to api.stripe.com only.', fits: true });
    expect(bindingOf(stripe, 'https://evil.example/v1')).toMatchObject({ fits: false, text: expect.stringContaining('evil.example') });
    expect(bindingOf(stripe, 'https://${Host}/v1').fits).toBe(true);
  });
});

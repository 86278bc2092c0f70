import { describe, expect, it } from 'vitest';
import type { Json } from '../lib/Json.ts';
import { refusalOfDefinition, validateDefinition } from './validateDefinition.ts';

const machine = (state: object): string => JSON.stringify({ StartAt: 'A', States: { A: state } });
const good = machine({ Type: 'Pass', End: true });

describe('validateDefinition', () => {
  it('is content with a good definition', () => {
    expect(validateDefinition(good)).toEqual({ result: 'OK', diagnostics: [], truncated: false });
    expect(refusalOfDefinition(good)).toBeNull();
  });

  it.each([
    ['', 'SCHEMA_VALIDATION_FAILED', undefined],
    ['{"StartAt": ', 'INVALID_JSON_DESCRIPTION', expect.stringContaining('line: 1')],
    ['{}', 'SCHEMA_VALIDATION_FAILED', '/'],
    [machine({ Type: 'Pass', ResultSelector: {}, End: true }), 'SCHEMA_VALIDATION_FAILED', expect.stringContaining('/States/A')],
  ])('refuses %s', (text, code, location) => {
    const answer = validateDefinition(text);
    expect(answer.result).toBe('FAIL');
    expect(answer.diagnostics[0]).toMatchObject({ severity: 'ERROR', code, ...(location === undefined ? {} : { location }) });
    expect(refusalOfDefinition(text)?.message).toContain(`Invalid State Machine Definition: '${code}: `);
  });

  it('tells no more than asked for', () => {
    const text = machine({ Type: 'Pass', ResultSelector: {}, Retry: [], Resource: 'x', End: true });
    expect(validateDefinition(text, { maxResults: 2 })).toMatchObject({ truncated: true, diagnostics: [{ severity: 'ERROR' }, { severity: 'ERROR' }] });
    expect(validateDefinition(text).truncated).toBe(false);
  });

  it('knows what only an Express workflow refuses', () => {
    const task = machine({ Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken', Parameters: {}, End: true });
    expect(validateDefinition(task).result).toBe('OK');
    expect(validateDefinition(task, { type: 'EXPRESS' }).result).toBe('FAIL');
  });

  it('refuses headers that no HTTP task may set, wherever the task stands', () => {
    const http = (headers: Json) => ({ Type: 'Task', Resource: 'arn:aws:states:::http:invoke', Parameters: { Headers: headers }, End: true });
    const inner = (headers: Json, name = 'B') => ({ StartAt: name, States: { [name]: http(headers) } });
    const refused = (state: Json) => refusalOfDefinition(JSON.stringify({ StartAt: 'A', States: { A: state } }))?.message;
    const says = (names: string, at: string) => `Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: The 'Headers' field contains unsupported values: [${names}] at ${at}'`;
    expect(refused(http({ Authorization: 'x', 'X-Amz-Date.$': '$.d', Accept: 'y' }))).toBe(says('authorization, x-amz-date', '/States/A/Parameters'));
    expect(refused({ Type: 'Map', ItemProcessor: inner({ host: 'x' }), End: true })).toBe(says('host', '/States/A/ItemProcessor/States/B/Parameters'));
    expect(refused({ Type: 'Parallel', Branches: [inner({ a: 'b' }, 'C'), inner({ TE: 'x' })], End: true })).toBe(says('te', '/States/A/Branches[1]/States/B/Parameters'));
    expect(refused(http({ Range: 'bytes=0-1' }))).toBeUndefined();
  });

  it('refuses more than a mebibyte', () => {
    expect(refusalOfDefinition(machine({ Type: 'Pass', Comment: 'x'.repeat(1_048_576), End: true }))).toMatchObject({ name: 'ValidationException' });
  });
});

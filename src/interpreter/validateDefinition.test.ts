import { describe, expect, it } from 'vitest';
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

  it('refuses more than a mebibyte', () => {
    expect(refusalOfDefinition(machine({ Type: 'Pass', Comment: 'x'.repeat(1_048_576), End: true }))).toMatchObject({ name: 'ValidationException' });
  });
});

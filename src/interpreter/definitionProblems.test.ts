import { describe, expect, it } from 'vitest';
import { parse } from '../asl/parse.ts';
import { definitionProblems } from './definitionProblems.ts';
import { validateDefinition } from './validateDefinition.ts';

const END = { Type: 'Pass', End: true };
const machine = (states: object, more = {}): string => JSON.stringify({ StartAt: 'A', States: states, ...more }, null, 1);
const problems = (text: string, type?: 'EXPRESS') => definitionProblems(parse(text, 'json'), type);
const told = (text: string): string[] => problems(text).map(({ severity, code, pointer }) => `${severity} ${code} ${pointer}`);

describe('definitionProblems', () => {
  it.each<[string, string]>([
    ['a field of another language', machine({ A: { ...END, Arguments: {} } })],
    ['a field that no such state has', machine({ A: { ...END, ResultSelector: {}, Retry: [] } })],
    ['no way on', machine({ A: { Type: 'Pass' } })],
    ['two ways on', machine({ A: { Type: 'Pass', End: true, Next: 'A' } })],
    ['a way to nowhere', machine({ A: { Type: 'Pass', Next: 'Z' }, B: { Type: 'Succeed' } })],
    ['a state that nothing leads to', machine({ A: END, B: END })],
    ['no type', machine({ A: { End: true } })],
    ['an unknown type', machine({ A: { Type: 'Pas', End: true } })],
    ['a state that is none', machine({ A: 1 })],
    ['no resource', machine({ A: { Type: 'Task', End: true } })],
    ['a bad resource', machine({ A: { Type: 'Task', Resource: 'x', End: true } })],
    ['no branches', machine({ A: { Type: 'Parallel', End: true } })],
    ['empty branches', machine({ A: { Type: 'Parallel', Branches: [], End: true } })],
    ['a branch that is none', machine({ A: { Type: 'Parallel', Branches: [1], End: true } })],
    ['no processor', machine({ A: { Type: 'Map', End: true } })],
    ['no wait', machine({ A: { Type: 'Wait', End: true } })],
    ['two waits', machine({ A: { Type: 'Wait', Seconds: 1, Timestamp: '2030-01-01T00:00:00Z', End: true } })],
    ['a bad time', machine({ A: { Type: 'Wait', Timestamp: 'soon', End: true } })],
    ['no choices', machine({ A: { Type: 'Choice', Default: 'B' }, B: END })],
    ['empty choices', machine({ A: { Type: 'Choice', Choices: [], Default: 'B' }, B: END })],
    ['an unknown language', machine({ A: END }, { QueryLanguage: 'Jq' })],
    ['an unknown language of a state', machine({ A: { ...END, QueryLanguage: 'Jq' } })],
    ['a language that goes back', machine({ A: { ...END, QueryLanguage: 'JSONPath' } }, { QueryLanguage: 'JSONata' })],
    ['a name that stands twice', machine({ A: { Type: 'Parallel', Branches: [{ StartAt: 'A', States: { A: END } }], End: true } })],
    ['a long name', machine({ A: { ...END, End: undefined, Next: 'x'.repeat(81) }, ['x'.repeat(81)]: END })],
    ['no states', '{"StartAt": "A"}'],
    ['nothing at all', '{}'],
    ['an unknown start', machine({ B: END })],
    ['broken text', '{"StartAt": "A",\n"States": {'],
    ['an empty file', ''],
    ['another kind of text', 'not a definition'],
  ])('says what AWS says, once: %s', (_, text) => {
    const aws = validateDefinition(text).diagnostics.map(({ severity, code, message }) => ({ severity: severity.toLowerCase(), code, message }));
    const errors = problems(text).filter(({ severity }) => severity === 'error').map(({ severity, code, message }) => ({ severity, code, message }));
    expect(aws.length).toBeGreaterThan(0);
    expect(errors.toSorted((a, b) => a.message.localeCompare(b.message))).toEqual(aws.filter(({ severity }) => severity === 'error').toSorted((a, b) => a.message.localeCompare(b.message)));
  });

  it('adds what AWS does not look at', () => {
    expect(told(machine({ A: { Type: 'Choice', Choices: [{ Variable: '$.a', IsPresent: true, Next: 'B' }] }, B: { Type: 'Task', Resource: 'arn:aws:states:::http:invoke', Parameters: { Method: 'FLY' }, End: true } }))).toEqual(
      expect.arrayContaining(['warning no-default /States/A', 'error bad-method /States/B/Parameters/Method']),
    );
  });

  it('follows names with slashes and brackets to their place', () => {
    const text = machine({ A: { Type: 'Parallel', Branches: [{ StartAt: 'a/b[0]~', States: { 'a/b[0]~': { Type: 'Pass', Next: 'gone' }, Z: { Type: 'Succeed' } } }], End: true } });
    const found = problems(text).find(({ message }) => message.includes('gone'));
    expect(found).toMatchObject({ code: 'MISSING_TRANSITION_TARGET', pointer: '/States/A/Branches/0/States/a~1b[0]~0/Next', state: expect.anything() });
    expect(text.slice(found?.offset).startsWith('"gone"')).toBe(true);
  });

  it('puts a name that stands twice at its second place', () => {
    const text = machine({ A: { Type: 'Parallel', Branches: [{ StartAt: 'A', States: { A: END } }], End: true } });
    expect(told(text).filter((line) => line.startsWith('error'))).toEqual(['error DUPLICATE_STATE_NAME /States/A/Branches/0/States/A']);
  });

  it('is silent about what a deployment tool fills in, and takes comments', () => {
    expect(told(machine({ A: { Type: 'Task', Resource: '${Function}', End: true } }))).toEqual(['info placeholder /States/A/Resource']);
    expect(told(`// a comment\n${machine({ A: END })}`)).toEqual(['info comment ']);
    expect(told(machine({ A: { ...END, Comment: '${x}', Wrong: 1 } })).filter((line) => line.startsWith('error'))).toEqual(told(machine({ A: { ...END, Wrong: 1 } })).filter((line) => line.startsWith('error')));
  });

  it('knows what Express workflows refuse', () => {
    const text = machine({ A: { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken', Parameters: {}, End: true } });
    const errors = (type?: 'EXPRESS') => problems(text, type).filter(({ severity }) => severity === 'error').map(({ pointer }) => pointer);
    expect([errors(), errors('EXPRESS')]).toEqual([[], ['/States/A/Resource']]);
  });
});

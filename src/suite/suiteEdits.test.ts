import { describe, expect, it } from 'vitest';
import { readSuite } from './readSuite.ts';
import { renameInSuite } from './renameInSuite.ts';
import { addTest, changeTest, duplicateTest, removeTest, testText } from './suiteEdits.ts';

const TEXT = `{
  // written by hand
  "version": 1,
  "x-owner": "shop",
  "mocks": { "Charge": { "result": 1 } },
  "tests": [
    { "name": "declined", "state": "Charge", "input": {"n": 1.50}, "expect": { "nextState": "Sorry" } }, // the usual one
    { "name": "run", "mocks": { "Charge": { "result": 2 } }, "expect": { "visits": ["Charge", "Sorry"], "events": [{ "type": "TaskFailed", "state": "Charge" }] } }
  ]
}
`;
const valueOf = (edit: ReturnType<typeof addTest>): string => {
  if (!edit.ok) throw new Error(edit.error);
  return edit.value;
};

describe('edits of a tests file', () => {
  it('leave comments, order, unknown members and the spelling of numbers', () => {
    const text = valueOf(addTest(valueOf(changeTest(TEXT, 'run', 'skip', 'later')), { kind: 'json', value: { name: 'new', expect: { status: 'FAILED' } } }, { Table: 'orders' }));
    for (const kept of ['// written by hand', '"x-owner": "shop"', '{"n": 1.50}', '// the usual one', '"skip": "later"', '"Table": "orders"']) expect(text).toContain(kept);
    const { suite, problems } = readSuite(text);
    expect(suite.tests.map(({ name, skip }) => [name, skip])).toEqual([['declined', undefined], ['run', 'later'], ['new', undefined]]);
    expect(suite.substitutions).toEqual({ Table: 'orders' });
    expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining('x-owner')]);
    expect(readSuite(valueOf(changeTest(text, 'run', 'skip', undefined))).suite.tests[1]?.skip).toBeUndefined();
  });

  it('begin a file where there is none', () => {
    expect(readSuite(valueOf(addTest('', { kind: 'json', value: { name: 'first', expect: { status: 'SUCCEEDED' } } })))).toMatchObject({ problems: [], suite: { tests: [{ name: 'first' }] } });
  });

  it('copy a test under a free name, and take one out', () => {
    const text = valueOf(duplicateTest(valueOf(duplicateTest(TEXT, 'declined')), 'declined'));
    expect(readSuite(text).suite.tests.map(({ name }) => name)).toEqual(['declined', 'declined 3', 'declined 2', 'run']);
    expect(testText(text, 'declined 3')).toContain('{"n": 1.50}');
    expect(readSuite(valueOf(removeTest(text, 'declined'))).suite.tests.map(({ name }) => name)).toEqual(['declined 3', 'declined 2', 'run']);
  });

  it('write nothing over what was not understood', () => {
    expect(removeTest('{"tests": [{]}', 'a')).toEqual({ ok: false, error: expect.stringMatching(/line 1, column \d+/) });
    expect(addTest('[]', { kind: 'json', value: {} })).toEqual({ ok: false, error: expect.stringContaining('"tests": []') });
    expect(removeTest(TEXT, 'gone')).toEqual({ ok: false, error: expect.stringContaining('"gone"') });
  });
});

describe('the rename of a state', () => {
  it('goes wherever tests name it, and back', () => {
    const text = renameInSuite(TEXT, 'Charge', 'Pay "now"');
    expect(text).not.toContain('Charge');
    expect(readSuite(text).suite.tests.map(({ state, mocks, expect: wanted }) => [state, Object.keys(mocks), wanted.visits, wanted.events?.[0]?.['state']])).toEqual([
      ['Pay "now"', ['Pay "now"'], undefined, undefined], [undefined, ['Pay "now"'], ['Pay "now"', 'Sorry'], 'Pay "now"'],
    ]);
    expect(renameInSuite(text, 'Pay "now"', 'Charge')).toBe(TEXT);
  });

  it('hides no mock that stands under the new name', () => {
    const both = '{"version": 1, "mocks": {"A": {"result": 1}, "B": {"result": 2}}, "tests": [{"name": "a", "state": "A", "expect": {}}]}';
    expect(renameInSuite(both, 'A', 'B')).toBe(both.replace('"state": "A"', '"state": "B"'));
  });

  it('leaves a text that cannot be read', () => expect(renameInSuite('{"tests": [{"state": "A"}', 'A', 'B')).toBe('{"tests": [{"state": "A"}'));
});

import { describe, expect, it } from 'vitest';
import { countsOf } from './e2e.mjs';
import { runGroups, summary } from './steps.mjs';

const ok = (name: string) => ({ name, act: () => Promise.resolve({ ok: true }) });
const bad = (name: string) => ({ name, act: () => Promise.resolve({ ok: false, output: `${name} broke` }) });
const lastLine = (text: string) => text.split('\n').at(-1);

describe('the verdict of npm test', () => {
  it('sums steps and tests, and ends with the counts', async () => {
    const counts = { passed: 41, failed: 0, skipped: [{ name: 'a.test.ts: corpus', reason: 'needs ../shared' }] };
    const totals = await runGroups([[[ok('types')], [ok('lint')]], [[{ name: 'unit tests', act: () => Promise.resolve({ ok: true, counts }) }]]], () => undefined);
    const text = summary(totals, 1000);
    expect(lastLine(text)).toBe('43 passed, 0 failed, 1 skipped');
    expect(text).toContain('Skipped: needs ../shared\n  a.test.ts: corpus');
  });

  it('stops after the group that failed, and says what was not run', async () => {
    const said: string[] = [];
    const totals = await runGroups([[[bad('types')], [ok('lint')]], [[ok('unit tests')]], [[ok('end to end')]]], (line) => said.push(line));
    const text = summary(totals, 1000);
    expect(lastLine(text)).toBe('1 passed, 1 failed, 2 skipped');
    expect(text).toContain('not run, because types failed\n  unit tests\n  end to end');
    expect(said).toContain('types broke');
  });

  it('counts a step that fails although its tests passed', async () => {
    const act = () => Promise.resolve({ ok: false, counts: { passed: 3, failed: 0, skipped: [] } });
    expect(lastLine(summary(await runGroups([[[{ name: 'unit tests', act }]]], () => undefined), 1))).toBe('3 passed, 1 failed, 0 skipped');
  });

  it('counts a step that throws', async () => {
    const act = () => Promise.reject(new Error('no disk'));
    expect(lastLine(summary(await runGroups([[[{ name: 'install', act }]]], () => undefined), 1))).toBe('0 passed, 1 failed, 0 skipped');
  });

  it("reads Playwright's report, reasons of skips included", () => {
    const test = (status: string, annotations: object[] = []) => ({ status, annotations });
    const specs = [
      { file: 'a.spec.ts', title: 'opens', tests: [test('expected')] },
      { file: 'a.spec.ts', title: 'breaks', tests: [test('unexpected')] },
      { file: 'a.spec.ts', title: 'waits', tests: [test('skipped', [{ type: 'skip', description: 'needs a network' }])] },
    ];
    const report = { errors: [], suites: [{ file: 'a.spec.ts', title: 'a.spec.ts', specs: specs.slice(0, 1), suites: [{ file: 'a.spec.ts', title: 'group', specs: specs.slice(1) }] }] };
    expect(countsOf(report)).toEqual({ passed: 1, failed: 1, skipped: [{ name: 'a.spec.ts: group > waits', reason: 'needs a network' }] });
  });
});

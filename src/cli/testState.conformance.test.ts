/** The recorded answers through the command line: `test-state -`, as typed. */
import { describe, expect, it } from 'vitest';
import type { Io } from './io.ts';
import { runCli } from './runCli.ts';
import { FOUND, misses, recordedOf, TITLE, wireOf } from './testing/recordedCases.ts';

async function answerOf(file: object): Promise<unknown> {
  let [out, err] = ['', ''];
  const io: Io = { path: (name) => name, env: () => undefined, write: async () => undefined, now: () => 0, read: async () => new TextEncoder().encode(JSON.stringify(file)), out: (text) => (out += text), err: (text) => (err += text) };
  await runCli(['test-state', '-'], io);
  return out === '' ? { said: err } : (JSON.parse(out) as unknown);
}

describe.skipIf(!FOUND)(TITLE, () => {
  it('come out of test-state as they came from AWS', async () => {
    const cases = recordedOf('TestState');
    expect(cases.length).toBeGreaterThan(50);
    expect(await misses(cases, (recorded) => answerOf({ request: wireOf(recorded) }))).toEqual([]);
  }, 30_000);
});

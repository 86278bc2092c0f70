import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { answerCase } from './conformance.ts';
import type { ConformanceCase } from './conformance/ConformanceCase.ts';

const DIRECTORY = path.resolve('../shared/conformance');
/** Raised as more of the recordings are met; never lowered. */
const FLOOR = { testState: 122, validation: 22, execution: 681 };
/** How far the history has to agree: TestState and validation are right or wrong. */
const LEVELS = ['none', 'outcome', 'events', 'order', 'exact'];
const WANTED = process.env['CONFORMANCE_LEVEL'] ?? 'order';

interface Verdict {
  readonly verdict: string;
  readonly level: string;
  readonly differences: readonly unknown[];
}

function recordedCases(): ConformanceCase[] {
  const files = readdirSync(DIRECTORY).filter((name) => name.endsWith('.json') && name !== 'manifest.json');
  return files.flatMap((name) => JSON.parse(readFileSync(path.join(DIRECTORY, name), 'utf8')) as ConformanceCase[]);
}

describe.skipIf(!existsSync(DIRECTORY))('recorded answers of AWS (skipped where the recordings are not at hand)', () => {
  it.each(Object.entries(FLOOR))('%s: at least %i cases are answered as AWS did', async (kind, floor) => {
    // Given as a URL at run time: the comparer belongs to the recordings, not to this repository.
    const { judge } = (await import(/* @vite-ignore */ pathToFileURL(path.join(DIRECTORY, 'compare.rules.mjs')).href)) as {
      judge: (recorded: ConformanceCase, answer: unknown) => Verdict;
    };
    const failed: string[] = [];
    let passed = 0;
    for (const recorded of recordedCases().filter((one) => one.kind === kind)) {
      const verdict = judge(recorded, JSON.parse(JSON.stringify(await answerCase(recorded))));
      if (LEVELS.indexOf(verdict.level) >= LEVELS.indexOf(WANTED)) passed++;
      else if (verdict.verdict !== 'skipped') failed.push(`${recorded.id} (${verdict.verdict}, ${verdict.level}): ${JSON.stringify(verdict.differences[0])?.slice(0, 600)}`);
    }
    if (process.env['CONFORMANCE_VERBOSE']) console.log(`${kind}: ${passed} passed\n${failed.join('\n')}`);
    expect({ enough: passed >= floor, passed, failed: passed >= floor ? [] : failed.slice(0, 5) }).toEqual({ enough: true, passed, failed: [] });
  }, 60_000);
});

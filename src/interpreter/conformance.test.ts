import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readerOnDisk } from '../catalog/testing/catalogOnDisk.ts';
import { answerCase } from './conformance.ts';
import type { ConformanceCase } from './conformance/ConformanceCase.ts';

/** The recordings are not part of this repository: a folder named by ASL_CASES, or the one beside the checkout. */
const DIRECTORY = path.resolve(process.env['ASL_CASES'] ?? '../shared/conformance');
const FOUND = existsSync(path.join(DIRECTORY, 'compare.rules.mjs'));
/** TestState and validation are right or wrong; the histories of executions agree event by event, with their ids where AWS's order is certain. */
const LEVELS = ['none', 'outcome', 'events', 'order', 'exact'];
const WANTED = process.env['CONFORMANCE_LEVEL'] ?? 'exact';

interface Verdict {
  readonly verdict: string;
  readonly level: string;
  readonly differences: readonly unknown[];
}

function recordedCases(): ConformanceCase[] {
  const files = readdirSync(DIRECTORY).filter((name) => name.endsWith('.json') && name !== 'manifest.json');
  return files.flatMap((name) => JSON.parse(readFileSync(path.join(DIRECTORY, name), 'utf8')) as ConformanceCase[]);
}

const title = FOUND ? 'recorded answers of AWS' : `recorded answers of AWS: skipped, no recordings in ${path.basename(path.dirname(DIRECTORY))}/${path.basename(DIRECTORY)} (name their folder with ASL_CASES)`;

describe.skipIf(!FOUND)(title, () => {
  it.each(['testState', 'validation', 'execution'])('%s: every case is answered as AWS did', async (kind) => {
    // Given as a URL at run time: the comparer belongs to the recordings, not to this repository.
    const { judge } = (await import(/* @vite-ignore */ pathToFileURL(path.join(DIRECTORY, 'compare.rules.mjs')).href)) as {
      judge: (recorded: ConformanceCase, answer: unknown) => Verdict;
    };
    const failed: string[] = [];
    let passed = 0;
    for (const recorded of recordedCases().filter((one) => one.kind === kind && one.skip === undefined)) {
      const verdict = judge(recorded, JSON.parse(JSON.stringify(await answerCase(recorded, readerOnDisk.responseShape))));
      if (LEVELS.indexOf(verdict.level) >= LEVELS.indexOf(WANTED)) passed++;
      else failed.push(`${recorded.id} (${verdict.verdict}, ${verdict.level}): ${JSON.stringify(verdict.differences[0])?.slice(0, 600)}`);
    }
    if (process.env['CONFORMANCE_VERBOSE']) console.log(`${kind}: ${passed} passed\n${failed.join('\n')}`);
    expect({ passed: passed > 0, failed: failed.length, first: failed.slice(0, 5) }).toEqual({ passed: true, failed: 0, first: [] });
  }, 60_000);
});

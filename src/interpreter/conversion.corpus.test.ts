import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from '../asl/parse.ts';
import { runCommand } from '../asl/runCommand.ts';
import { indexStates, machineLanguage, type StateEntry } from '../asl/states.ts';
import { applyEdits } from '../asl/textEdits.ts';
import type { Tree } from '../asl/tree.ts';
import { loadYaml } from '../asl/yaml/loadYaml.ts';
import { problemsOf } from '../checks/problems.ts';
import { conversionOf, convertToJsonata } from '../refactor/jsonata/convertToJsonata.ts';
import { madeUpData } from '../refactor/jsonata/madeUpData.ts';
import { catchableErrors, proofRequest, provePair, type Verdict } from './conversionProof.ts';

const CORPUS = '../shared/corpus';
const here = existsSync(`${CORPUS}/manifest.json`);

const sources = { now: () => Date.UTC(2026, 0, 2), random: () => 0.5, id: () => '00000000-0000-4000-8000-000000000000' };

describe.skipIf(!here)(here ? 'conversion of real definitions to JSONata' : 'conversion of real definitions to JSONata (skipped: ../shared/corpus is not here)', () => {
  interface Converted {
    readonly file: string;
    readonly before: Tree;
    readonly after: Tree;
  }
  const converted: Converted[] = [];
  const counts = { states: 0, left: 0, machines: 0, whole: 0 };

  beforeAll(async () => {
    await loadYaml();
    // Plain data of our own making, written beside this repository.
    const { definitions } = JSON.parse(readFileSync(`${CORPUS}/manifest.json`, 'utf8')) as { definitions: readonly { file: string }[] };
    for (const { file } of definitions) {
      const before = parse(readFileSync(`${CORPUS}/${file}`, 'utf8'), file.endsWith('.json') ? 'json' : 'yaml');
      const { states, wholeMachine } = conversionOf(before, null);
      if (before.problems.some(({ fatal }) => fatal) || states.length === 0) continue;
      counts.machines += 1;
      counts.whole += Number(wholeMachine);
      counts.states += states.length;
      counts.left += states.filter(({ problems }) => problems.length > 0).length;
      const run = runCommand(before, convertToJsonata(null));
      if (run.ok) converted.push({ file, before, after: parse(applyEdits(before.text, run.value.edits), before.format) });
    }
  });

  it('leaves fewer than one state in a hundred', () => {
    console.log(counts);
    expect(counts.left / counts.states).toBeLessThan(0.01);
  });

  it('brings no error into a definition', () => {
    const errorsOf = (tree: Tree): number => problemsOf(tree).filter(({ severity }) => severity === 'error').length;
    expect(converted.filter(({ before, after }) => errorsOf(after) > errorsOf(before)).map(({ file }) => file)).toEqual([]);
  });

  it('gives the same answers with made-up data, but where it said that it would not', async () => {
    const verdicts: { [kind in Verdict['kind']]: number } = { same: 0, different: 0, open: 0 };
    const unexplained: string[] = [];
    for (const { file, before, after } of converted) {
      const reports = new Map(conversionOf(before, null).states.map((report) => [report.entry.pointer, report]));
      for (const entry of indexStates(before).all) {
        const now = indexStates(after).byPointer.get(entry.pointer);
        if (!now || now.language === entry.language) continue;
        for (const verdict of await verdictsOn(entry, now, before, after)) {
          verdicts[verdict.kind] += 1;
          if (verdict.kind === 'different' && reports.get(entry.pointer)?.remarks.length === 0) unexplained.push(`${file} ${entry.name}: ${JSON.stringify(verdict)}`);
        }
      }
    }
    console.log(verdicts);
    expect(unexplained).toEqual([]);
    expect(verdicts.same / (verdicts.same + verdicts.open + verdicts.different)).toBeGreaterThan(0.9);
  }, 120_000);
});

async function verdictsOn(entry: StateEntry, now: StateEntry, before: Tree, after: Tree): Promise<readonly Verdict[]> {
  if (entry.node.kind !== 'object') return [];
  const found: Verdict[] = [];
  for (const leaf of ['text', 7, { a: [1] }]) {
    const data = madeUpData(entry.node, leaf);
    for (const error of [undefined, ...catchableErrors(entry)]) {
      const pair = { type: entry.type, before: proofRequest(entry, machineLanguage(before), data, error), after: proofRequest(now, machineLanguage(after), data, error) };
      found.push(await provePair({ ...pair, ...(error === undefined ? {} : { error }) }, 'us-east-1', sources));
    }
  }
  return found;
}

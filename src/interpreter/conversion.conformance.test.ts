import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../asl/json/parseJson.ts';
import { runCommand } from '../asl/runCommand.ts';
import { applyEdits } from '../asl/textEdits.ts';
import { isJsonObject, type Json } from '../lib/Json.ts';
import { conversionOf, convertToJsonata } from '../refactor/jsonata/convertToJsonata.ts';
import { answerCase } from './conformance.ts';
import type { ConformanceCase } from './conformance/ConformanceCase.ts';

const DIRECTORY = path.resolve(process.env['ASL_CASES'] ?? '../shared/conformance');
const FOUND = existsSync(path.join(DIRECTORY, 'compare.rules.mjs'));

interface Verdict {
  readonly level: string;
  readonly differences: readonly unknown[];
}

/** Executions that AWS ran to a good end. */
const recordedCases = (): readonly ConformanceCase[] =>
  readdirSync(DIRECTORY)
    .filter((name) => name.endsWith('.json') && name !== 'manifest.json')
    .flatMap((name) => JSON.parse(readFileSync(path.join(DIRECTORY, name), 'utf8')) as ConformanceCase[])
    .filter(({ kind, skip, expected }) => kind === 'execution' && skip === undefined && isJsonObject(expected as Json) && (expected as { status?: string }).status === 'SUCCEEDED');

function converted({ request }: ConformanceCase): { readonly definition: Json; readonly remarks: readonly string[] } | null {
  if (!isJsonObject(request['definition'])) return null;
  const text = typeof request['definitionText'] === 'string' ? request['definitionText'] : JSON.stringify(request['definition'], null, 2);
  const tree = parseJson(text);
  const run = runCommand(tree, convertToJsonata(null));
  return run.ok ? { definition: JSON.parse(applyEdits(text, run.value.edits)) as Json, remarks: conversionOf(tree, null).states.flatMap(({ remarks }) => remarks) } : null;
}

describe.skipIf(!FOUND)(FOUND ? 'recorded executions as JSONata' : 'recorded executions as JSONata: skipped, no recordings beside the checkout', () => {
  it('end as AWS ended them, unless the conversion said that they would not', async () => {
    const { judge } = (await import(/* @vite-ignore */ pathToFileURL(path.join(DIRECTORY, 'compare.rules.mjs')).href)) as { judge: (recorded: ConformanceCase, answer: unknown) => Verdict };
    const unexplained: string[] = [];
    const counts = { same: 0, remarked: 0 };
    for (const recorded of recordedCases()) {
      const made = converted(recorded);
      if (!made) continue;
      const { definitionText: _text, ...request } = recorded.request;
      const answer = await answerCase({ ...recorded, request: { ...request, definition: made.definition } });
      const { level, differences } = judge(recorded, JSON.parse(JSON.stringify(answer)));
      if (level !== 'none') counts.same += 1;
      else if (made.remarks.length > 0) counts.remarked += 1;
      else unexplained.push(`${recorded.id}: ${JSON.stringify(differences[0])?.slice(0, 400)}`);
    }
    console.log(counts);
    expect(unexplained).toEqual([]);
    expect(counts.remarked).toBeLessThan(counts.same / 20);
  }, 120_000);
});

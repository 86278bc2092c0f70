import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from '../asl/parse.ts';
import { problemsOf } from './problems.ts';

const CORPUS = '../shared/corpus';
const here = existsSync(`${CORPUS}/manifest.json`);

interface Definition {
  readonly file: string;
  readonly validation: { readonly aslValidator: { readonly ok: boolean }; readonly aslLanguageService: { readonly ok: boolean } };
}

describe.skipIf(!here)(here ? 'problemsOf on real definitions' : 'problemsOf on real definitions (skipped: ../shared/corpus is not here)', () => {
  // Plain data of our own making, written beside this repository.
  const definitions = here ? (JSON.parse(readFileSync(`${CORPUS}/manifest.json`, 'utf8')) as { definitions: readonly Definition[] }).definitions : [];

  it('finds no errors where other validators find none', () => {
    const counts = new Map<string, number>();
    const wrong: string[] = [];
    for (const { file, validation } of definitions.filter((one) => one.file.endsWith('.json'))) {
      for (const problem of problemsOf(parse(readFileSync(`${CORPUS}/${file}`, 'utf8'), 'json'))) {
        const kind = `${problem.severity} ${problem.code}`;
        counts.set(kind, (counts.get(kind) ?? 0) + 1);
        if (problem.severity !== 'error') continue;
        // The language service looks at no ARN; where it alone is content, the other one refuses the Resource as we do.
        const excused = !validation.aslValidator.ok && (!validation.aslLanguageService.ok || problem.code === 'bad-resource');
        if (!excused) wrong.push(`${file} ${problem.pointer}: ${problem.message}`);
      }
    }
    console.log(`${definitions.length} definitions:`, Object.fromEntries(counts));
    expect(wrong).toEqual([]);
  });
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
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

const CONFORMANCE = '../shared/conformance';
const recorded = existsSync(`${CONFORMANCE}/manifest.json`);

interface Case {
  readonly id: string;
  readonly kind: string;
  readonly request: { readonly definition?: unknown };
}

describe.skipIf(!recorded)(recorded ? 'problemsOf on definitions that AWS has run' : 'problemsOf on definitions that AWS has run (skipped: ../shared/conformance is not here)', () => {
  // Plain data of our own making, written beside this repository.
  const files = recorded ? readdirSync(CONFORMANCE).filter((file) => file.endsWith('.json') && file !== 'manifest.json') : [];
  const cases = files.flatMap((file) => JSON.parse(readFileSync(`${CONFORMANCE}/${file}`, 'utf8')) as readonly Case[]);

  it('finds no error in any of them', () => {
    const ran = cases.filter(({ kind, request }) => kind === 'execution' && request.definition !== undefined);
    expect(ran.length).toBeGreaterThan(100);
    const wrong = ran.flatMap(({ id, request }) => {
      const text = typeof request.definition === 'string' ? request.definition : JSON.stringify(request.definition, null, 2);
      return problemsOf(parse(text, 'json')).filter(({ severity }) => severity === 'error').map(({ code, pointer, message }) => `${id} ${code} ${pointer}: ${message}`);
    });
    expect(wrong).toEqual([]);
  });
});

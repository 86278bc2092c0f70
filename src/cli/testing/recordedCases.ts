import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** A call of AWS's API and what came back, as the recordings beside the checkout hold it. */
export interface Recorded {
  readonly id: string;
  readonly kind: string;
  readonly skip?: string;
  readonly mocks?: object;
  readonly request: { readonly [field: string]: unknown };
}

interface Verdict {
  readonly level: string;
  readonly differences: readonly unknown[];
}

const DIRECTORY = path.resolve(process.env['ASL_CASES'] ?? '../shared/conformance');
export const FOUND = existsSync(path.join(DIRECTORY, 'compare.rules.mjs'));
export const TITLE = FOUND ? 'recorded answers of AWS' : 'recorded answers of AWS: skipped, no recordings beside the checkout (name their folder with ASL_CASES)';

/** Of these operations, but for calls of Lambda and others that AWS answered itself. */
export const recordedOf = (...operations: readonly string[]): readonly Recorded[] =>
  readdirSync(DIRECTORY)
    .filter((name) => name.endsWith('.json') && name !== 'manifest.json')
    .flatMap((name) => JSON.parse(readFileSync(path.join(DIRECTORY, name), 'utf8')) as Recorded[])
    .filter(({ skip, mocks, request }) => skip === undefined && mocks === undefined && operations.includes(String(request['operation'])));

/** Fields that the recordings keep parsed are texts again; the exact text where there is one. */
export function wireOf({ request }: Recorded): { [field: string]: unknown } {
  const wire: { [field: string]: unknown } = {};
  for (const [name, value] of Object.entries(request)) {
    if (name === 'operation' || name === 'clock' || name.endsWith('Text')) continue;
    const isParsed = ['definition', 'input', 'variables', 'context'].includes(name) && !(name === 'definition' && typeof value === 'string');
    wire[name] = request[`${name}Text`] ?? (isParsed ? JSON.stringify(value) : value);
  }
  return wire;
}

/** Which cases are answered otherwise than AWS did, each with its first difference; `answer` gives the API's response, or its error. */
export async function misses(cases: readonly Recorded[], answer: (recorded: Recorded) => Promise<unknown>): Promise<readonly string[]> {
  // Given as a URL at run time: the comparer belongs to the recordings, not to this repository.
  const { judge } = (await import(/* @vite-ignore */ pathToFileURL(path.join(DIRECTORY, 'compare.rules.mjs')).href)) as { judge: (recorded: Recorded, answer: unknown) => Verdict };
  const missed: string[] = [];
  for (const recorded of cases) {
    const verdict = judge(recorded, await answer(recorded));
    if (verdict.level !== 'exact') missed.push(`${recorded.id}: ${JSON.stringify(verdict.differences[0])?.slice(0, 400)}`);
  }
  return missed;
}

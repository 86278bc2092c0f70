import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { answerCase } from '../interpreter/conformance.ts';
import type { ConformanceCase } from '../interpreter/conformance/ConformanceCase.ts';
import { diskCatalog } from './diskCatalog.ts';
import { CannotRead, type Io, reasonOf } from './io.ts';

/** The interpreter's answers to recorded cases: one JSON object, case id to answer. */
export async function conformanceCommand(io: Io, options: { readonly cases: string; readonly out: string }): Promise<number> {
  const answers: { [id: string]: unknown } = Object.create(null);
  let failures = 0;
  for (const recorded of await readCases(io, options.cases)) {
    if (recorded.skip !== undefined) continue;
    try {
      answers[recorded.id] = await answerCase(recorded, diskCatalog().responseShape);
    } catch (thrown) {
      failures += 1;
      answers[recorded.id] = { unsupported: `the interpreter failed: ${reasonOf(thrown)}` };
    }
  }
  await io.write(options.out, `${JSON.stringify(answers, null, 1)}\n`);
  const all = Object.values(answers);
  const unsupported = all.filter((answer) => typeof answer === 'object' && answer !== null && 'unsupported' in answer).length;
  io.err(`${all.length} cases: ${all.length - unsupported} answered, ${unsupported} not supported yet${failures === 0 ? '' : ` (${failures} of them because the interpreter failed)`}.\n`);
  return 0;
}

async function readCases(io: Io, folder: string): Promise<readonly ConformanceCase[]> {
  const names = await readdir(io.path(folder)).catch((thrown: unknown) => {
    throw new CannotRead(`${folder} cannot be read: ${reasonOf(thrown)}.`, { cause: thrown });
  });
  const cases: ConformanceCase[] = [];
  for (const name of names.toSorted()) {
    if (!name.endsWith('.json')) continue;
    const content: unknown = JSON.parse(new TextDecoder().decode(await io.read(join(folder, name))));
    if (Array.isArray(content)) cases.push(...content.filter(isCase));
  }
  return cases;
}

const isCase = (value: unknown): value is ConformanceCase =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' && 'kind' in value && 'request' in value && typeof value.request === 'object' && value.request !== null;

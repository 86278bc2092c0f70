import { decodeFile } from '../asl/fileText.ts';
import type { Json } from '../lib/Json.ts';
import { readMockConfig, suiteFromMockConfig, writeMockConfig } from '../suite/mockConfig.ts';
import { readSuite } from '../suite/readSuite.ts';
import { listed } from '../suite/SuiteReader.ts';
import { type Io, reasonOf } from './io.ts';
import { nameOf } from './readDefinition.ts';

/** Prints a tests file with the test cases of a MockConfigFile.json, one run each. */
export async function importMocks(io: Io, file: string, { machine }: { readonly machine?: string }): Promise<number> {
  const text = await readText(io, file);
  if (text === null) return 2;
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch (thrown) {
    return fail(io, `${nameOf(file)} is no JSON: ${reasonOf(thrown)}.`);
  }
  const cases = readMockConfig(value);
  if (!cases.ok) return fail(io, `${nameOf(file)}: ${cases.error}`);
  const machines = [...new Set(cases.value.map((one) => one.machine))];
  const chosen = machine ?? machines[0];
  if (machines.length > 1 && machine === undefined) return fail(io, `${nameOf(file)} has several state machines. Say which: --machine ${listed(machines)}.`);
  const own = cases.value.filter((one) => one.machine === chosen);
  if (own.length === 0) return fail(io, `${nameOf(file)} has no test cases${machine === undefined ? '' : ` of "${machine}"`}.`);
  io.out(`${JSON.stringify(suiteFromMockConfig(own), null, 2)}\n`);
  return 0;
}

/** Prints the mocks of a tests file's runs as a MockConfigFile.json. */
export async function exportMocks(io: Io, file: string, { machine = 'StateMachine' }: { readonly machine?: string }): Promise<number> {
  const text = await readText(io, file);
  if (text === null) return 2;
  const { suite, problems } = readSuite(text);
  for (const { line, column, message } of problems) io.err(`${nameOf(file)}:${line}:${column}: ${message}\n`);
  if (problems.length > 0) return 2;
  const { config, lost } = writeMockConfig(machine, suite.tests.filter(({ state }) => state === undefined));
  for (const sentence of lost) io.err(`${sentence}\n`);
  io.out(`${JSON.stringify(config, null, 2)}\n`);
  return 0;
}

async function readText(io: Io, file: string): Promise<string | null> {
  const decoded = decodeFile(await io.read(file));
  if (decoded.ok && decoded.value.text.trim() !== '') return decoded.value.text;
  io.err(`${nameOf(file)}: ${decoded.ok ? 'it is empty.' : decoded.error.message}\n`);
  return null;
}

function fail(io: Io, sentence: string): number {
  io.err(`${sentence}\n`);
  return 2;
}

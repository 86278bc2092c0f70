import { decodeFile } from '../asl/fileText.ts';
import type { Substitutions } from '../asl/substitute.ts';
import { regionNotes } from '../http/region.ts';
import type { Json } from '../lib/Json.ts';
import { err, ok, type Result } from '../lib/Result.ts';
import type { Evaluate } from './evaluate.ts';
import { endWithout } from './endWithout.ts';
import { fatalProblem } from './fatalProblem.ts';
import { type Io, reasonOf } from './io.ts';
import { nameOf, readDefinition } from './readDefinition.ts';
import { readRunMocks } from './runMocks.ts';
import { suiteDefinition } from '../suite/suiteDefinition.ts';
import type { Mocks } from '../suite/suiteTypes.ts';

export interface RunOptions {
  readonly input?: string;
  readonly mocks?: string;
  readonly case?: string;
  readonly region: string;
  /** `NAME=VALUE` */
  readonly substitute?: readonly string[];
}

/** Runs a definition in virtual time, without network. Exit codes as those of `test-state`: a failed execution is an answer too. */
export async function runCommand(io: Io, file: string, options: RunOptions, evaluate: Evaluate): Promise<number> {
  for (const note of regionNotes(options.region)) io.err(`${note}\n`);
  const prepared = await prepare(io, file, options);
  if (!prepared.ok) {
    io.err(`${prepared.error}\n`);
    return 2;
  }
  const { open, ...job } = prepared.value;
  const evaluated = await evaluate({ kind: 'run', ...job, region: options.region }, noNetwork);
  if (evaluated.kind !== 'run') {
    io.err(`${evaluated.kind === 'ended' ? evaluated.message : 'The engine answered something else.'}\n`);
    return 1;
  }
  const { outcome } = evaluated;
  switch (outcome.kind) {
    case 'ended': {
      const { kind: _, ...ended } = outcome;
      io.out(`${JSON.stringify(ended, null, 2)}\n`);
      return 0;
    }
    case 'refused':
      io.out(`${JSON.stringify({ Error: { Code: 'InvalidDefinition', Message: outcome.message } }, null, 2)}\n`);
      if (open.length > 0) io.err(`${open.map((name) => `\${${name}}`).join(', ')} ${open.length === 1 ? 'has' : 'have'} no value. Give what a deployment fills in: ${open.map((name) => `--substitute ${name}=VALUE`).join(' ')}\n`);
      return 1;
    default:
      return endWithout(io, outcome);
  }
}

const noNetwork = async () => ({ kind: 'not-performed', reason: { kind: 'no-route', message: '"run" uses no network.' } }) as const;

interface Prepared {
  readonly definition: Json;
  /** Placeholders that nothing fills in. */
  readonly open: readonly string[];
  readonly input: Json;
  readonly mocks: Mocks;
}

async function prepare(io: Io, file: string, options: RunOptions): Promise<Result<Prepared, string>> {
  const tree = await readDefinition(io, file);
  if (!tree.ok) return err(`${nameOf(file)}: ${tree.error.message}`);
  const broken = fatalProblem(tree.value);
  if (broken !== null) return err(`${nameOf(file)}: ${broken}`);
  const substitutions = readSubstitutions(options.substitute ?? []);
  if (!substitutions.ok) return substitutions;
  const definition = suiteDefinition(tree.value, substitutions.value);
  if (definition === null) return err(`${nameOf(file)}: it is empty.`);
  if (options.case !== undefined && options.mocks === undefined) return err('--case says which test case of a MockConfigFile.json is meant. Name that file: --mocks FILE.');
  const input = options.input === undefined ? ok<Json>({}) : await readJson(io, options.input);
  if (!input.ok) return input;
  const mocks = options.mocks === undefined ? ok<Mocks>({}) : await readMocksFile(io, options.mocks, options.case);
  return mocks.ok ? ok({ definition: definition.json, open: definition.open, input: input.value, mocks: mocks.value }) : mocks;
}

/** `NAME=VALUE`, as the values of a deployment; what stands behind the first `=` is the value. */
function readSubstitutions(typed: readonly string[]): Result<Substitutions, string> {
  const wrong = typed.find((text) => !/^[^={}]+=/.test(text));
  if (wrong !== undefined) return err(`--substitute wants NAME=VALUE, such as TableName=orders; this is none: ${wrong}`);
  return ok(Object.fromEntries(typed.map((text) => [text.slice(0, text.indexOf('=')), text.slice(text.indexOf('=') + 1)])));
}

async function readMocksFile(io: Io, file: string, wanted: string | undefined): Promise<Result<Mocks, string>> {
  const given = await readText(io, file);
  if (!given.ok) return given;
  const mocks = readRunMocks(given.value.value, given.value.text, wanted);
  return mocks.ok ? mocks : err(`${nameOf(file)}: ${mocks.error}`);
}

async function readJson(io: Io, file: string): Promise<Result<Json, string>> {
  const given = await readText(io, file);
  return given.ok ? ok(given.value.value) : given;
}

async function readText(io: Io, file: string): Promise<Result<{ readonly text: string; readonly value: Json }, string>> {
  const decoded = decodeFile(await io.read(file));
  if (!decoded.ok) return err(`${nameOf(file)}: ${decoded.error.message}`);
  const { text } = decoded.value;
  if (text.trim() === '') return err(`${nameOf(file)} is empty.`);
  try {
    return ok({ text, value: JSON.parse(text) as Json });
  } catch (thrown) {
    return err(`${nameOf(file)} is no JSON: ${reasonOf(thrown)}.`);
  }
}

import { decodeFile } from '../asl/fileText.ts';
import { toJson } from '../asl/toJson.ts';
import { regionNotes } from '../http/region.ts';
import type { Json } from '../lib/Json.ts';
import { err, ok, type Result } from '../lib/Result.ts';
import type { Evaluate } from './evaluate.ts';
import { endWithout } from './endWithout.ts';
import { type Io, reasonOf } from './io.ts';
import { nameOf, readDefinition } from './readDefinition.ts';
import { readRunMocks } from './runMocks.ts';
import type { Mocks } from '../suite/suiteTypes.ts';

export interface RunOptions {
  readonly input?: string;
  readonly mocks?: string;
  readonly case?: string;
  readonly region: string;
}

/** Runs a definition in virtual time, without network. Exit codes as those of `test-state`: a failed execution is an answer too. */
export async function runCommand(io: Io, file: string, options: RunOptions, evaluate: Evaluate): Promise<number> {
  for (const note of regionNotes(options.region)) io.err(`${note}\n`);
  const prepared = await prepare(io, file, options);
  if (!prepared.ok) {
    io.err(`${prepared.error}\n`);
    return 2;
  }
  const evaluated = await evaluate({ kind: 'run', ...prepared.value, region: options.region }, noNetwork);
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
      return 1;
    default:
      return endWithout(io, outcome);
  }
}

const noNetwork = async () => ({ kind: 'not-performed', reason: { kind: 'no-route', message: '"run" uses no network.' } }) as const;

interface Prepared {
  readonly definition: Json;
  readonly input: Json;
  readonly mocks: Mocks;
}

async function prepare(io: Io, file: string, options: RunOptions): Promise<Result<Prepared, string>> {
  const tree = await readDefinition(io, file);
  if (!tree.ok) return err(`${nameOf(file)}: ${tree.error.message}`);
  const broken = tree.value.problems.find(({ fatal }) => fatal);
  if (broken || tree.value.root === null) return err(`${nameOf(file)}: ${broken?.message ?? 'it is empty.'}`);
  const input = options.input === undefined ? ok<Json>({}) : await readJson(io, options.input);
  if (!input.ok) return input;
  const mocks = options.mocks === undefined ? ok<Mocks>({}) : await readMocksFile(io, options.mocks, options.case);
  return mocks.ok ? ok({ definition: toJson(tree.value.root), input: input.value, mocks: mocks.value }) : mocks;
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
  try {
    return ok({ text, value: JSON.parse(text) as Json });
  } catch (thrown) {
    return err(`${nameOf(file)} is no JSON: ${reasonOf(thrown)}.`);
  }
}

import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { err, ok, type Result } from '../lib/Result.ts';
import { coverageOf } from '../suite/coverage.ts';
import { coverageLines } from '../suite/coverageLines.ts';
import { junitXml, type JunitSuite } from '../suite/junitXml.ts';
import type { SavedTest } from '../suite/suiteTypes.ts';
import type { TestResult } from '../suite/TestResult.ts';
import { readConnections, readConnectionsFile, readOrigin } from './allowedInput.ts';
import type { Allowed } from './allowedWorld.ts';
import type { Evaluate, Perform } from './evaluate.ts';
import { findSuites } from './findSuites.ts';
import type { Io } from './io.ts';
import { loadSuite, type LoadedSuite } from './loadSuite.ts';
import { commandName, shellQuoted } from './shell.ts';
import { testLines } from './testReport.ts';
import { testPerformer } from './testWorld.ts';

export interface TestOptions {
  readonly filter?: string;
  readonly junit?: string;
  readonly coverage?: boolean;
  readonly asAws?: boolean;
  readonly allow?: readonly string[];
  readonly secrets?: string;
}

/** How many tests run at once; each has a thread of its own. */
const AT_ONCE = 4;

interface Ran {
  readonly loaded: LoadedSuite;
  readonly results: readonly { readonly result: TestResult; readonly seconds: number }[];
}

/** Runs saved tests. Exit codes: 0 all hold, 1 some do not, 2 nothing to run or a file that cannot be read. */
export async function testCommand(io: Io, typed: readonly string[], options: TestOptions, evaluate: Evaluate): Promise<number> {
  const world = await worldOf(io, options);
  if (!world.ok) return usage(io, world.error);
  const { files, missed } = await findSuites(io, typed.length === 0 ? ['.'] : typed);
  for (const sentence of missed) io.err(`${sentence}\n`);
  if (files.length === 0 || missed.length > 0) return 2;
  const loaded = await Promise.all(files.map((file) => loadSuite(io, file)));
  const wanted = loaded.map((suite) => ({ suite, tests: chosen(suite, loaded, options.filter) }));
  if (options.filter !== undefined && wanted.every(({ tests }) => tests.length === 0) && loaded.every(({ problems }) => problems.length === 0)) return usage(io, `No test has "${options.filter}" in its name.`);
  const began = io.now();
  const ran: Ran[] = [];
  for (const { suite, tests } of wanted) {
    if (options.filter !== undefined && tests.length === 0 && suite.problems.length === 0) continue;
    const one = { loaded: suite, results: await runTests(io, suite, tests, options, world.value, evaluate) };
    report(io, one, options);
    ran.push(one);
  }
  if (options.junit !== undefined) await writeJunit(io, options.junit, ran);
  return conclude(io, ran, io.now() - began);
}

function usage(io: Io, sentence: string): number {
  io.err(`${sentence}\n`);
  return 2;
}

/** Connections from a file or, in CI, from the environment. */
async function worldOf(io: Io, { allow = [], secrets }: TestOptions): Promise<Result<Allowed, string>> {
  const origins: string[] = [];
  for (const text of allow) {
    const origin = readOrigin(text);
    if (!origin.ok) return origin;
    origins.push(origin.value);
  }
  // GitHub Actions sets a secret that is missing to the empty text.
  const fromEnvironment = io.env('ASL_STUDIO_SECRETS')?.trim() || undefined;
  if (secrets === undefined && fromEnvironment === undefined) return ok({ allow: origins, connections: [] });
  const connections = secrets === undefined ? readConnections(fromEnvironment ?? '') : readConnectionsFile(await io.read(secrets));
  return connections.ok ? ok({ allow: origins, connections: connections.value }) : err(`${secrets ?? 'ASL_STUDIO_SECRETS'}: ${connections.error}`);
}

/** By a part of the name; where a test has exactly this name, that one. */
function chosen({ suite }: LoadedSuite, all: readonly LoadedSuite[], filter: string | undefined): readonly SavedTest[] {
  if (filter === undefined) return suite.tests;
  const exactly = all.some((one) => one.suite.tests.some(({ name }) => name === filter));
  return suite.tests.filter(({ name }) => (exactly ? name === filter : name.toLowerCase().includes(filter.toLowerCase())));
}

async function runTests(io: Io, { definition, suite, problems }: LoadedSuite, tests: readonly SavedTest[], options: TestOptions, world: Allowed, evaluate: Evaluate): Promise<Ran['results']> {
  if (definition === null || problems.length > 0) return [];
  const { json, open } = definition;
  const perform = testPerformer(world, suite.region);
  const setting = { definition: json, region: suite.region, dialect: options.asAws === true ? 'aws' : 'studio', ...(suite.type === undefined ? {} : { type: suite.type }) } as const;
  const runOne = async (test: SavedTest): Promise<Ran['results'][number]> => {
    const began = io.now();
    const result = await evaluated(evaluate, { kind: 'saved-test', test, setting }, perform);
    return { result: withOpenNames(result, open), seconds: (io.now() - began) / 1000 };
  };
  const results: Ran['results'][number][] = [];
  const waiting = [...tests.entries()];
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) results[next[0]] = await runOne(next[1]);
  }));
  return results;
}

async function evaluated(evaluate: Evaluate, job: Extract<Parameters<Evaluate>[0], { kind: 'saved-test' }>, perform: Perform): Promise<TestResult> {
  const done = await evaluate(job, perform);
  if (done.kind === 'saved-test') return done.result;
  const { name, state } = job.test;
  const message = done.kind === 'ended' ? done.message : 'The engine answered something else.';
  return { name, ...(state === undefined ? {} : { state }), status: 'not-run', failures: [{ what: 'run', message }], notes: [], ways: [] };
}

/** A test that could not be run may lack nothing but a value. */
function withOpenNames(result: TestResult, open: readonly string[]): TestResult {
  if (result.status !== 'not-run' || open.length === 0) return result;
  return { ...result, notes: [...result.notes, `The definition has ${open.map((name) => `\${${name}}`).join(', ')} without a value. Give them in "substitutions" of the tests file.`] };
}

function report(io: Io, { loaded, results }: Ran, options: TestOptions): void {
  const { file, definitionFile, definition, problems, notes } = loaded;
  const lines = [
    definitionFile === null ? file : `${file} (${definitionFile})`,
    ...[...problems].map((problem) => `  FAIL  ${problem}`),
    ...notes.map((note) => `  note: ${note}`),
    ...results.flatMap(({ result }) => testLines(result, rerunCommand(file, result.name, options))),
    ...(options.coverage === true && definition !== null ? coverageLines(coverageOf(definition.json, results.flatMap(({ result }) => result.ways))) : []),
  ];
  io.out(`${lines.join('\n')}\n\n`);
}

function rerunCommand(file: string, name: string, { asAws, allow = [], secrets }: TestOptions): string {
  const more = [asAws === true ? ['--as-aws'] : [], allow.flatMap((origin) => ['--allow', origin]), secrets === undefined ? [] : ['--secrets', secrets]].flat();
  return [commandName(), 'test', shellQuoted(file), '--filter', shellQuoted(name), ...more.map(shellQuoted)].join(' ');
}

async function writeJunit(io: Io, file: string, ran: readonly Ran[]): Promise<void> {
  const suites = ran.map(({ loaded, results }): JunitSuite => ({ name: loaded.file, results, problems: loaded.problems }));
  await mkdir(dirname(io.path(file)), { recursive: true });
  await io.write(file, junitXml(suites));
}

function conclude(io: Io, ran: readonly Ran[], tookMs: number): number {
  const all = ran.flatMap(({ results }) => results.map(({ result }) => result.status));
  const count = (...statuses: TestResult['status'][]): number => all.filter((status) => statuses.includes(status)).length;
  const unread = ran.filter(({ loaded }) => loaded.problems.length > 0).length;
  const failed = count('failed', 'not-run');
  const parts = [`${count('passed')} passed`, `${failed} failed`, `${count('skipped')} skipped`, ...(unread === 0 ? [] : [`${unread} ${unread === 1 ? 'file' : 'files'} could not be run`])];
  io.out(`${parts.join(', ')} (${(tookMs / 1000).toFixed(1)} s)\n`);
  if (unread > 0) return 2;
  if (failed > 0) return 1;
  if (all.length > 0) return 0;
  io.err('There is no test in these files. Write one into "tests".\n');
  return 2;
}

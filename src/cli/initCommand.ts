import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, relative, sep } from 'node:path';
import { indexStates } from '../asl/states.ts';
import { stringOf } from '../asl/pointer.ts';
import type { Tree } from '../asl/tree.ts';
import type { Json, JsonObject } from '../lib/Json.ts';
import { suiteDefinition } from '../suite/suiteDefinition.ts';
import type { Evaluate } from './evaluate.ts';
import { definitionsBelow, testsFileOf } from './findSuites.ts';
import { EXAMPLE_DEFINITION, EXAMPLE_TESTS, WORKFLOW } from './firstFiles.ts';
import type { Io } from './io.ts';
import { readDefinition } from './readDefinition.ts';
import { commandName } from './shell.ts';

const WORKFLOW_FILE = '.github/workflows/step-functions-tests.yml';
/** The package among the devDependencies of the repository where the command was typed. */
const SCHEMA = 'node_modules/asl-studio/public/schemas/tests.schema.json';

/** Writes the workflow and a first tests file beside each definition that has none; what is there stays unless told otherwise. */
export async function initCommand(io: Io, typed: readonly string[], options: { readonly force?: boolean }, evaluate: Evaluate): Promise<number> {
  const definitions = typed.length > 0 ? typed : await definitionsBelow(io, '.');
  const nameless = definitions.find((definition) => testsFileOf(definition) === null);
  if (nameless !== undefined) {
    io.err(`${nameless} is no definition by its name: it has to end with .json, .yaml or .yml.\n`);
    return 2;
  }
  for (const definition of typed) await io.read(definition);
  const write = (file: string, textOf: () => string | Promise<string>): Promise<void> => writeNew(io, file, textOf, options.force === true);
  await write(WORKFLOW_FILE, () => WORKFLOW);
  if (definitions.length === 0) {
    await write('example.asl.json', () => pretty(EXAMPLE_DEFINITION));
    await write('example.tests.json', () => pretty({ $schema: schemaFrom(io, 'example.tests.json'), ...EXAMPLE_TESTS }));
  }
  for (const definition of definitions) {
    const tests = testsFileOf(definition);
    if (tests === null) continue; // looked at above
    await write(tests, async () => pretty({ $schema: schemaFrom(io, tests), ...await firstTests(io, definition, evaluate) }));
  }
  io.out(`Run the tests with: ${commandName()} test\n`);
  if (!(await isDependency(io))) io.out(`The workflow runs "npm ci", so asl-studio has to be among the devDependencies in package.json.\n`);
  return 0;
}

async function isDependency(io: Io): Promise<boolean> {
  try {
    return new TextDecoder().decode(await io.read('package.json')).includes('"asl-studio"');
  } catch {
    return false;
  }
}

const pretty = (value: Json): string => `${JSON.stringify(value, null, 2)}\n`;

/** A reference as JSON wants it: relative to the tests file, with a dot before it. */
function schemaFrom(io: Io, tests: string): string {
  const path = relative(dirname(io.path(tests)), io.path(SCHEMA)).split(sep).join('/');
  return path.startsWith('.') ? path : `./${path}`;
}

/** `textOf` is asked only for what will be written: it may run a workflow. */
async function writeNew(io: Io, file: string, textOf: () => string | Promise<string>, force: boolean): Promise<void> {
  if (existsSync(io.path(file)) && !force) {
    io.out(`${file} is there already and stays as it is. --force writes it anew.\n`);
    return;
  }
  const text = await textOf();
  await mkdir(dirname(io.path(file)), { recursive: true });
  await io.write(file, text);
  io.out(`${file} written.\n`);
}

/** One run with a mock for each task. Where that comes to a good end it is the test; else somebody has to say what fits. */
async function firstTests(io: Io, file: string, evaluate: Evaluate): Promise<JsonObject> {
  const tree = await readDefinition(io, file);
  const mocks = tree.ok ? mocksFor(tree.value) : {};
  const test = { name: 'runs to its end', input: {}, ...(Object.keys(mocks).length === 0 ? {} : { mocks }) };
  const open = tree.ok ? (suiteDefinition(tree.value, {})?.open ?? []) : [];
  const states = tree.ok ? await wayThrough(tree.value, mocks, evaluate) : null;
  return {
    version: 1,
    ...(open.length === 0 ? {} : { substitutions: Object.fromEntries(open.map((name) => [name, ''])) }),
    tests: [states === null ? { ...test, skip: `Give it ${open.length === 0 ? '' : 'values in "substitutions", '}an input and mocks that fit, then take "skip" out.`, expect: { status: 'SUCCEEDED' } } : { ...test, expect: { status: 'SUCCEEDED', states } }],
  };
}

function mocksFor(tree: Tree): JsonObject {
  const tasks = indexStates(tree).all.filter(({ type }) => type === 'Task');
  return Object.fromEntries(tasks.map(({ name, node }) => [name, { result: sample(stringOf(node, 'Resource') ?? '') }]));
}

const sample = (resource: string): Json => (resource.includes(':lambda:invoke') ? { StatusCode: 200, Payload: {} } : {});

async function wayThrough(tree: Tree, mocks: JsonObject, evaluate: Evaluate): Promise<readonly string[] | null> {
  const definition = suiteDefinition(tree, {});
  if (definition === null) return null;
  const answers = Object.fromEntries(Object.entries(mocks).map(([state, mock]) => [state, { again: true, replies: [{ reply: { kind: 'result', value: (mock as { readonly result: Json }).result } as const }] }]));
  const test = { name: '', offset: 0, input: {}, mocks: answers, ownMocks: [], expect: { status: 'SUCCEEDED', conditions: [] } } as const;
  const nothing = { kind: 'not-performed', reason: { kind: 'needs-mock', message: 'Nothing is sent.' } } as const;
  const done = await evaluate({ kind: 'saved-test', test, setting: { definition: definition.json, region: 'us-east-1', dialect: 'studio' } }, () => Promise.resolve(nothing));
  return done.kind === 'saved-test' && done.result.status === 'passed' ? (done.result.answer?.states ?? null) : null;
}

import { parse } from '../asl/parse.ts';
import { lineColumn } from '../asl/lines.ts';
import { ROOT } from '../asl/pointer.ts';
import { toJson } from '../asl/toJson.ts';
import type { Place, SuiteProblem } from './SuiteReader.ts';
import { SuiteReader } from './SuiteReader.ts';
import type { StateConfiguration } from '../interpreter/testStateApi.ts';
import { readExpectation } from './readExpectation.ts';
import { readMocks, readStateMocks } from './readMocks.ts';
import type { Mocks, SavedTest, Suite } from './suiteTypes.ts';

export interface SuiteRead {
  readonly suite: Suite;
  /** A suite with problems is not run: a test that was misread would pass for nothing. */
  readonly problems: readonly SuiteProblem[];
}

const MEMBERS = ['$schema', 'version', 'comment', 'definition', 'type', 'region', 'substitutions', 'mocks', 'tests'] as const;
const TEST = ['name', 'comment', 'skip', 'state', 'input', 'variables', 'context', 'now', 'mock', 'mocks', 'stateConfiguration', 'expect'] as const;

/** Reads `NAME.tests.json`; what is wrong is told with its place and the next step. */
export function readSuite(text: string): SuiteRead {
  const tree = parse(text, 'json');
  const reader = new SuiteReader(text);
  for (const { offset, message } of tree.problems.filter(({ fatal, code }) => (fatal && code !== 'empty') || code === 'placeholder')) reader.problems.push({ message, pointer: ROOT, offset, ...lineColumn(text, offset) });
  if (tree.root === null) {
    if (reader.problems.length === 0) reader.say({ node: { offset: 0 }, pointer: ROOT }, 'The file is empty. Write {"version": 1, "tests": [{"name": …, "expect": …}]}.');
    return { suite: emptySuite, problems: reader.problems };
  }
  const suite = readRoot(reader, reader.root(tree.root));
  return { suite, problems: reader.problems.toSorted((a, b) => a.offset - b.offset) };
}

const emptySuite: Suite = { region: 'us-east-1', substitutions: {}, tests: [] };

function readRoot(reader: SuiteReader, root: Place): Suite {
  if (!reader.object(root, 'A tests file', MEMBERS)) return emptySuite;
  const version = reader.member(root, 'version');
  if (version === undefined) reader.say(root, 'The file does not say which version of the format it has. Write "version": 1 at its top.');
  else if (version.node.kind !== 'number' || version.node.value !== 1) reader.say(version, 'This "version" is not known here; 1 is. Open the file with a newer ASL Studio, or write 1.');
  const definition = reader.text(root, 'definition');
  const type = reader.oneOf(root, 'type', ['STANDARD', 'EXPRESS']);
  const shared = reader.member(root, 'mocks');
  const mocks = shared === undefined ? {} : readMocks(reader, shared);
  return {
    region: reader.text(root, 'region') ?? 'us-east-1',
    ...(definition === undefined ? {} : { definition }),
    ...(type === undefined ? {} : { type }),
    substitutions: readSubstitutions(reader, root),
    tests: readTests(reader, root, mocks),
  };
}

function readSubstitutions(reader: SuiteReader, root: Place): Suite['substitutions'] {
  const place = reader.member(root, 'substitutions');
  if (place === undefined) return {};
  if (place.node.kind !== 'object') reader.say(place, '"substitutions" must be an object: {"TableName": "orders"} for ${TableName}.');
  return Object.fromEntries(reader.members(place).map(({ key, value }) => {
    const given = toJson(value.node);
    return [key, typeof given === 'string' ? given : JSON.stringify(given)];
  }));
}

function readTests(reader: SuiteReader, root: Place, shared: Mocks): readonly SavedTest[] {
  const list = reader.member(root, 'tests');
  if (list?.node.kind !== 'array') {
    reader.say(list ?? root, 'A tests file needs "tests", a list: [{"name": …, "expect": …}].');
    return [];
  }
  const names = new Set<string>();
  return reader.items(list).flatMap((place) => {
    const test = readTest(reader, place, shared);
    if (test && names.has(test.name)) reader.say(reader.member(place, 'name') ?? place, `Two tests are called "${test.name}". Give one of them another name: a test is run again by its name.`);
    if (test) names.add(test.name);
    return test ?? [];
  });
}

function readTest(reader: SuiteReader, place: Place, shared: Mocks): SavedTest | undefined {
  if (!reader.object(place, 'A test', TEST)) return undefined;
  const named = reader.member(place, 'name');
  const name = reader.text(place, 'name');
  if (name === undefined || name.trim() === '') return named === undefined || name !== undefined ? reader.say(named ?? place, 'A test needs a "name" that says what must hold, such as "a declined card is refunded".') : undefined;
  const state = reader.text(place, 'state');
  const rest = { variables: reader.jsonObject(place, 'variables'), context: reader.jsonObject(place, 'context'), now: readNow(reader, place), skip: readSkip(reader, place), stateConfiguration: readConfiguration(reader, place, state) };
  const own = readOwnMocks(reader, place, state);
  const expect = reader.member(place, 'expect');
  if (expect === undefined) reader.say(place, `The test "${name}" expects nothing. Give it "expect", such as {"status": "SUCCEEDED"}.`);
  return {
    name,
    offset: (named ?? place).node.offset,
    ...(state === undefined ? {} : { state }),
    input: reader.json(place, 'input') ?? {},
    // Absent ones are left out.
    ...(Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)) as { readonly [K in keyof typeof rest]?: NonNullable<(typeof rest)[K]> }),
    mocks: { ...shared, ...own },
    ownMocks: Object.keys(own),
    expect: expect === undefined ? { conditions: [] } : readExpectation(reader, expect, state === undefined ? 'run' : 'state'),
  };
}

function readOwnMocks(reader: SuiteReader, place: Place, state: string | undefined): Mocks {
  const many = reader.member(place, 'mocks');
  const one = reader.member(place, 'mock');
  const mocks = many === undefined ? {} : readMocks(reader, many);
  if (one === undefined) return mocks;
  if (state === undefined) {
    reader.say(one, '"mock" belongs to the test of a state. For a run write "mocks": {"State name": {"result": …}}.');
    return mocks;
  }
  if (Object.hasOwn(mocks, state)) reader.say(one, `"mocks" has a mock of "${state}" too. Keep one of them.`);
  const own = readStateMocks(reader, one, state);
  return own === undefined ? mocks : { ...mocks, [state]: own };
}

function readNow(reader: SuiteReader, place: Place): string | undefined {
  const now = reader.text(place, 'now');
  if (now === undefined || !Number.isNaN(Date.parse(now))) return now;
  return reader.say(reader.member(place, 'now') ?? place, '"now" must be a time such as "2026-01-01T00:00:00Z".');
}

function readSkip(reader: SuiteReader, place: Place): string | undefined {
  const skip = reader.member(place, 'skip');
  if (skip === undefined || (skip.node.kind === 'literal' && skip.node.value === false)) return undefined;
  if (skip.node.kind === 'string' && skip.node.value !== '') return skip.node.value;
  return reader.say(skip, '"skip" must say why the test is left out, as a text.');
}

function readConfiguration(reader: SuiteReader, place: Place, state: string | undefined): StateConfiguration | undefined {
  const found = reader.member(place, 'stateConfiguration');
  if (found === undefined) return undefined;
  if (state === undefined) return reader.say(found, '"stateConfiguration" belongs to the test of a state. Give the test a "state".');
  if (!reader.object(found, '"stateConfiguration"', ['retrierRetryCount', 'errorCausedByState', 'mapIterationFailureCount', 'mapItemReaderData'])) return undefined;
  const data = reader.json(found, 'mapItemReaderData');
  const counts = Object.fromEntries((['retrierRetryCount', 'mapIterationFailureCount'] as const).flatMap((key) => {
    const value = reader.json(found, key);
    if (value === undefined) return [];
    if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return [[key, value]];
    reader.say(reader.member(found, key) ?? found, `"${key}" must be a whole number, 0 or more.`);
    return [];
  }));
  const errorCausedByState = reader.text(found, 'errorCausedByState');
  return {
    ...counts,
    ...(errorCausedByState === undefined ? {} : { errorCausedByState }),
    ...(data === undefined ? {} : { mapItemReaderData: typeof data === 'string' ? data : JSON.stringify(data) }),
  };
}

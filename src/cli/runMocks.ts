import { parse } from '../asl/parse.ts';
import type { TaskCall } from '../interpreter/environment.ts';
import type { RunReply } from '../interpreter/run/runTypes.ts';
import type { Json } from '../lib/Json.ts';
import { err, ok, type Result } from '../lib/Result.ts';
import { isMockConfig, readMockConfig } from '../suite/mockConfig.ts';
import { readMocks } from '../suite/readMocks.ts';
import { listed, SuiteReader } from '../suite/SuiteReader.ts';
import type { Mocks } from '../suite/suiteTypes.ts';

/** What `run --mocks FILE` may hold: mocks as in a tests file (docs/tests.md), or a MockConfigFile.json with `--case NAME`. */
export function readRunMocks(value: Json, text: string, wanted: string | undefined): Result<Mocks, string> {
  if (isMockConfig(value)) return fromMockConfig(value, wanted);
  const tree = parse(text, 'json');
  const reader = new SuiteReader(text);
  const mocks = tree.root === null ? {} : readMocks(reader, reader.root(tree.root));
  const [problem] = reader.problems;
  return problem === undefined ? ok(mocks) : err(`${problem.line}:${problem.column}: ${problem.message}`);
}

/** `CASE`, or `MACHINE#CASE` as Step Functions Local writes it. */
function fromMockConfig(value: Json, wanted: string | undefined): Result<Mocks, string> {
  const cases = readMockConfig(value);
  if (!cases.ok) return cases;
  const fitting = cases.value.filter(({ machine, name }) => wanted === undefined || wanted === name || wanted === `${machine}#${name}`);
  const [only] = fitting;
  if (only !== undefined && fitting.length === 1) return ok(only.mocks);
  const names = cases.value.map(({ machine, name }) => `${machine}#${name}`);
  if (names.length === 0) return err('it is a MockConfigFile.json without test cases. Add one below "StateMachines".');
  return err(`${wanted === undefined ? 'it is a MockConfigFile.json with several test cases' : `no single test case is called "${wanted}"`}. Say which: --case ${listed(names)}.`);
}

export const runNeedsMock = ({ stateName, resource }: TaskCall): RunReply => ({
  kind: 'not-performed',
  reason: { kind: 'needs-mock', message: `${JSON.stringify(stateName)} calls ${resource}, and "run" uses no network. Give it a mock: --mocks FILE with {${JSON.stringify(stateName)}: {"result": …}}.` },
});

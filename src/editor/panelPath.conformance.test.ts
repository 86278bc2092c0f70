import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../asl/json/parseJson.ts';
import type { StateId } from '../asl/names.ts';
import { isStateType } from '../asl/fields.ts';
import { findState } from '../asl/states.ts';
import { readerOnDisk } from '../catalog/testing/catalogOnDisk.ts';
import { casePorts } from '../interpreter/conformance/casePorts.ts';
import type { ConformanceCase } from '../interpreter/conformance/ConformanceCase.ts';
import { testState } from '../interpreter/testState.ts';
import type { InspectionLevel, TestStateRequest } from '../interpreter/testStateApi.ts';
import { isJsonObject, type Json, type JsonObject } from '../lib/Json.ts';
import { emptySidecar, type Sidecar } from './sidecar.ts';
import { testRequestFor } from './testRequest.ts';

const DIRECTORY = path.resolve(process.env['ASL_CASES'] ?? '../shared/conformance');
const FOUND = existsSync(path.join(DIRECTORY, 'compare.rules.mjs'));
/** A test of a bare state calls it so. */
const NAME = 'StateName';

interface Verdict {
  readonly level: string;
  readonly differences: readonly unknown[];
}

const recordedCases = (): readonly ConformanceCase[] =>
  readdirSync(DIRECTORY).filter((name) => name.endsWith('.json') && name !== 'manifest.json').flatMap((name) => JSON.parse(readFileSync(path.join(DIRECTORY, name), 'utf8')) as ConformanceCase[]);

const textOf = (value: Json | undefined, text: Json | undefined): string | undefined => (typeof text === 'string' ? text : value === undefined ? undefined : JSON.stringify(value));

/** The case as a person would have it in the studio: a workflow, and beside it what was typed into the panel. Null: the panel cannot hold it. */
function inPanel({ request }: ConformanceCase): TestStateRequest | null {
  const { definition, stateName, mock, stateConfiguration } = request;
  if (!isJsonObject(definition)) return null;
  const name = typeof stateName === 'string' ? stateName : NAME;
  const written = textOf(definition, request['definitionText']) ?? '';
  const tree = parseJson('States' in definition ? written : `{"StartAt":"${NAME}","States":{"${NAME}":${written}}}`);
  const entry = findState(tree, name as StateId);
  if (!entry) return null;
  const texts = (field: string): { readonly [state: string]: string } => {
    const text = textOf(request[field], request[`${field}Text`]);
    return text === undefined ? {} : { [name]: text };
  };
  const sidecar: Sidecar = {
    ...emptySidecar,
    inputs: texts('input'), variables: texts('variables'), contexts: texts('context'),
    ...(isJsonObject(mock) ? { mocks: { [name]: { enabled: true, mock } } } : {}),
    ...(isJsonObject(stateConfiguration) ? { conditions: { [name]: stateConfiguration } } : {}),
    inspectionLevels: { [name]: (request['inspectionLevel'] ?? 'INFO') as InspectionLevel },
  };
  // A task that nobody mocked takes a sample in the panel; and the panel cuts the state out, so a machine around it is not told of.
  if ((entry.type === 'Task' && mock === undefined) || (stateName !== undefined && !isStateType(entry.type))) return null;
  const made = testRequestFor(tree, entry, sidecar);
  return made.ok ? { ...made.value, ...rest(request) } : null;
}

/** What comes from elsewhere: the role from the settings, `revealSecrets` from the moment. */
const rest = ({ roleArn, revealSecrets }: JsonObject): Partial<TestStateRequest> => ({
  ...(typeof roleArn === 'string' ? { roleArn } : {}),
  ...(typeof revealSecrets === 'boolean' ? { revealSecrets } : {}),
});

const title = FOUND ? 'recorded TestState answers by way of the panel' : 'recorded TestState answers by way of the panel: skipped, no recordings beside the checkout';

describe.skipIf(!FOUND)(title, () => {
  it('are what AWS answered', async () => {
    const { judge } = (await import(/* @vite-ignore */ pathToFileURL(path.join(DIRECTORY, 'compare.rules.mjs')).href)) as { judge: (recorded: ConformanceCase, answer: unknown) => Verdict };
    const failed: string[] = [];
    let passed = 0;
    let not = 0;
    for (const recorded of recordedCases().filter((one) => one.kind === 'testState' && one.skip === undefined)) {
      const request = inPanel(recorded);
      if (request === null) { not++; continue; }
      const outcome = await testState(request, { ports: casePorts(recorded), dialect: 'aws', region: 'us-east-1', accountId: '111111111111', responseShape: readerOnDisk.responseShape });
      const answer = outcome.kind === 'answered' ? outcome.response : outcome.kind === 'refused' ? { Error: { Code: outcome.exception.name, Message: outcome.exception.message } } : outcome;
      const { level, differences } = judge(recorded, JSON.parse(JSON.stringify(answer)));
      if (level === 'exact') passed++;
      else failed.push(`${recorded.id} ${level}: ${JSON.stringify(differences[0])?.slice(0, 300)}`);
    }
    console.log({ passed, leftOut: not });
    expect({ failed, most: passed > 10 * not }).toEqual({ failed: [], most: true });
  });
});

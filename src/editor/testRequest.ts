import { memberOf, stringOf } from '../asl/pointer.ts';
import { referencesFrom } from '../asl/references.ts';
import { exportJson } from '../asl/exportText.ts';
import { jsonSourceOf, jsonTextOf } from '../asl/jsonText.ts';
import { substitute } from '../asl/substitute.ts';
import type { Tree } from '../asl/tree.ts';
import type { StateName } from '../asl/names.ts';
import type { StateEntry } from '../asl/states.ts';
import { err, ok, type Result } from '../lib/Result.ts';
import type { Mock, StateConfiguration, TestStateRequest } from '../interpreter/testStateApi.ts';
import { apiMock, mockForAttempt } from './mockAttempts.ts';
import { sampleMock } from './sampleMock.ts';
import type { Sidecar } from './sidecar.ts';
import { holdsStates, isHttpTask, readsItems, takesMock } from './testability.ts';

/** What a state's test starts from when nothing was typed yet. */
export const DEFAULT_INPUT = '{}';

/** Own entries only: a state may be called `constructor`. */
export const kept = <T>(table: { readonly [state: StateName]: T }, state: StateName): T | undefined =>
  Object.hasOwn(table, state) ? table[state] : undefined;

/**
 * The TestState request for one state, cut out of the document: its text as written, so that numbers keep their spelling.
 * The machine's query language is written into it, since a bare state has no machine around it.
 */
export function testRequestFor(document: Pick<Tree, 'format' | 'text'>, entry: StateEntry, sidecar: Sidecar): Result<TestStateRequest, string> {
  const { node, name } = entry;
  if (node.kind !== 'object') return err(`${name} is not an object yet. Give it a Type before you test it.`);
  const filledIn = Object.keys(sidecar.substitutions).length > 0;
  const written = exportJson(filledIn ? jsonTextOf(substitute(node, sidecar.substitutions)) : jsonSourceOf(document, node));
  if (!written.ok) return err(written.error.message);
  const mock = mockFor(entry, sidecar);
  const stateConfiguration = configurationFor(entry, sidecar, mock);
  const variables = kept(sidecar.variables, name)?.trim();
  const context = kept(sidecar.contexts, name)?.trim();
  return ok({
    ...definitionOf(written.value.text, entry),
    input: kept(sidecar.inputs, name) ?? DEFAULT_INPUT,
    inspectionLevel: kept(sidecar.inspectionLevels, name) ?? 'TRACE',
    ...(variables ? { variables } : {}),
    ...(context ? { context } : {}),
    ...(mock ? { mock } : {}),
    ...(Object.keys(stateConfiguration).length > 0 ? { stateConfiguration } : {}),
  });
}

/** Of the conditions, those that the API takes for this kind of state and mock: what is set for another kind waits until it counts again. */
function configurationFor(entry: StateEntry, sidecar: Sidecar, mock: Mock | undefined): StateConfiguration {
  const { retrierRetryCount, errorCausedByState, mapIterationFailureCount, mapItemReaderData } = kept(sidecar.conditions, entry.name) ?? {};
  return {
    ...(takesMock(entry) && retrierRetryCount ? { retrierRetryCount } : {}),
    ...(holdsStates(entry) && mock?.errorOutput && errorCausedByState ? { errorCausedByState } : {}),
    ...(entry.type === 'Map' && mock && mapIterationFailureCount ? { mapIterationFailureCount } : {}),
    ...(readsItems(entry) && mapItemReaderData?.trim() ? { mapItemReaderData } : {}),
  };
}

/** A task that cannot be called from here takes the sample that its panel shows, until a person writes another answer. */
function mockFor(entry: StateEntry, sidecar: Sidecar): Mock | undefined {
  const own = kept(sidecar.mocks, entry.name);
  if (own) return own.enabled ? apiMock(mockForAttempt(own, kept(sidecar.conditions, entry.name)?.retrierRetryCount ?? 0), entry) : undefined;
  return entry.type === 'Task' && !isHttpTask(entry) ? sampleMock(entry) : undefined;
}

/**
 * A bare state has no machine around it to say its language. States inside a Map or Parallel take theirs from the machine, not from
 * the state they stand in, so in a JSONata machine those two go with one: of themselves, and of ends in place of what they lead to.
 */
function definitionOf(text: string, entry: StateEntry): Pick<TestStateRequest, 'definition' | 'stateName'> {
  if (entry.language !== 'JSONata') return { definition: text };
  const own = memberOf(entry.node, 'QueryLanguage') !== undefined;
  if (!holdsStates(entry) || (own && machineOf(entry) !== 'JSONata')) return { definition: own ? text : text.replace('{', '{"QueryLanguage":"JSONata",') };
  const targets = new Set(referencesFrom(entry).map(({ node }) => node.value).filter((name) => name !== entry.name));
  const ends = [...targets].map((name) => `,${JSON.stringify(name)}:{"Type":"Succeed"}`).join('');
  const name = JSON.stringify(entry.name);
  return { definition: `{"QueryLanguage":"JSONata","StartAt":${name},"States":{${name}:${text}${ends}}}`, stateName: entry.name };
}

/** What the machine that the state stands in says; absent: JSONPath. */
export const machineOf = ({ scope }: StateEntry): string | undefined => (scope.parent === undefined ? stringOf(scope.node, 'QueryLanguage') : machineOf(scope.parent));

import type { Shape } from '../catalog/Shape.ts';
import type { StateEntry } from '../asl/states.ts';
import { itemsOf, memberOf } from '../asl/pointer.ts';
import { isCheckedByAws } from '../interpreter/mocks/isCheckedByAws.ts';
import { resultProblem, type MockedState } from '../interpreter/test-state/mockProblem.ts';
import type { Mock } from '../interpreter/testStateApi.ts';
import type { Json } from '../lib/Json.ts';
import { resourceOf } from './testability.ts';

/** What AWS would say of this mock before it evaluates the state; null: nothing. Text that is no JSON is left to the field it stands in. */
export function mockProblem(entry: StateEntry, { result, errorOutput, fieldValidationMode }: Mock, shape: Shape | null | undefined): string | null {
  if (errorOutput) return errorOutput.error ? null : 'An error was not specified in the mocked error output.';
  if (result === undefined) return null;
  const value = readJson(result);
  return value === undefined ? null : resultProblem(mockedState(entry), value, fieldValidationMode, shape ?? undefined);
}

/** The `Resource` whose response AWS checks a mock against; null where it checks none. */
export function checkedResource(entry: StateEntry): string | null {
  const resource = entry.type === 'Task' ? resourceOf(entry) : undefined;
  return resource !== undefined && isCheckedByAws(resource) ? resource : null;
}

function mockedState(entry: StateEntry): MockedState {
  const member = (name: string) => (entry.node.kind === 'object' ? memberOf(entry.node, name)?.value : undefined);
  if (entry.type === 'Map') return { Type: 'Map', ...(member('ResultWriter') ? { ResultWriter: true } : {}) };
  if (entry.type === 'Parallel') return { Type: 'Parallel', Branches: itemsOf(member('Branches')) };
  return { Type: 'Task' };
}

function readJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json; // JSON.parse answers Json.
  } catch {
    return undefined;
  }
}

import type { Shape } from '../../catalog/Shape.ts';
import { isJsonArray, isJsonObject, type Json } from '../../lib/Json.ts';
import { shapeProblem } from '../mocks/shapeProblem.ts';
import type { State } from '../states/definition.ts';
import type { Mock, StateConfiguration, TestStateRequest } from '../testStateApi.ts';
import { COUNT_NEEDS_MOCK, READER_DATA_MISSING, REVEAL_WITH_MOCK } from './awsWords.ts';

/** Checks of the mock that come before the state is evaluated. All texts: test-state.md sections 6, 7 and 10. */
export function requestMockProblem(request: TestStateRequest, state: State): string | null {
  const { mock, stateConfiguration: configuration } = request;
  if (!mock) return configurationProblem(configuration, state, false);
  if (mock.result !== undefined && mock.errorOutput !== undefined) {
    return 'A test mock should have only one of the following fields: [result, errorOutput].';
  }
  if (mock.result === undefined && mock.errorOutput === undefined) {
    return 'One of the following fields is required for a test mock: [result, errorOutput].';
  }
  if (mock.errorOutput && !mock.errorOutput.error) return 'An error was not specified in the mocked error output.';
  if (!['Task', 'Map', 'Parallel'].includes(state.Type)) return `State type '${state.Type}' is not supported when a mock is specified`;
  if (request.revealSecrets === true) return REVEAL_WITH_MOCK;
  return configurationProblem(configuration, state, true);
}

function configurationProblem(configuration: StateConfiguration | undefined, state: State, mocked: boolean): string | null {
  if (configuration?.mapIterationFailureCount !== undefined) {
    if (!mocked) return COUNT_NEEDS_MOCK;
    if (state.Type !== 'Map') return 'MapIterationFailureCount is only supported when testing a Map state.';
  }
  if (mocked && state.Type === 'Map' && state.ItemReader && configuration?.mapItemReaderData === undefined) {
    return READER_DATA_MISSING;
  }
  return null;
}

/** What a mock is looked at with, of a state that may not be proved. */
export type MockedState = { readonly Type: Exclude<State['Type'], 'Map' | 'Parallel'> } | { readonly Type: 'Map'; readonly ResultWriter?: unknown } | { readonly Type: 'Parallel'; readonly Branches: readonly unknown[] };

/** The mocked result against what the state's kind of work can give. */
export function resultProblem(state: MockedState, value: Json, mode: Mock['fieldValidationMode'], shape: Shape | undefined): string | null {
  if (state.Type === 'Task') return value === null ? 'Mocked result must be a valid JSON object.' : fieldProblem(shape, value, mode);
  if (state.Type === 'Map' && state.ResultWriter) return isJsonObject(value) ? null : 'Mocked result must be a JSON object.';
  if (!isJsonArray(value)) return 'Mocked result must be an array.';
  if (state.Type === 'Parallel' && value.length !== state.Branches.length) {
    return 'Mocked result must contain the same number of items as number of Parallel branches.';
  }
  return null;
}

function fieldProblem(shape: Shape | undefined, value: Json, mode: Mock['fieldValidationMode'] = 'STRICT'): string | null {
  const problem = shape && mode !== 'NONE' && shapeProblem(shape, value, mode === 'STRICT');
  return problem ? `Mock result schema validation error: ${problem}` : null;
}

import type { Sources } from '../../expr/PathScope.ts';
import type { Json, JsonObject } from '../../lib/Json.ts';
import type { State } from '../states/definition.ts';
import { defaultContext } from '../test-state/contextObject.ts';
import { pickState } from '../test-state/pickState.ts';
import type { TestStateRequest } from '../testStateApi.ts';

const BARE: State = { Type: 'Succeed' };

/** The context object as a test of this state has it; with `item`, as one iteration of its Map has it. */
export function typedContext(request: TestStateRequest, name: string, input: Json, region: string, sources: Sources, item?: Json): JsonObject {
  const picked = pickState(request, 'studio');
  const context = defaultContext(picked.ok ? picked.value.state : BARE, input, undefined, { ports: sources, region });
  const state = context['State'] as JsonObject; // written just above
  return { ...context, State: { ...state, Name: name }, ...(item === undefined ? {} : { Map: { Item: { Index: 0, Value: item } } }) };
}

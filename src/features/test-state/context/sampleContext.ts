import type { StateEntry } from '../../../asl/states.ts';
import { resourceOf } from '../../../editor/testability.ts';
import { defaultContext } from '../../../interpreter/test-state/contextObject.ts';
import type { Json, JsonObject } from '../../../lib/Json.ts';

/** What the engine would make up, with the state's own name; inside a Map with the item, which the input is taken for. */
export function sampleContext(entry: StateEntry, inputText: string, region: string): string {
  const resource = resourceOf(entry);
  const input = readInput(inputText);
  const state = { Type: entry.type ?? '', ...(resource === undefined ? {} : { Resource: resource }) };
  const made = defaultContext(state, input, undefined, { region, ports: { now: () => Date.now(), id: () => crypto.randomUUID() } });
  const named: JsonObject = { ...made, State: { ...(made['State'] as JsonObject), Name: entry.name } };
  return JSON.stringify(isInMap(entry) ? { ...named, Map: { Item: { Index: 0, Value: input } } } : named, null, 2);
}

const isInMap = ({ scope }: StateEntry): boolean => scope.kind === 'processor' || (scope.parent !== undefined && isInMap(scope.parent));

function readInput(text: string): Json {
  try {
    return JSON.parse(text) as Json; // JSON.parse answers Json.
  } catch {
    return {};
  }
}

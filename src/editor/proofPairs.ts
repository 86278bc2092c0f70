import { machineLanguage, type StateEntry } from '../asl/states.ts';
import type { Tree } from '../asl/tree.ts';
import { catchableErrors, proofRequest, type ProofPair } from '../interpreter/conversionProof.ts';
import { isJsonObject, type Json } from '../lib/Json.ts';
import { madeUpData, type MadeUpData } from '../refactor/jsonata/madeUpData.ts';
import type { Sidecar } from './sidecar.ts';
import { kept } from './testRequest.ts';

export interface Side {
  readonly tree: Tree;
  readonly entry: StateEntry;
}

/** With the input, variables and mock that the person keeps for the state, if there are any; else with data made up for its paths. */
export function proofPairs(before: Side, after: Side, sidecar: Sidecar): { readonly own: boolean; readonly pairs: readonly ProofPair[] } {
  const { node } = before.entry;
  if (node.kind !== 'object') return { own: false, pairs: [] };
  const made = [madeUpData(node, 'text'), madeUpData(node, 7)];
  const own = ownData(before.entry, sidecar, made[0] as MadeUpData);
  const pairOf = (data: MadeUpData, error?: string): ProofPair => ({
    type: before.entry.type,
    before: proofRequest(before.entry, machineLanguage(before.tree), data, error),
    after: proofRequest(after.entry, machineLanguage(after.tree), data, error),
    ...(error === undefined ? {} : { error }),
  });
  const sets = own ? [own] : made;
  return { own: own !== null, pairs: sets.flatMap((data) => [pairOf(data), ...catchableErrors(before.entry).map((error) => pairOf(data, error))]) };
}

function ownData({ name }: StateEntry, sidecar: Sidecar, made: MadeUpData): MadeUpData | null {
  const input = parsed(kept(sidecar.inputs, name));
  if (input === undefined) return null;
  const variables = parsed(kept(sidecar.variables, name));
  const mocked = parsed(kept(sidecar.mocks, name)?.mock.result);
  return { ...made, input, ...(isJsonObject(variables) ? { variables } : {}), ...(mocked === undefined ? {} : { result: mocked }) };
}

function parsed(text: string | undefined): Json | undefined {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined; // still being typed
  }
}

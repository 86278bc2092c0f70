import type { StateId } from '../asl/names.ts';
import type { StateEntry } from '../asl/states.ts';
import type { EditorState } from './EditorState.ts';
import { selectEntry } from './selectors/document.ts';
import { testedState } from './testedState.ts';
import { kept } from './testRequest.ts';

/** What a run came from: another fingerprint later means that its result is stale. */
export function fingerprintOf(s: EditorState, state: StateId): string {
  const entry = selectEntry(state)(s);
  if (!entry) return '';
  const { node, name, language } = entry;
  const { inputs, variables, contexts, mocks, conditions, definitions, inspectionLevels, hostMappings, substitutions } = s.sidecar;
  const tested = testedState(s.goodTree, entry, s.sidecar);
  return JSON.stringify([
    s.goodTree.text.slice(node.offset, node.offset + node.length), language, kept(inputs, name) ?? null, kept(variables, name) ?? null,
    kept(contexts, name) ?? null, kept(mocks, name) ?? null, insideMocks(s, tested.ok ? tested.value.entry : entry), kept(conditions, name) ?? null, kept(definitions, name)?.text ?? null, kept(inspectionLevels, name) ?? null, hostMappings, substitutions, s.connections, s.settings.region, s.settings.workflows[s.draftId] ?? null,
  ]);
}

/** What the parts of a fingerprint are called, in their order. */
const PARTS = [
  'state', 'query language', 'input', 'variables', 'context', 'mock', 'mocks inside', 'conditions', 'edited definition', 'inspection level', 'host mapping', 'substitutions', 'connections', 'region', 'workflow settings',
] as const;

/** Words for what is different between two fingerprints of a state: `the input and the mock`. Empty: nothing is. */
export function changedSince(before: string, now: string): string {
  if (before === now) return '';
  const [old, fresh] = [partsOf(before), partsOf(now)];
  if (old === null || fresh === null) return 'the state';
  const changed = PARTS.filter((_, at) => JSON.stringify(old[at]) !== JSON.stringify(fresh[at])).map((part) => `the ${part}`);
  return changed.length < 2 ? (changed[0] ?? 'the state') : `${changed.slice(0, -1).join(', ')} and ${changed.at(-1)}`;
}

/** Null: the state was not there. */
function partsOf(fingerprint: string): readonly unknown[] | null {
  if (fingerprint === '') return null;
  const parts: unknown = JSON.parse(fingerprint); // written above
  return Array.isArray(parts) ? parts : null;
}

/** The inside of a Map or Parallel answers with the mocks of its own states. */
const insideMocks = (s: EditorState, entry: StateEntry): readonly unknown[] =>
  entry.inner.flatMap(({ children }) => children.flatMap((child) => [kept(s.sidecar.mocks, child.name) ?? null, ...insideMocks(s, child)]));

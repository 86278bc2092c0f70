import type { StateId } from '../../asl/names.ts';
import type { StateEntry } from '../../asl/states.ts';
import { collapse } from '../../graph/collapse.ts';
import type { Graph } from '../../graph/types.ts';
import type { EditorState } from '../EditorState.ts';
import { selectGraph } from './graph.ts';

/** Map and Parallel states that hold this one, the outermost first. */
export function containersAround(entry: StateEntry): readonly StateEntry[] {
  const outer: StateEntry[] = [];
  for (let at = entry.scope.parent; at; at = at.scope.parent) outer.unshift(at);
  return outer;
}

export const selectIsFolded =
  (state: StateId) =>
  (s: EditorState): boolean =>
    Object.hasOwn(s.sidecar.folded, state);

interface Made {
  readonly folded: EditorState['sidecar']['folded'];
  readonly inside: StateId | null;
  readonly shown: Graph;
}
const made = new WeakMap<Graph, Made>();

/** The graph as the canvas draws it: closed containers as one card, or the inside of one container alone. */
export function selectShownGraph(s: EditorState): Graph {
  const graph = selectGraph(s);
  const { folded } = s.sidecar;
  const known = made.get(graph);
  if (known && known.folded === folded && known.inside === s.inside) return known.shown;
  // Ids of states are the keys, see `readingSlice`.
  const shown = collapse(graph, { folded: new Set(Object.keys(folded) as StateId[]), inside: s.inside });
  made.set(graph, { folded, inside: s.inside, shown });
  return shown;
}

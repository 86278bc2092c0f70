import type { Graph } from '../../graph/types.ts';
import { isolated } from '../../lib/isolated.ts';
import type { Place } from './canvasUi.ts';

/** What will happen at a place, for the note at the pointer. */
export function placeWords(place: Place, graph: Graph): string {
  switch (place.kind) {
    case 'edge':
      return edgeWords(place.edge, graph);
    case 'after':
      return `After ${nameOf(place.state, graph)}, at the end`;
    case 'state':
      return `After, before or instead of ${isolated(place.name)}`;
    case 'into':
      return scopeWords(place, graph);
    case 'target':
      return '';
    case 'canvas':
      return 'On its own, not connected yet';
  }
}

const nameOf = (state: string, graph: Graph): string => isolated(graph.nodes.find((node) => node.data.stateId === state)?.data.name ?? state);

function edgeWords(id: string, graph: Graph): string {
  const edge = graph.edges.find((one) => one.id === id);
  const name = (node: string | undefined): string => isolated(graph.nodes.find((one) => one.id === node)?.data.name ?? '');
  if (!edge) return '';
  if (edge.kind === 'start') return `At the start, before ${name(edge.target)}`;
  const between = `between ${name(edge.source)} and ${name(edge.target)}`;
  const kinds: { readonly [kind: string]: string } = { choice: 'On the rule, ', default: 'On the Default, ', catch: 'On the catcher, ' };
  const kind = kinds[edge.kind];
  return kind === undefined ? `B${between.slice(1)}` : kind + between;
}

function scopeWords({ scope, node }: Extract<Place, { kind: 'into' }>, graph: Graph): string {
  const container = isolated(graph.nodes.find((one) => one.id === node)?.data.name ?? '');
  const empty = graph.nodes.some((one) => one.data.kind === 'start' && one.data.pointer === scope && one.data.empty);
  const branch = /\/Branches\/(\d+)$/.exec(scope);
  const where = branch ? `branch ${Number(branch[1]) + 1} of ${container}` : container;
  return empty ? `First in ${where}` : `At the end of ${where}`;
}

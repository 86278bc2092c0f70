import { describe, expect, it } from 'vitest';
import type { StateId } from '../asl/names.ts';
import { parse } from '../asl/parse.ts';
import type { Json } from '../lib/Json.ts';
import { collapse } from './collapse.ts';
import { layoutRoots } from './layoutRoots.ts';
import { project } from './project.ts';
import type { Graph } from './types.ts';

const pass = (next?: string): Json => ({ Type: 'Pass', ...(next === undefined ? { End: true } : { Next: next }) });
const only = (name: string): Json => ({ StartAt: name, States: { [name]: pass() } });
const machine: Json = {
  StartAt: 'A',
  States: {
    A: pass('Both'),
    Both: { Type: 'Parallel', Branches: [only('Left'), { StartAt: 'Each', States: { Each: { Type: 'Map', ItemProcessor: only('Item'), Next: 'Last' }, Last: pass() } }], Next: 'Z' },
    Z: pass(),
  },
};
const graph = project(parse(JSON.stringify(machine), 'json'));
const shown = (folded: readonly string[], inside: string | null = null): Graph => collapse(graph, { folded: new Set(folded as StateId[]), inside: inside as StateId | null });
const names = (of: Graph): string[] => of.nodes.flatMap((node) => (node.data.stateId === undefined ? [] : [node.data.name]));

describe('collapse', () => {
  it('answers the graph itself where nothing is closed', () => {
    expect(shown([])).toBe(graph);
    expect(shown(['A', 'Nobody'], 'Nobody')).toBe(graph);
  });

  it('draws a closed container as one card that tells how many states it holds, at any depth', () => {
    const closed = shown(['Both']);
    expect(names(closed)).toEqual(['A', 'Both', 'Z']);
    const both = closed.nodes.find((node) => node.data.name === 'Both');
    expect(both?.data).toMatchObject({ kind: 'state', type: 'Parallel', folded: 4 });
    expect(closed.edges.map((edge) => [edge.source, edge.target])).toEqual(graph.edges.filter((edge) => !edge.source.includes('/Branches/')).map((edge) => [edge.source, edge.target]));
  });

  it('closes an inner container and leaves the outer one open', () => {
    expect(names(shown(['Each']))).toEqual(['A', 'Both', 'Z', 'Left', 'Each', 'Last']);
  });

  it('keeps the objects of what does not change, and makes the same ones again (G1)', () => {
    const [one, other] = [shown(['Both']), shown(['Both', 'A'])];
    for (const node of one.nodes) expect(other.nodes).toContain(node);
    expect(one.nodes[1]).toBe(graph.nodes[1]);
  });

  it('shows only the inside of a container, with its own beginnings and ends', () => {
    const inner = shown([], 'Both');
    expect(names(inner)).toEqual(['Left', 'Each', 'Last', 'Item']);
    const roots = inner.nodes.filter((node) => node.parent === undefined);
    expect(roots.map((node) => node.data.kind)).toEqual(['start', 'state', 'end', 'start', 'container', 'state', 'end']);
    expect(inner.edges.filter((edge) => edge.kind === 'end').map((edge) => edge.source)).toEqual(['/States/Both/Branches/0/States/Left', '/States/Both/Branches/1/States/Last']);
    expect(names(shown(['Each'], 'Both'))).toEqual(['Left', 'Each', 'Last']);
    expect(names(shown([], 'Each'))).toEqual(['Item']);
  });

  it('sends edges of what is hidden to the container that hides it', () => {
    const [left, z] = ['/States/Both/Branches/0/States/Left', '/States/Z'];
    const stray: Graph = { nodes: graph.nodes, edges: [...graph.edges, { id: 'stray', source: left, target: z, kind: 'next' }] };
    const closed = collapse(stray, { folded: new Set(['Both' as StateId]), inside: null });
    expect(closed.edges.find((edge) => edge.id === 'stray')).toMatchObject({ source: '/States/Both', target: z });
  });
});

describe('layoutRoots', () => {
  it('places every node of every view without overlap of what stands side by side', () => {
    for (const view of [shown([]), shown(['Both']), shown([], 'Both'), shown(['Each'], 'Both'), shown([], 'Each')]) {
      const laid = layoutRoots(view);
      expect(laid.nodes.map((node) => node.id).toSorted()).toEqual(view.nodes.map((node) => node.id).toSorted());
      expect(laid.edges.map((edge) => edge.id).toSorted()).toEqual(view.edges.map((edge) => edge.id).toSorted());
      const tops = laid.nodes.filter((node) => node.parent === undefined);
      for (const a of tops) {
        for (const b of tops) if (a !== b) expect(a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y, `${a.id} ${b.id}`).toBe(true);
      }
    }
  });
});

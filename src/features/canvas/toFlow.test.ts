import { describe, expect, it } from 'vitest';
import { parse } from '../../asl/parse.ts';
import type { Json } from '../../lib/Json.ts';
import { layout } from '../../graph/layout.ts';
import { project } from '../../graph/project.ts';
import type { Flow } from './flowTypes.ts';
import { toFlow } from './toFlow.ts';

const machine = (comment: string, wait: number): Json => ({
  Comment: comment,
  StartAt: 'A',
  States: { A: { Type: 'Wait', Seconds: wait, Next: 'M' }, M: { Type: 'Map', ItemProcessor: { StartAt: 'I', States: { I: { Type: 'Pass', End: true } } }, End: true } },
});
const flowOf = (doc: Json, previous?: Flow): Flow => {
  const graph = project(parse(JSON.stringify(doc), 'json'));
  return toFlow(graph, layout(graph), previous);
};

describe('toFlow', () => {
  it('keeps every object that did not change', () => {
    const before = flowOf(machine('', 1));
    const same = flowOf(machine('', 1), before);
    // The data is compared by identity: `project` shares it. Edges are compared by value.
    expect(same.edges.every((edge, i) => edge === before.edges[i])).toBe(true);
  });

  it('gives sizes and handles, so that nothing needs measuring', () => {
    for (const node of flowOf(machine('', 1)).nodes) {
      expect(node.measured).toEqual({ width: node.width, height: node.height });
      expect(node.handles?.map((handle) => handle.type)).toEqual(['target', 'source']);
    }
  });

  it('lays edges of a container over it and under its cards', () => {
    const { nodes, edges } = flowOf(machine('', 1));
    const z = (id: string): number => nodes.find((node) => node.id === id)?.zIndex ?? -1;
    const inner = edges.find((edge) => edge.target.endsWith('/I'))?.zIndex ?? -1;
    expect(inner).toBeGreaterThan(z('/States/M'));
    expect(inner).toBeLessThan(z('/States/M/ItemProcessor/States/I'));
  });

  it('leaves out what the layout does not know yet', () => {
    const small = project(parse(JSON.stringify({ StartAt: 'A', States: { A: { Type: 'Pass' } } }), 'json'));
    const big = project(parse(JSON.stringify(machine('', 1)), 'json'));
    const flow = toFlow(big, layout(small));
    expect(flow.nodes.map((node) => node.id)).toEqual(['#start', '/States/A']);
    expect(flow.edges.map((edge) => edge.id)).toEqual(['/StartAt']);
  });
});

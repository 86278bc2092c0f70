import { describe, expect, it } from 'vitest';
import { parse } from '../../asl/parse.ts';
import type { Json } from '../../lib/Json.ts';
import { layout } from '../../graph/layout.ts';
import { project } from '../../graph/project.ts';
import { neighbour } from './neighbour.ts';
import { placeAt } from './places.ts';
import type { StateId } from '../../asl/names.ts';

const machine: Json = {
  StartAt: 'A',
  States: {
    A: { Type: 'Choice', Choices: [{ Condition: '{% $x %}', Next: 'P' }], Default: 'C' },
    P: { Type: 'Parallel', Branches: [{ StartAt: 'X', States: { X: { Type: 'Pass', End: true } } }, { StartAt: 'Q', States: {} }], Next: 'D' },
    C: { Type: 'Pass', Next: 'D' },
    D: { Type: 'Pass', End: true },
  },
};
const graph = project(parse(JSON.stringify(machine), 'json'));
const laid = layout(graph);
const node = (id: string) => {
  const found = laid.nodes.find((one) => one.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};

describe('placeAt', () => {
  const middleOf = (id: string) => {
    const points = laid.edges.find((edge) => edge.id === id)?.points ?? [];
    const [a, b] = [points.at(-2), points.at(-1)];
    return { x: ((a?.x ?? 0) + (b?.x ?? 0)) / 2 + 4, y: ((a?.y ?? 0) + (b?.y ?? 0)) / 2 };
  };
  it.each([
    ['on the way from the start', '/StartAt', { kind: 'edge', edge: '/StartAt', field: '/StartAt' }],
    ['on a rule', '/States/A/Choices/0/Next', { kind: 'edge', edge: '/States/A/Choices/0/Next', field: '/States/A/Choices/0/Next' }],
    ['behind a last state', '#end/States/D#edge', { kind: 'after', state: 'D', edge: '#end/States/D#edge' }],
  ])('takes a line near the pointer: %s', (_, edge, place) => {
    expect(placeAt(graph, laid, middleOf(edge), 1)).toEqual(place);
  });

  it('takes the branch under the pointer, an empty one too', () => {
    const [parallel, lanes] = [node('/States/P'), laid.lanes['/States/P'] ?? []];
    const into = (lane: number) => placeAt(graph, laid, { x: parallel.x + (lanes[lane]?.x ?? 0) + 12, y: parallel.y + parallel.height - 8 }, 1);
    expect(into(0)).toEqual({ kind: 'into', scope: '/States/P/Branches/0', node: '/States/P' });
    expect(into(1)).toEqual({ kind: 'into', scope: '/States/P/Branches/1', node: '/States/P' });
  });

  it('takes the canvas elsewhere', () => {
    expect(placeAt(graph, laid, { x: -400, y: -400 }, 1)).toEqual({ kind: 'canvas' });
  });
});

describe('neighbour', () => {
  it.each<[string | null, 'up' | 'down' | 'left' | 'right', string | null]>([
    [null, 'down', 'A'],
    ['A', 'down', 'P'],
    ['C', 'down', 'D'],
    ['D', 'down', null],
    ['D', 'up', 'P'],
    ['P', 'right', 'C'],
    ['C', 'left', 'P'],
    ['X', 'up', 'P'],
  ])('of %s %s is %s', (from, direction, to) => {
    expect(neighbour(graph, laid, from as StateId | null, direction)).toBe(to);
  });
});

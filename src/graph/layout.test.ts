import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from '../asl/parse.ts';
import type { Json } from '../lib/Json.ts';
import { groupBy } from './groupBy.ts';
import { layout, scopesLaidOut } from './layout.ts';
import { project } from './project.ts';
import type { Layout, PlacedNode } from './types.ts';

const laid = (machine: Json): Layout => layout(project(parse(JSON.stringify(machine), 'json')));

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
const meet = (a: Box, b: Box): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
const contains = (a: Box, b: Box): boolean => a.x <= b.x && a.y <= b.y && a.x + a.width >= b.x + b.width && a.y + a.height >= b.y + b.height;

/** Pairs of nodes that overlap without one standing in the other. A container's own start marker touches its header, by design. */
function overlaps({ nodes }: Layout): string[] {
  const groups: PlacedNode[][] = [...groupBy(nodes, (node) => node.parent).values()];
  return groups.flatMap((group) => group.flatMap((a, i) => group.slice(i + 1).flatMap((b) => (meet(a, b) ? [`${a.id} ${b.id}`] : []))));
}
function strays({ nodes }: Layout): string[] {
  const at = new Map(nodes.map((node) => [node.id, node]));
  return nodes.flatMap((node) => {
    const parent = node.parent === undefined ? undefined : at.get(node.parent);
    return parent && !contains(parent, node) ? [node.id] : [];
  });
}
/** Chips on a card: the drawing would hide one of the two. */
function hiddenChips({ nodes, edges }: Layout): string[] {
  const cards = nodes.filter((node) => node.width > 20 && !nodes.some((other) => other.parent === node.id));
  return edges.flatMap((edge) => (edge.label && cards.some((card) => edge.label && meet(card, edge.label)) ? [edge.id] : []));
}
/** Chips that lie on each other. */
function stackedChips({ edges }: Layout): string[] {
  const chips = edges.flatMap((edge) => (edge.label ? [{ id: edge.id, ...edge.label }] : []));
  return chips.flatMap((a, i) => chips.slice(i + 1).flatMap((b) => (meet(a, b) ? [`${a.id} ${b.id}`] : [])));
}
/** Lines that run through a card which is neither their source nor their target. */
function throughCards({ nodes, edges }: Layout): string[] {
  const cards = nodes.filter((node) => node.height === 56);
  return edges.flatMap((edge) =>
    edge.points.slice(1).flatMap((point, i) => {
      const from = edge.points[i] ?? point;
      const line = { x: Math.min(from.x, point.x), y: Math.min(from.y, point.y), width: Math.abs(from.x - point.x), height: Math.abs(from.y - point.y) };
      return cards.filter((card) => card.id !== edge.source && card.id !== edge.target && meet(card, { ...line, width: line.width || 1, height: line.height || 1 })).map((card) => `${edge.id} through ${card.id}`);
    }),
  );
}
/** Points where a horizontal and a vertical piece of two edges cross; edges that join cross another one together. */
function crossings({ edges }: Layout): number {
  const pieces = edges.flatMap(({ id, points }) => points.slice(1).map((to, i) => ({ id, from: points[i] ?? to, to })));
  const level = pieces.filter(({ from, to }) => from.y === to.y);
  const upright = pieces.filter(({ from, to }) => from.x === to.x);
  const between = (value: number, a: number, b: number): boolean => value > Math.min(a, b) && value < Math.max(a, b);
  const found = level.flatMap((a) => upright.flatMap((b) => (a.id !== b.id && between(b.from.x, a.from.x, a.to.x) && between(a.from.y, b.from.y, b.to.y) ? [`${b.from.x} ${a.from.y}`] : [])));
  return new Set(found).size;
}
const crooked = ({ edges }: Layout): string[] =>
  edges.flatMap((edge) => (edge.points.some((point, i) => i > 0 && point.x !== edge.points[i - 1]?.x && point.y !== edge.points[i - 1]?.y) ? [edge.id] : []));

const names = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];
const target = fc.constantFrom(...names);
const leaf: fc.Arbitrary<Json> = fc.oneof(
  fc.record({ Type: fc.constant('Task'), Resource: fc.constant('r'), Next: target, Catch: fc.array(fc.record({ ErrorEquals: fc.constant(['States.ALL']), Next: target }), { maxLength: 2 }) }),
  fc.record({ Type: fc.constant('Choice'), Choices: fc.array(fc.record({ Condition: fc.constant('{% $x = 1 %}'), Next: target }), { maxLength: 3 }), Default: target }),
  fc.constant({ Type: 'Pass', End: true }),
  fc.constant({ Type: 'Succeed' }),
);
const { machine } = fc.letrec<{ machine: Json; state: Json }>((tie) => ({
  machine: fc.record({ StartAt: target, States: fc.dictionary(fc.constantFrom(...names), tie('state'), { maxKeys: 5 }) }),
  state: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    leaf,
    fc.record({ Type: fc.constant('Map'), ItemProcessor: tie('machine'), Next: target }),
    fc.record({ Type: fc.constant('Parallel'), Branches: fc.array(tie('machine'), { maxLength: 3 }), Catch: fc.constant([{ ErrorEquals: ['E'], Next: 'A' }]), Next: target }),
  ),
}));

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);

function turnedRound(value: Json): Json {
  if (Array.isArray(value)) return value.map(turnedRound);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).toReversed().map(([key, inner]) => [key, turnedRound(inner)]));
}

const chain = (label: string, count: number): Json => ({
  StartAt: `${label} 0`,
  States: Object.fromEntries(Array.from({ length: count }, (_, i) => [`${label} ${i}`, i < count - 1 ? { Type: 'Pass', Next: `${label} ${i + 1}` } : { Type: 'Pass', End: true }])),
});

/** Two branches of two and three states that join, and one that fails. */
type Steps = Record<string, { readonly Type: string; readonly Next?: string; readonly Choices?: readonly { readonly Condition: string; readonly Next: string }[]; readonly Default?: string }>;
const branching = (): { readonly StartAt: string; readonly States: Steps } => {
  const to = (Next: string) => ({ Type: 'Pass', Next });
  return {
    StartAt: 'Zero',
    States: {
      Zero: to('First'), First: to('Which'),
      Which: { Type: 'Choice', Choices: [{ Condition: '{% $x = 1 %}', Next: 'A1' }, { Condition: '{% $x = 2 %}', Next: 'Stop' }], Default: 'B1' },
      A1: to('A2'), A2: to('Join'), B1: to('B2'), B2: to('B3'), B3: to('Join'), Stop: { Type: 'Fail' }, Join: to('Last'), Last: { Type: 'Succeed' },
    },
  };
};
function insertedAfter(doc: ReturnType<typeof branching>, name: string, next: string): Json {
  const { Type } = doc.States[name] ?? { Type: 'Pass' };
  return { ...doc, States: { ...doc.States, [name]: { Type, Next: 'New' }, New: { Type: 'Pass', Next: next } } };
}
function downstream({ States }: ReturnType<typeof branching>, from: string): Set<string> {
  const seen = new Set([from]);
  for (const name of seen) {
    const state = States[name];
    for (const to of [state?.Next, state?.Default, ...(state?.Choices ?? []).map((rule) => rule.Next)]) if (to !== undefined) seen.add(to);
  }
  return seen;
}
function displacements(before: Layout, after: Layout, except: ReadonlySet<string>): number[] {
  const now = new Map(after.nodes.map((node) => [node.id, node]));
  return before.nodes
    .filter((node) => node.id.startsWith('/') && !except.has(node.id.slice('/States/'.length)))
    .map((node) => Math.hypot(node.x - (now.get(node.id)?.x ?? NaN), node.y - (now.get(node.id)?.y ?? NaN)))
    .toSorted((a, b) => a - b);
}

describe('layout', () => {
  it('L1: no two nodes or chips overlap, nothing leaves its container, lines are right-angled and meet no card', () => {
    fc.assert(
      fc.property(machine, (doc) => {
        const result = laid(doc);
        expect(overlaps(result)).toEqual([]);
        expect(strays(result)).toEqual([]);
        expect(crooked(result)).toEqual([]);
        expect(throughCards(result)).toEqual([]);
        expect(hiddenChips(result)).toEqual([]);
        expect(stackedChips(result)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it('places every node and every edge of the graph', () => {
    fc.assert(
      fc.property(machine, (doc) => {
        const graph = project(parse(JSON.stringify(doc), 'json'));
        const result = layout(graph);
        expect(new Set(result.nodes.map((node) => node.id))).toEqual(new Set(graph.nodes.map((node) => node.id)));
        expect(result.edges.map((edge) => edge.id).toSorted()).toEqual(graph.edges.map((edge) => edge.id).toSorted());
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it('L2: a card has its measure, and the path runs downwards from the start', () => {
    const { nodes } = laid({ StartAt: 'A', States: { B: { Type: 'Succeed' }, A: { Type: 'Pass', Next: 'B' } } });
    const at = (id: string) => nodes.find((node) => node.id === id);
    expect(at('/States/A')).toMatchObject({ width: 224, height: 56 });
    expect(at('#start')?.y).toBeLessThan(at('/States/A')?.y ?? 0);
    expect(at('/States/A')?.y).toBeLessThan(at('/States/B')?.y ?? 0);
    expect(at('/States/A')?.x).toBe(at('/States/B')?.x);
  });

  it('L3: the order of keys in the document does not move anything', () => {
    const states = {
      A: { Type: 'Choice', Choices: [{ Condition: '{% $x %}', Next: 'B' }], Default: 'C' },
      B: { Type: 'Pass', Next: 'D' },
      C: { Type: 'Pass', Next: 'D' },
      D: { Type: 'Succeed' },
    };
    const turned = Object.fromEntries(Object.entries(states).toReversed());
    const places = (doc: Json): PlacedNode[] => laid(doc).nodes.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    expect(places({ StartAt: 'A', States: turned })).toEqual(places({ StartAt: 'A', States: states }));
  });

  it('L3: turning all keys round, at any depth, moves nothing', () => {
    fc.assert(
      fc.property(machine, (doc) => {
        const places = (one: Json) => ({ nodes: laid(one).nodes.toSorted(byId), edges: laid(one).edges.toSorted(byId) });
        expect(places(turnedRound(doc))).toEqual(places(doc));
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it('L4: a state inserted on an edge leaves what does not come after it where it was', () => {
    const before = laid(branching());
    for (const [name, next] of [['A1', 'A2'], ['B1', 'B2'], ['A2', 'Join'], ['B3', 'Join'], ['First', 'Which']] as const) {
      const after = laid(insertedAfter(branching(), name, next));
      const moved = displacements(before, after, downstream(branching(), next));
      expect({ name, moved: moved[Math.floor(moved.length / 2)] }).toEqual({ name, moved: 0 });
    }
  });

  it.each([
    ['errors that leave a card on one side', {
      StartAt: 'Call',
      States: {
        Call: { Type: 'Task', Resource: 'r', End: true, Catch: [{ ErrorEquals: ['One'], Next: 'A' }, { ErrorEquals: ['Two'], Next: 'B' }, { ErrorEquals: ['States.ALL'], Next: 'C' }] },
        A: { Type: 'Pass', End: true }, B: { Type: 'Pass', End: true }, C: { Type: 'Pass', End: true },
      },
    }, 0],
    ['a loop and an exit on one side of a Choice', {
      StartAt: 'Delete',
      States: {
        Delete: { Type: 'Pass', Next: 'Check' },
        Check: { Type: 'Choice', Choices: [{ Condition: '{% $a %}', Next: 'Delete' }, { Condition: '{% $b %}', Next: 'Done' }], Default: 'Failed' },
        Done: { Type: 'Succeed' }, Failed: { Type: 'Fail' },
      },
    }, 0],
    // One line of the loop has to pass the way down; it passes below the join, not above all that come to it.
    ['a loop below the row that joins', {
      StartAt: 'Which',
      States: {
        Which: { Type: 'Choice', Choices: ['A', 'B', 'C'].map((Next) => ({ Condition: `{% $${Next} %}`, Next })), Default: 'Again' },
        A: { Type: 'Pass', Next: 'Join' }, B: { Type: 'Pass', Next: 'Join' }, C: { Type: 'Pass', Next: 'Join' },
        Again: { Type: 'Pass', Next: 'Which' }, Join: { Type: 'Pass', Next: 'Which' },
      },
    }, 1],
  ] as const)('crosses no more than it must: %s', (_, doc, most) => {
    expect(crossings(laid(doc as Json))).toBeLessThanOrEqual(most);
  });

  it('L5: lays out only the scopes whose content changed', () => {
    const doc = (label: string): Json => ({ StartAt: 'P', States: { P: { Type: 'Parallel', Branches: [chain('L5 one', 3), chain(label, 3)], Next: 'E' }, E: { Type: 'Succeed' } } });
    laid(doc('L5 two'));
    const before = scopesLaidOut();
    laid(doc('L5 two'));
    expect(scopesLaidOut() - before).toBe(0);
    // The branch has other names but its size stays, so the machine around it is as it was.
    laid(doc('L5 six'));
    expect(scopesLaidOut() - before).toBe(1);
  });

  it('an error that has the lower edge for itself goes straight down to its handler', () => {
    const doc = (more: Json): Json => ({ StartAt: 'Call', States: { Call: { Type: 'Task', Resource: 'r', Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Handle' }], ...(more as object) }, Handle: { Type: 'Pass', End: true } } });
    const points = (more: Json) => laid(doc(more)).edges.find((edge) => edge.kind === 'catch')?.points ?? [];
    expect(points({}).map((point) => point.x)).toEqual([112, 112]);
    // Where the run ends below the card, the error leaves at its side.
    expect(points({ End: true })[0]?.x).not.toBe(112);
  });

  it('runs many catches of one handler along one line', () => {
    const steps = Array.from({ length: 20 }, (_, i) => [`S${i}`, { Type: 'Task', Resource: 'r', Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Handler' }], ...(i < 19 ? { Next: `S${i + 1}` } : { End: true }) }]);
    const result = laid({ StartAt: 'S0', States: { ...Object.fromEntries(steps), Handler: { Type: 'Fail' } } });
    const width = Math.max(...result.nodes.map((node) => node.x + node.width)) - Math.min(...result.nodes.map((node) => node.x));
    expect(width).toBeLessThan(3 * 224);
    expect(hiddenChips(result)).toEqual([]);
  });

  it.each([
    ['a chain of 20,000', 20_000, (i: number) => ({ Type: 'Pass', Next: `S${i + 1}` })],
    ['a chain of 2,000', 2000, (i: number) => ({ Type: 'Pass', Next: `S${i + 1}` })],
    ['a fan of 600', 600, () => ({ Type: 'Pass', End: true })],
    ['a chain of 600 where each may fail', 600, (i: number) => ({ Type: 'Task', Resource: 'r', Next: `S${i + 1}`, Catch: [{ ErrorEquals: ['States.ALL'], Next: 'S0' }] })],
  ])('places %s without overlaps', (_, count, state) => {
    const states = Object.fromEntries(Array.from({ length: count }, (__, i) => [`S${i}`, state(i) as Json]));
    const result = laid({ StartAt: 'S0', States: states });
    expect(result.nodes.length).toBeGreaterThanOrEqual(count);
    const tops = new Set(result.nodes.map((node) => `${node.x},${node.y}`));
    expect(tops.size).toBe(result.nodes.length);
    expect(crooked(result)).toEqual([]);
  });

  const corpus = '../shared/corpus';
  it.skipIf(!existsSync(corpus))('draws every machine of the corpus (skipped where ../shared is absent)', () => {
    for (const file of readdirSync(corpus).filter((name) => name.endsWith('.asl.json'))) {
      const result = layout(project(parse(readFileSync(`${corpus}/${file}`, 'utf8'), 'json')));
      expect({ file, overlaps: overlaps(result), strays: strays(result), crooked: crooked(result), hidden: hiddenChips(result), stacked: stackedChips(result), through: throughCards(result) }).toEqual({ file, overlaps: [], strays: [], crooked: [], hidden: [], stacked: [], through: [] });
    }
  }, 60_000);

  it('stands parts that nothing joins beside each other, the start above its own', () => {
    const task = { Type: 'Pass', End: true };
    const { nodes } = laid({ StartAt: 'Zulu', States: { Alpha: task, Zulu: { Type: 'Pass', Next: 'Yankee' }, Bravo: task, Yankee: task } });
    const centre = (id: string): number => {
      const node = nodes.find((one) => one.id === id);
      return (node?.x ?? NaN) + (node?.width ?? NaN) / 2;
    };
    expect(centre('#start')).toBe(centre('/States/Zulu'));
    const rows = ['/States/Zulu', '/States/Alpha', '/States/Bravo'].map((id) => nodes.find((node) => node.id === id));
    expect(new Set(rows.map((node) => node?.y)).size).toBe(1);
    expect(rows.map((node) => node?.x ?? NaN)).toEqual(rows.map((node) => node?.x ?? NaN).toSorted((a, b) => a - b));
  });
});

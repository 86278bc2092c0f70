import { parseJson } from '../../src/asl/json/parseJson.ts';
import { layout } from '../../src/graph/layout.ts';
import { project } from '../../src/graph/project.ts';
import type { Json } from '../../src/lib/Json.ts';
import { denseMachine, mixedMachine } from '../canvas/machine.ts';
import { scopesOf } from './measures.ts';
import { peer } from './peer.ts';

const KINDS = { mixed: mixedMachine, catches, chain, dense: denseMachine } as const;
type Kind = keyof typeof KINDS;

/** Milliseconds of each layout from nothing. Each round has names of its own, because layout remembers a scope that it has seen. */
export function layoutTimes(kind: Kind, count: number, rounds: number): number[] {
  return Array.from({ length: rounds }, (_, i) => {
    const graph = graphOf(kind, count, ` #${i}`);
    const from = performance.now();
    layout(graph);
    return performance.now() - from;
  });
}

/** dagre on the same boxes. Answers null where it ends in an error: on a long chain it overflows the stack. */
export function peerTime(kind: Kind, count: number): number | null {
  const scopes = scopesOf(layout(graphOf(kind, count, ' peer')));
  const from = performance.now();
  try {
    for (const scope of scopes) peer(scope);
  } catch {
    return null;
  }
  return performance.now() - from;
}

const graphOf = (kind: Kind, count: number, tag: string) => project(parseJson(JSON.stringify(KINDS[kind](count, tag))));

/** One scope: tasks that all hand their errors to one handler, every fourth state a Choice that skips ahead or tries again. */
function catches(count: number, tag = ''): Json {
  const name = (i: number): string => `S${Math.min(Math.max(i, 0), count - 2)}${tag}`;
  const handler = `Handler${tag}`;
  const state = (i: number): Json => {
    if (i === count - 2) return { Type: 'Succeed' };
    if (i % 4 !== 2) return { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Next: name(i + 1), Catch: [{ ErrorEquals: ['States.ALL'], Next: handler }] };
    const rules = [i + 2, i - 7].map((to) => ({ Variable: `$.n${to}`, IsPresent: true, Next: name(to) }));
    return { Type: 'Choice', Choices: rules, Default: name(i + 1) };
  };
  return { StartAt: name(0), States: { ...Object.fromEntries(Array.from({ length: count - 1 }, (_, i) => [name(i), state(i)])), [handler]: { Type: 'Fail' } } };
}

function chain(count: number, tag = ''): Json {
  const name = (i: number): string => `S${i}${tag}`;
  const state = (i: number): Json => (i < count - 1 ? { Type: 'Pass', Next: name(i + 1) } : { Type: 'Succeed' });
  return { StartAt: name(0), States: Object.fromEntries(Array.from({ length: count }, (_, i) => [name(i), state(i)])) };
}

export { compare } from './corpus.ts';

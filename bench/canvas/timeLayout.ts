import { parseJson } from '../../src/asl/json/parseJson.ts';
import { layout } from '../../src/graph/layout.ts';
import { project } from '../../src/graph/project.ts';
import type { Graph } from '../../src/graph/types.ts';
import type { Json } from '../../src/lib/Json.ts';
import { denseMachine, mixedMachine } from './machine.ts';

const ROUNDS = 5;

/** Milliseconds of a layout from nothing, median. Each round has names of its own, because layout remembers a scope that it has seen. */
export const mixedLayoutMs = (count: number): number => median(rounds((tag) => mixedMachine(count, tag)));
export const denseLayoutMs = (count: number): number => median(rounds((tag) => denseMachine(count, tag)));

function rounds(machine: (tag: string) => Json): number[] {
  return Array.from({ length: ROUNDS }, (_, i) => {
    const graph: Graph = project(parseJson(JSON.stringify(machine(` #${i}`))));
    const from = performance.now();
    layout(graph);
    return performance.now() - from;
  });
}

const median = (all: readonly number[]): number => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;

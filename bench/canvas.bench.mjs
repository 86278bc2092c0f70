// Our canvas against a bare React Flow: 100 states, the same places and edges, the same gestures of a real mouse, in turns.
import { loadForNode, withCanvasPages } from './canvas/harness.mjs';
import { changeRows, round, viewRows } from './canvas/measures.mjs';

const STATES = 100;

export async function measure() {
  const drawn = await withCanvasPages(async (open) => {
    const [ours, peer] = [await open('ours', STATES), await open('peer', STATES)];
    return [...(await viewRows(ours, peer, STATES, 4)), ...(await changeRows(ours, peer, STATES, 40))];
  });
  return [...drawn, ...(await layoutRows())];
}

async function layoutRows() {
  const { mixedLayoutMs, denseLayoutMs } = await loadForNode('timeLayout.ts');
  return [
    { name: 'layout: 100 mixed states', ours: round(mixedLayoutMs(100)), unit: 'ms' },
    { name: 'layout: 1,000 mixed states', ours: round(mixedLayoutMs(1000)), unit: 'ms' },
    { name: 'layout: 166 states in one dense scope', ours: round(denseLayoutMs(166)), unit: 'ms' },
    { name: 'layout: 384 states in one dense scope', ours: round(denseLayoutMs(384)), unit: 'ms' },
  ];
}

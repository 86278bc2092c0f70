// Our canvas against a bare React Flow: 100 states, the same places and edges, the same gestures of a real mouse, in turns.
import { withCanvasPages } from './canvas/harness.mjs';
import { changeRows, viewRows } from './canvas/measures.mjs';

const STATES = 100;

export async function measure() {
  return withCanvasPages(async (open) => {
    const [ours, peer] = [await open('ours', STATES), await open('peer', STATES)];
    return [...(await viewRows(ours, peer, STATES, 4)), ...(await changeRows(ours, peer, STATES, 40))];
  });
}

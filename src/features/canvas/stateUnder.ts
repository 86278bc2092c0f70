import type { StateId } from '../../asl/names.ts';
import type { At } from './canvasUi.ts';

/** The state whose card, or whose header, lies under a point of the screen; `canvas` for empty space; null outside. */
export function stateUnder(at: At): StateId | 'canvas' | null {
  const under = document.elementFromPoint(at.x, at.y);
  const state = under?.closest<HTMLElement>('[data-state-id]')?.dataset['stateId'] as StateId | undefined;
  const onHeader = under?.closest('[data-type="Map"], [data-type="Parallel"]') === null || under?.closest('[data-container-header]') !== null;
  if (state !== undefined && onHeader) return state;
  return under?.closest('[data-canvas]') ? 'canvas' : null;
}

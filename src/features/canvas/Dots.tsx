import { useCallback } from 'react';
import { useStoreApi, ViewportPortal } from 'reactflow';
import css from './Canvas.module.css';

/** Further out the dots would run together. */
const LEAST_ZOOM = 0.4;
/** Letters of 13 px are under four pixels here: cards become plain boxes (`data-far` on the canvas). */
const FAR_BELOW = 0.3;
/** Ports reach further out, so that there are 24 px on the screen to hit. */
const SMALL_BELOW = 0.92;
const SMALLER_BELOW = 0.7;

/**
 * The dotted ground. It lies in the viewport, behind the cards, so that ground, cards and lines are one layer which a pan only shifts:
 * React Flow's own draws its pattern anew in every frame, which cost more than half of all painting. It renders once.
 */
export function Dots() {
  const store = useStoreApi();
  // By a ref, not an effect: the portal draws nothing before React Flow has its viewport.
  const follow = useCallback((ground: HTMLDivElement) => followZoom(ground.closest('[data-canvas]'), store), [store]);
  return <ViewportPortal><div ref={follow} className={css.dots} aria-hidden="true" data-testid="canvas.dots" /></ViewportPortal>;
}

/** Says on the canvas how far out the view is. */
function followZoom(canvas: Element | null, store: ReturnType<typeof useStoreApi>): (() => void) | undefined {
  if (!canvas) return undefined;
  let zoom = 0;
  const follow = (to: number): void => {
    if (to === zoom) return;
    zoom = to;
    canvas.toggleAttribute('data-far', to < FAR_BELOW);
    canvas.toggleAttribute('data-dotless', to < LEAST_ZOOM);
    canvas.toggleAttribute('data-small', to < SMALL_BELOW);
    canvas.toggleAttribute('data-smaller', to < SMALLER_BELOW);
  };
  follow(store.getState().transform[2]);
  return store.subscribe((now) => follow(now.transform[2]));
}

import { useEffect, useRef } from 'react';
import { useStoreApi } from 'reactflow';
import css from './Canvas.module.css';

const GAP = 20;
/** Further out the dots would run together. */
const LEAST_ZOOM = 0.4;
/** Letters of 13 px are under four pixels here: cards become plain boxes (`data-far` on the canvas). */
const FAR_BELOW = 0.3;

/**
 * The dotted ground. React Flow's own draws its pattern anew in every frame of a pan, which cost more than half of all painting;
 * this one is a layer that is only shifted, by less than one gap, and painted again when the zoom changes. It renders once.
 */
export function Dots() {
  const ground = useRef<HTMLDivElement>(null);
  const store = useStoreApi();
  useEffect(() => {
    const place = createPlace(ground.current);
    place(store.getState().transform);
    return store.subscribe((now, before) => {
      if (now.transform !== before.transform) place(now.transform);
    });
  }, [store]);
  return <div ref={ground} className={css.dots} aria-hidden="true" data-testid="canvas.dots" />;
}

function createPlace(ground: HTMLElement | null): (transform: readonly [x: number, y: number, zoom: number]) => void {
  let painted = 0;
  return ([x, y, zoom]) => {
    if (!ground) return;
    const { style } = ground;
    const gap = GAP * zoom;
    if (zoom !== painted) {
      ground.closest('[data-canvas]')?.toggleAttribute('data-far', zoom < FAR_BELOW);
      style.display = zoom < LEAST_ZOOM ? 'none' : '';
      style.inset = `${-2 * gap}px`;
      style.backgroundImage = `radial-gradient(circle at center, var(--canvas-dot) ${zoom}px, transparent ${zoom}px)`;
      style.backgroundSize = `${gap}px ${gap}px`;
      painted = zoom;
    }
    style.transform = `translate(${rest(x, gap) + gap / 2}px, ${rest(y, gap) + gap / 2}px)`;
  };
}

const rest = (value: number, gap: number): number => ((value % gap) + gap) % gap;

import { useEffect, useRef } from 'react';
import { useStoreApi, ViewportPortal } from 'reactflow';
import css from './Canvas.module.css';

const GAP = 20;
type Transform = readonly [x: number, y: number, zoom: number];

/**
 * The dotted ground. It lies inside what moves, under everything, opaque and larger than the view: so the browser can paint ground,
 * lines and cards into one layer. Over a ground that is transparent, or a layer of its own, it keeps a layer for nearly every card - their
 * letters stay sharp only on an opaque ground - and sorts all of them again in every frame of a pan (measured: 85 layers instead of 3).
 */
export function Ground() {
  const ground = useRef<HTMLDivElement>(null);
  const store = useStoreApi();
  useEffect(() => {
    const place = createPlace(ground.current);
    place(store.getState());
    return store.subscribe((now, before) => {
      if (now.width !== before.width || now.height !== before.height || now.transform !== before.transform) place(now);
    });
  }, [store]);
  return <ViewportPortal><div ref={ground} className={css.ground} aria-hidden="true" /></ViewportPortal>;
}

/** Keeps the ground under the view: one view's size more on each side, and moved only when the view has come near its end. */
function createPlace(ground: HTMLElement | null): (view: { readonly transform: Transform; readonly width: number; readonly height: number }) => void {
  let has = { left: 0, top: 0, right: 0, bottom: 0, zoom: 0 };
  return ({ transform: [x, y, zoom], width, height }) => {
    if (!ground || width === 0 || height === 0) return;
    const [left, top, wide, high] = [-x / zoom, -y / zoom, width / zoom, height / zoom];
    const covered = left >= has.left && top >= has.top && left + wide <= has.right && top + high <= has.bottom;
    if (covered && has.zoom === zoom) return;
    has = { left: down(left - wide), top: down(top - high), right: down(left + 2 * wide) + GAP, bottom: down(top + 2 * high) + GAP, zoom };
    Object.assign(ground.style, { left: `${has.left}px`, top: `${has.top}px`, width: `${has.right - has.left}px`, height: `${has.bottom - has.top}px` });
  };
}

const down = (value: number): number => Math.floor(value / GAP) * GAP;

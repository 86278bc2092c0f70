import { useEffect, useMemo, useRef, type PointerEvent, type RefObject, type WheelEvent } from 'react';
import { useReactFlow, useStoreApi, type Viewport } from 'reactflow';
import { useEditor } from '../../editor/useEditor.ts';
import type { CardNode } from './flowTypes.ts';
import { drawn, mapOf, viewOnMap, type MapBox } from './mapOf.ts';
import { MAX_ZOOM, MIN_ZOOM } from './useViewport.ts';
import css from './Minimap.module.css';

/**
 * The whole workflow small, with a frame around what is in view. React Flow's own map draws every node again in each frame of a
 * pan, which cost a fifth of the main thread; here the nodes are drawn once a layout and only the frame moves.
 * For the pointer only: the keyboard has the arrow keys, zoom to fit and find.
 */
export function Minimap({ nodes }: { readonly nodes: readonly CardNode[] }) {
  const map = useMemo(() => mapOf(nodes), [nodes]);
  const frame = useRef<HTMLDivElement>(null);
  useFrame(frame, map);
  const move = useMapMoves(map);
  if (map === null) return null;
  return (
    <div className={`${css.map} nopan nowheel`} data-testid="canvas.minimap" {...move}>
      <svg width={map.width} height={map.height} role="img" aria-label="Minimap">
        <path className={css.container} d={map.containers} />
        <path className={css.card} d={map.cards} />
        <Selected nodes={nodes} map={map} />
      </svg>
      <div ref={frame} className={css.frame} />
    </div>
  );
}

/** Over the cards, for itself: selecting one must not draw thousands. */
function Selected({ nodes, map }: { readonly nodes: readonly CardNode[]; readonly map: MapBox }) {
  const selected = useEditor((s) => s.selected);
  const on = new Set<string | undefined>(selected);
  return <path className={css.selected} d={on.size === 0 ? '' : drawn(nodes.filter((node) => on.has(node.data.node.stateId)), map)} />;
}

/** Follows the view without rendering anything. */
function useFrame(frame: RefObject<HTMLDivElement | null>, map: MapBox | null): void {
  const store = useStoreApi();
  useEffect(() => {
    if (map === null) return undefined;
    const place = (): void => {
      const { transform: [x, y, zoom], width, height } = store.getState();
      const box = viewOnMap(map, { x, y, zoom }, { width, height });
      if (!frame.current) return;
      Object.assign(frame.current.style, { width: `${box.width}px`, height: `${box.height}px`, transform: `translate(${box.x}px, ${box.y}px)` });
    };
    place();
    return store.subscribe((now, before) => {
      if (now.transform !== before.transform || now.width !== before.width || now.height !== before.height) place();
    });
  }, [store, frame, map]);
}

/** A press or a drag on the map brings that place to the middle of the view; the wheel zooms around the middle. */
function useMapMoves(map: MapBox | null) {
  const flow = useReactFlow();
  const store = useStoreApi();
  const centreAt = (event: PointerEvent<HTMLElement>): void => {
    if (map === null) return;
    const box = event.currentTarget.getBoundingClientRect();
    const { width, height } = store.getState();
    const { zoom } = flow.getViewport();
    const [x, y] = [(event.clientX - box.left) / map.scale + map.left, (event.clientY - box.top) / map.scale + map.top];
    void flow.setViewport({ zoom, x: width / 2 - x * zoom, y: height / 2 - y * zoom });
  };
  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      centreAt(event);
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (event.currentTarget.hasPointerCapture(event.pointerId)) centreAt(event);
    },
    onWheel(event: WheelEvent<HTMLElement>) {
      const { width, height } = store.getState();
      void flow.setViewport(zoomedBy(flow.getViewport(), event.deltaY, { x: width / 2, y: height / 2 }));
    },
  };
}

const WHEEL_PER_DOUBLING = 300;

function zoomedBy(view: Viewport, wheel: number, at: { readonly x: number; readonly y: number }): Viewport {
  const zoom = Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, view.zoom * 2 ** (-wheel / WHEEL_PER_DOUBLING)));
  const by = zoom / view.zoom;
  return { zoom, x: at.x - (at.x - view.x) * by, y: at.y - (at.y - view.y) * by };
}

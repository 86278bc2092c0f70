import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useReactFlow, useStore, useStoreApi, type Viewport } from 'reactflow';
import type { StateId } from '../../asl/names.ts';
import { selectEntry } from '../../editor/selectors/document.ts';
import { containersAround, selectShownGraph } from '../../editor/selectors/reading.ts';
import { useEditor, useEditorStore } from '../../editor/useEditor.ts';
import type { EditorState } from '../../editor/EditorState.ts';
import type { Layout, PlacedNode } from '../../graph/types.ts';
import { motionMs } from './motion.ts';
import { useFittedView, type Size } from './useFittedView.ts';
import type { LaidOut } from './useFlow.ts';

const MARGIN = 48;
/** The path above and the tools below float over the canvas. */
const MARGIN_Y = 64;
/** Below this a name cannot be read; a freshly opened big workflow shows its beginning instead of all of itself. */
const READABLE = 0.7;
export const MIN_ZOOM = 0.05;
export const MAX_ZOOM = 2;

/** Moves the view: to everything on opening and when asked, to a state chosen elsewhere when it is out of sight. */
export function useViewport(laid: LaidOut | null): { readonly reveal: (state: StateId) => void } {
  const flow = useReactFlow();
  const editor = useEditorStore();
  const store = useStoreApi();
  const ready = useStore((s) => s.width > 0 && s.height > 0);
  // While its layout is under way, what is laid out is still the document before.
  const fresh = useEditor(selectShownGraph) === laid?.graph;
  const request = useEditor((s) => s.viewportRequest);
  const opened = useEditor((s) => s.draftId);
  const selected = useEditor((s) => s.selected);
  const origin = useEditor((s) => s.selectionOrigin);
  const size = useCallback((): Size => store.getState(), [store]);

  const reveal = useCallback(
    (state: StateId): void => {
      const node = laid ? shownPlaceOf(laid, state, editor.getState()) : undefined;
      const to = node && revealing(node, flow.getViewport(), size());
      if (to) void flow.setViewport(to, { duration: motionMs() });
    },
    [laid, flow, size, editor],
  );

  const keepFitted = useFittedView(laid);
  const shown = useRef<string | null>(null);
  const answered = useRef(request);
  useEffect(() => {
    if (!ready || !laid || !fresh || shown.current === opened) return;
    shown.current = opened;
    // Opening asks for a fit too; here it must stay readable.
    answered.current = request;
    const viewport = opening(laid.layout, size());
    keepFitted(opening, viewport);
    void flow.setViewport(viewport);
  }, [ready, laid, fresh, opened, request, flow, size, keepFitted]);

  useEffect(() => {
    if (!request || !laid || !fresh || answered.current === request) return;
    answered.current = request;
    if (request.kind === 'reveal') return reveal(request.state);
    const viewport = fitting(request.kind === 'fit' ? laid.layout : partOf(laid, editor.getState()), size());
    if (request.kind === 'fit') keepFitted(fitting, viewport);
    return void flow.setViewport(viewport, { duration: motionMs() });
  }, [request, laid, fresh, flow, size, reveal, editor, keepFitted]);

  const known = useRef<ReadonlySet<string | undefined>>(new Set());
  const states = useMemo(() => new Set(laid?.graph.nodes.map((node) => node.data.stateId)), [laid]);
  useEffect(() => {
    const last = selected.at(-1);
    // Chosen elsewhere, or just made: a click on the canvas itself must not move it.
    const made = last !== undefined && known.current.size > 0 && !known.current.has(last) && states.has(last);
    known.current = states;
    if (last !== undefined && (made || origin !== 'canvas') && shown.current === opened) reveal(last);
  }, [selected, origin, reveal, states, opened]);
  return { reveal };
}

/** A state that a closed container hides is found where the container is. */
function shownPlaceOf(laid: LaidOut, state: StateId, s: EditorState): PlacedNode | undefined {
  const entry = selectEntry(state)(s);
  const candidates = entry ? [state, ...containersAround(entry).map((outer) => outer.id).toReversed()] : [state];
  for (const candidate of candidates) {
    const place = placeOf(laid, candidate);
    if (place) return place;
  }
  return undefined;
}

/** The selected states alone; all of them where nothing is selected. */
function partOf(laid: LaidOut, s: EditorState): Layout {
  const places = s.selected.flatMap((state) => shownPlaceOf(laid, state, s) ?? []);
  return places.length === 0 ? laid.layout : { nodes: places, edges: [], lanes: {} };
}

function placeOf({ graph, layout }: LaidOut, state: StateId): PlacedNode | undefined {
  const id = graph.nodes.find((node) => node.data.stateId === state)?.id;
  return layout.nodes.find((node) => node.id === id);
}

function bounds({ nodes, edges }: Layout): { x: number; y: number; width: number; height: number } {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  const see = (x: number, y: number): void => {
    [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)];
  };
  for (const node of nodes) {
    see(node.x, node.y);
    see(node.x + node.width, node.y + node.height);
  }
  for (const edge of edges) for (const point of edge.points) see(point.x, point.y);
  return left === Infinity ? { x: 0, y: 0, width: 0, height: 0 } : { x: left, y: top, width: right - left, height: bottom - top };
}

/** Everything in view, never bigger than life. */
export function fitting(layout: Layout, view: Size): Viewport {
  const box = bounds(layout);
  const zoom = Math.max(MIN_ZOOM, Math.min(1, (view.width - 2 * MARGIN) / Math.max(1, box.width), (view.height - 2 * MARGIN_Y) / Math.max(1, box.height)));
  return { zoom, x: (view.width - box.width * zoom) / 2 - box.x * zoom, y: (view.height - box.height * zoom) / 2 - box.y * zoom };
}

/** As `fitting`, but readable: what is too tall or too wide begins at its start. */
function opening(layout: Layout, view: Size): Viewport {
  const fit = fitting(layout, view);
  if (fit.zoom >= READABLE) return fit;
  const box = bounds(layout);
  const zoom = Math.max(READABLE, Math.min(1, (view.width - 2 * MARGIN) / Math.max(1, box.width)));
  const start = layout.nodes.find((node) => node.id === '#start');
  const centre = box.width * zoom <= view.width - MARGIN ? box.x + box.width / 2 : (start?.x ?? box.x) + (start?.width ?? 0) / 2;
  return { zoom, x: view.width / 2 - centre * zoom, y: MARGIN_Y - box.y * zoom };
}

/** Null when the card is in view already. */
function revealing(node: PlacedNode, now: Viewport, view: Size): Viewport | null {
  const height = Math.min(node.height, 120);
  const [left, top] = [node.x * now.zoom + now.x, node.y * now.zoom + now.y];
  const [right, bottom] = [left + Math.min(node.width, 224) * now.zoom, top + height * now.zoom];
  if (left >= 8 && top >= 48 && right <= view.width - 8 && bottom <= view.height - 8) return null;
  const zoom = Math.max(now.zoom, 0.5);
  return { zoom, x: view.width / 2 - (node.x + node.width / 2) * zoom, y: view.height / 2 - (node.y + height / 2) * zoom };
}

import { memo, Suspense, useCallback, useEffect, useRef } from 'react';
import { ConnectionLineType, Panel, ReactFlow, type EdgeMouseHandler, type NodeMouseHandler } from 'reactflow';
import 'reactflow/dist/base.css';
import { laterPart } from '../../editor/laterPart.tsx';
import { selectStale } from '../../editor/selectors/document.ts';
import { selectShownGraph } from '../../editor/selectors/reading.ts';
import { useActions } from '../../editor/useActions.ts';
import { useEditor, useEditorStore } from '../../editor/useEditor.ts';
import { CanvasTools } from './CanvasTools.tsx';
import { useCanvasUi, useCanvasUiStore } from './canvasUi.ts';
import { useFocusCard, useFocusRequest, useFocusSelected, useKeptFocus } from './cardFocus.ts';
import { ContainerCard } from './ContainerCard.tsx';
import { Dots } from './Dots.tsx';
import { EmptyCanvas } from './EmptyCanvas.tsx';
import type { CardNode, LineEdge } from './flowTypes.ts';
import { Line } from './Line.tsx';
import { EndMarker, StartMarker } from './Markers.tsx';
import { Minimap } from './Minimap.tsx';
import { RefusalNote } from './RefusalNote.tsx';
import { StaleBanner } from './StaleBanner.tsx';
import { StateCard } from './StateCard.tsx';
import { StatePath } from './StatePath.tsx';
import { useBoxSelect } from './useBoxSelect.ts';
import { useCanvasKeys } from './useCanvasKeys.ts';
import { useConnect } from './useConnect.ts';
import { useDropState } from './useDropState.ts';
import { useFlow, useLaidOut, type LaidOut } from './useFlow.ts';
import { useMoveCard } from './useMoveCard.ts';
import { useOpenSelected } from './useOpenSelected.ts';
import { MAX_ZOOM, MIN_ZOOM, useViewport } from './useViewport.ts';
import css from './Canvas.module.css';

/** Menus come with the first gesture that opens one. */
const QuickAdd = laterPart(async () => (await import('./QuickAdd.tsx')).QuickAdd);
const MovingNote = laterPart(async () => (await import('./MovingNote.tsx')).MovingNote);
const Wire = laterPart(async () => (await import('./Wire.tsx')).Wire);
const AskMenu = laterPart(async () => (await import('./AskMenu.tsx')).AskMenu);
const NodeMenu = laterPart(async () => (await import('./NodeMenu.tsx')).NodeMenu);

const nodeTypes = { state: StateCard, container: ContainerCard, start: StartMarker, end: EndMarker };
const edgeTypes = { line: Line };
/** Above this many nodes only those in view are in the page (measured: stack-notes.md section 3). */
const CULL_ABOVE = 300;

export function Canvas() {
  const root = useRef<HTMLDivElement>(null);
  const laid = useLaidOut();
  const { reveal } = useViewport(laid);
  const focusCard = useFocusCard(root, reveal, laid);
  const focusSelected = useFocusSelected(focusCard);
  useKeptFocus(root, laid, focusSelected);
  const onKeyDown = useCanvasKeys(root, laid?.layout ?? null, focusCard);
  const drop = useDropState(laid);
  const stale = useEditor(selectStale);
  const arranging = useEditor(selectShownGraph) !== laid?.graph;
  const connecting = useCanvasUi((ui) => ui.connecting);
  const menuOpen = useCanvasUi((ui) => ui.menu !== null);
  const adding = useCanvasUi((ui) => ui.quickAdd !== null);
  const asking = useCanvasUi((ui) => ui.ask !== null);
  const moving = useCanvasUi((ui) => ui.moving !== null);
  const wiring = useCanvasUi((ui) => ui.wire !== null);
  useActiveCard(laid);
  useFocusRequest(focusCard);
  useOpenSelected();
  return (
    // An application widget: the cards inside take the focus, the keys are heard here for all of them.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={root}
      className={css.canvas}
      role="application"
      aria-label="Workflow canvas"
      aria-describedby="canvas-keys"
      aria-busy={arranging}
      data-canvas=""
      data-focus-home=""
      data-testid="canvas"
      data-stale={stale || undefined}
      data-connecting={connecting || undefined}
      // Focus that has nowhere else to go (an empty canvas, a click beside the cards) stays here, where the keys are heard.
      tabIndex={-1}
      onKeyDown={onKeyDown}
      {...drop}
    >
      <p id="canvas-keys" hidden>Arrow keys follow the transitions. A adds a state after the selected one, T opens its test and Escape comes back, F2 or Enter renames it, C connects it, M moves it, E goes to its arrows, Delete removes it. Shift+F10 lists the rest.</p>
      <Drawing laid={laid} />
      <StaleBanner />
      {laid !== null && laid.graph.nodes.every((node) => node.data.stateId === undefined) && <EmptyCanvas />}
      <Suspense>
        {adding && <QuickAdd onClosed={focusSelected} />}
        {menuOpen && <NodeMenu onClosed={focusSelected} />}
        {asking && <AskMenu onClosed={focusSelected} />}
        {moving && <MovingNote />}
        {wiring && <Wire />}
      </Suspense>
      <RefusalNote />
    </div>
  );
}

/** React Flow itself. What moves or floats beside it does not render it. */
const Drawing = memo(function Drawing({ laid }: { readonly laid: LaidOut | null }) {
  const { nodes, edges, still } = useFlow(laid);
  const minimap = useCanvasUi((ui) => ui.minimap);
  const clicks = useClicks();
  const box = useBoxSelect(still);
  const connect = useConnect();
  const move = useMoveCard(laid);
  return (
    <ReactFlow<CardNode, LineEdge>
      nodes={nodes}
      edges={edges}
      nodeTypes={nodeTypes}
      edgeTypes={edgeTypes}
      {...clicks}
      {...box}
      {...connect}
      connectionLineType={ConnectionLineType.SmoothStep}
      minZoom={MIN_ZOOM}
      maxZoom={MAX_ZOOM}
      {...move}
      nodeDragThreshold={5}
      selectNodesOnDrag={false}
      nodesFocusable={false}
      edgesFocusable={false}
      elevateNodesOnSelect={false}
      elevateEdgesOnSelect={false}
      onlyRenderVisibleElements={nodes.length > CULL_ABOVE}
      disableKeyboardA11y
      deleteKeyCode={null}
      multiSelectionKeyCode={null}
      zoomOnDoubleClick={false}
      panOnScroll
      zoomActivationKeyCode={['Meta', 'Control']}
      attributionPosition="top-right"
    >
      <Dots />
      <Panel position="top-left" className={css.panel}><StatePath /></Panel>
      <Panel position="bottom-left" className={css.panel}><CanvasTools /></Panel>
      {minimap && <Panel position="bottom-right" className={css.panel}><Minimap nodes={still} /></Panel>}
    </ReactFlow>
  );
});

/** Clicks select; React Flow's own selection is only used for its box. */
function useClicks() {
  const actions = useActions();
  const store = useEditorStore();
  const onNodeClick = useCallback<NodeMouseHandler<CardNode>>(
    (event, node) => {
      const state = node.data.node.stateId;
      if (state === undefined) return;
      const { selected } = store.getState();
      const several = event.shiftKey || event.metaKey || event.ctrlKey;
      const toggled = selected.includes(state) ? selected.filter((one) => one !== state) : [...selected, state];
      actions.select(several ? toggled : [state], 'canvas');
    },
    [actions, store],
  );
  const onEdgeClick = useCallback<EdgeMouseHandler<LineEdge>>((_, edge) => actions.selectEdge(edge.id), [actions]);
  const onPaneClick = useCallback(() => {
    actions.selectEdge(null);
    actions.select([], 'canvas');
  }, [actions]);
  return { onNodeClick, onEdgeClick, onPaneClick };
}

/** One card is a Tab stop: the selected one, else the first. */
function useActiveCard(laid: LaidOut | null): void {
  const ui = useCanvasUiStore();
  const last = useEditor((s) => s.selected.at(-1));
  useEffect(() => {
    const states = laid?.graph.nodes.flatMap((node) => node.data.stateId ?? []) ?? [];
    const kept = ui.getState().active;
    const active = [last, kept].find((state) => state !== undefined && state !== null && states.includes(state)) ?? states[0] ?? null;
    if (active !== kept) ui.setState({ active });
  }, [ui, last, laid]);
}

import { useRef, type PointerEvent } from 'react';
import { useReactFlow } from 'reactflow';
import { moveSource } from '../../asl/commands/moveSource.ts';
import { setTarget } from '../../asl/commands/setTarget.ts';
import type { Pointer, StateName } from '../../asl/names.ts';
import { selectEntry } from '../../editor/selectors/document.ts';
import { useEditorStore } from '../../editor/useEditor.ts';
import { useCanvasUiStore, type At } from './canvasUi.ts';
import { alongFrom } from './edgePath.ts';
import type { LineData } from './flowTypes.ts';
import { stateUnder } from './stateUnder.ts';
import { useTargetScale } from './useTargetScale.ts';
import css from './Line.module.css';

/** A press that moves less is a click. */
const STILL = 4;
/** The grips stand beside the cards, not on them: a card has a port there. */
const OFF = 15;

interface Hover {
  readonly onMouseEnter: () => void;
  readonly onMouseLeave: () => void;
}

/** Grips at both ends of an arrow: dragged to another card they re-target it, onto empty space they ask what comes there; a click asks in a list. */
export function EdgeEnds({ id, data, hover }: { readonly id: string; readonly data: LineData; readonly hover: Hover }) {
  const field = data.kind === 'end' ? (`${id.slice('#end'.length, -'#edge'.length)}/End` as Pointer) : data.field;
  if (field === undefined) return null;
  const [from, to] = data.names;
  return (
    <>
      {data.kind !== 'start' && data.kind !== 'end' && <Grip data={data} field={field} end="source" label={`Let the arrow to ${to} start elsewhere`} hover={hover} />}
      <Grip data={data} field={field} end="target" label={`Point the arrow from ${from} elsewhere`} hover={hover} />
    </>
  );
}

interface GripProps {
  readonly data: LineData;
  readonly field: Pointer;
  readonly end: 'source' | 'target';
  readonly label: string;
  readonly hover: Hover;
}

function Grip({ data, field, end, label, hover }: GripProps) {
  const flow = useReactFlow();
  const ui = useCanvasUiStore();
  const store = useEditorStore();
  const scale = useTargetScale();
  const start = useRef<At | null>(null);
  const points = end === 'target' ? data.points.toReversed() : data.points;
  const at = alongFrom(points, OFF);
  const fixed = points.at(-1) ?? at;

  const stop = (): void => {
    start.current = null;
    ui.setState({ wire: null, connecting: false });
  };
  const drop = (to: At): void => {
    const { actions } = store.getState();
    const state = stateUnder(to);
    if (state === null) return;
    if (state === 'canvas') {
      if (end === 'target') ui.setState({ quickAdd: { at: to, place: { kind: 'target', target: { instead: field } } } });
      else ui.setState({ refusal: { at: to, text: 'The tail of an arrow belongs to a state. Drop it on one.' } });
      return;
    }
    const name = selectEntry(state)(store.getState())?.name ?? (state as string as StateName);
    const refusal = actions.apply(end === 'target' ? setTarget(field, name) : moveSource(field, state), { origin: 'canvas' });
    ui.setState({ refusal: refusal ? { at: to, text: refusal.message } : null });
  };
  const onPointerDown = (event: PointerEvent<HTMLButtonElement>): void => {
    if (event.button !== 0) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { x: event.clientX, y: event.clientY };
    const onKey = (key: KeyboardEvent): void => {
      if (key.key === 'Escape') stop();
    };
    document.addEventListener('keydown', onKey, true);
    event.currentTarget.addEventListener('lostpointercapture', () => document.removeEventListener('keydown', onKey, true), { once: true });
  };
  const onPointerMove = (event: PointerEvent): void => {
    const to = { x: event.clientX, y: event.clientY };
    if (!start.current || (!ui.getState().wire && Math.hypot(to.x - start.current.x, to.y - start.current.y) < STILL)) return;
    ui.setState({ connecting: true, wire: { from: flow.flowToScreenPosition(fixed), to } });
  };
  const onPointerUp = (event: PointerEvent): void => {
    const { wire } = ui.getState();
    const began = start.current;
    stop();
    if (!began) return;
    // A captured pointer leaves without a word.
    if (wire) hover.onMouseLeave();
    if (wire) drop({ x: event.clientX, y: event.clientY });
    else store.getState().actions.showDialog({ kind: 'pick', what: 'retarget', field });
  };
  return (
    <button
      type="button"
      tabIndex={-1}
      className={`${css.grip} nopan nodrag`}
      style={{ left: at.x, top: at.y, scale }}
      title={label}
      aria-label={label}
      data-end={end}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={stop}
      {...hover}
    />
  );
}

import { memo, Suspense, useEffect, useRef, useState } from 'react';
import type { EdgeProps } from 'reactflow';
import { slashBefore } from '../../graph/roundedPath.ts';
import { laterPart } from '../../editor/laterPart.tsx';
import { useActions } from '../../editor/useActions.ts';
import { Icon } from '../../ui/icons.tsx';
import { Tooltip } from '../../ui/Tooltip.tsx';
import { useCanvasUi, useCanvasUiStore } from './canvasUi.ts';
import { dashedPieces, headPoints, insertPoint, linePath } from './edgePath.ts';
import type { LineData, LineEdge } from './flowTypes.ts';
import { LabelLayer } from './LabelLayer.tsx';
import { placeOnEdge } from './places.ts';
import { useTargetScale } from './useTargetScale.ts';
import css from './Line.module.css';

/** Grips come with the first line that is pointed at. */
const EdgeEnds = laterPart(async () => (await import('./EdgeEnds.tsx')).EdgeEnds);

/** The pointer crosses from the line to the button that appears on it: do not take it away at once. */
const LINGER_MS = 120;

/** A transition: a rounded right-angled line with its chip, and a button to insert where the pointer is. */
export const Line = memo(function Line({ id, data, selected }: EdgeProps<LineEdge>) {
  const [hovered, hover] = useHover();
  const dropping = useCanvasUi((ui) => (ui.drop?.kind === 'edge' || ui.drop?.kind === 'after' ? ui.drop.edge === id : false));
  if (!data) return null;
  const hot = hovered || selected || dropping || undefined;
  const head = data.kind !== 'end';
  const [from, to] = data.names;
  return (
    <>
      <g className={css.line} data-kind={data.kind} data-hot={hot} data-testid={`canvas.edge.${from}.${to}.${data.kind}`} {...hover}>
        {data.kind === 'catch'
          ? dashedPieces(data.points).map((piece, i) => <path key={i} className={css.stroke} d={piece.d} strokeDashoffset={piece.offset} />)
          : <path className={css.stroke} d={linePath(data.points, head)} />}
        {head && <path className={css.head} d={`M${headPoints(data.points).replaceAll(' ', 'L')}Z`} />}
        {data.kind === 'default' && data.chip && <path className={css.stroke} d={slashBefore(data.chip, data.points)} />}
        <path className={css.reach} d={linePath(data.points, false)}>{data.title !== undefined && <title>{data.title}</title>}</path>
      </g>
      {(data.chip || hovered || selected || dropping) && (
        <LabelLayer>
          {data.chip && <Chip id={id} data={data} chip={data.chip} hot={hot} hover={hover} />}
          {dropping && <InsertMark data={data} />}
          {hovered && !dropping && <InsertButton id={id} data={data} hover={hover} />}
          {(hovered || selected) && !dropping && <Suspense><EdgeEnds id={id} data={data} hover={hover} /></Suspense>}
        </LabelLayer>
      )}
    </>
  );
});

interface Hover {
  readonly onMouseEnter: () => void;
  readonly onMouseLeave: () => void;
}

function useHover(): readonly [boolean, Hover] {
  const [hovered, setHovered] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return [
    hovered,
    {
      onMouseEnter: () => {
        clearTimeout(timer.current);
        setHovered(true);
      },
      onMouseLeave: () => {
        timer.current = setTimeout(() => setHovered(false), LINGER_MS);
      },
    },
  ];
}

function Chip({ id, data, chip, hot, hover }: { readonly id: string; readonly data: LineData; readonly chip: NonNullable<LineData['chip']>; readonly hot: true | undefined; readonly hover: Hover }) {
  const { selectEdge } = useActions();
  const whole = hot && data.title !== undefined && data.title !== chip.text ? data.title : null;
  return (
    <>
      {/* For the pointer, as the line itself; from the keyboard an arrow is reached by its states. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <span className={`${css.chip} nopan`} data-kind={data.kind} data-hot={hot} onClick={() => selectEdge(id)} title={data.title} style={{ left: chip.x, top: chip.y, minWidth: chip.width }} {...hover}>
        {data.kind === 'catch' && <Icon name="catch" size={12} />}
        {chip.text}
      </span>
      {whole !== null && <span className={css.whole} data-kind={data.kind} style={{ left: chip.x, top: chip.y + chip.height + 4 }}>{whole}</span>}
    </>
  );
}

function InsertMark({ data }: { readonly data: LineData }) {
  const at = insertPoint(data.points, data.chip);
  return <span className={css.mark} style={{ left: at.x, top: at.y }} aria-hidden="true"><Icon name="plus" /></span>;
}

/** For the pointer only: from the keyboard the same is A on the card before. */
function InsertButton({ id, data, hover }: { readonly id: string; readonly data: LineData; readonly hover: Hover }) {
  const ui = useCanvasUiStore();
  const scale = useTargetScale();
  const at = insertPoint(data.points, data.chip);
  const place = placeOnEdge({ id, field: data.field }, data.from);
  if (!place) return null;
  return (
    <Tooltip text="Add a state here" keys="A" side="right">
      <button
        type="button"
        tabIndex={-1}
        className={`${css.insert} nopan nodrag`}
        style={{ left: at.x, top: at.y, scale }}
        aria-label="Add a state here"
        onClick={(event) => ui.setState({ quickAdd: { at: { x: event.clientX, y: event.clientY }, place } })}
        {...hover}
      >
        <Icon name="plus" />
      </button>
    </Tooltip>
  );
}

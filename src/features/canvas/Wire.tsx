import { useCanvasUi } from './canvasUi.ts';
import css from './Floating.module.css';

/** The end of an arrow on its way to another state. */
export function Wire() {
  const wire = useCanvasUi((ui) => ui.wire);
  if (!wire) return null;
  const { from, to } = wire;
  return (
    <svg className={css.wire} aria-hidden="true">
      <line x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
      <circle cx={to.x} cy={to.y} r="5" />
    </svg>
  );
}

import { useCanvasUi } from './canvasUi.ts';
import css from './Floating.module.css';

/** The card under way, at the pointer; the card itself stays until it is let go. */
export function MovingNote() {
  const moving = useCanvasUi((ui) => ui.moving);
  return moving ? <div className={css.moving} style={{ left: moving.at.x + 12, top: moving.at.y + 8 }}>{moving.name}</div> : null;
}

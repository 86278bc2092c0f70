import { selectShownGraph } from '../../editor/selectors/reading.ts';
import { useEditorStore } from '../../editor/useEditor.ts';
import { useCanvasUi } from './canvasUi.ts';
import { placeWords } from './placeWords.ts';
import css from './Floating.module.css';

/** What is under way and what will become of it, at the pointer; the card itself stays until it is let go. */
export function MovingNote() {
  const moving = useCanvasUi((ui) => ui.moving);
  const drop = useCanvasUi((ui) => ui.drop);
  const store = useEditorStore();
  const will = drop && placeWords(drop, selectShownGraph(store.getState()));
  if (!moving || (moving.name === '' && !will)) return null;
  return (
    <div className={css.moving} style={{ left: moving.at.x + 14, top: moving.at.y + 14 }} data-testid="canvas.moving">
      {moving.name !== '' && <b><bdi>{moving.name}</bdi></b>}
      {will && <span>{will}</span>}
    </div>
  );
}

import type { CodeEditorInstance, CodeModel } from '../monaco.ts';
import { registerUndoHost } from '../sharedUndo.ts';

const PAUSE_MS = 600;

interface Kept {
  readonly text: string;
  readonly caret: number;
}

/** Undo for a text that is no document: Monaco's own is replaced for all of its editors. Short texts, so whole ones are kept. */
export function plainUndo(editor: CodeEditorInstance, model: CodeModel): () => void {
  const past: Kept[] = [];
  const future: Kept[] = [];
  let now: Kept = { text: model.getValue(), caret: 0 };
  let last = 0;
  let moving = false;
  const here = (): Kept => ({ text: model.getValue(), caret: model.getOffsetAt(editor.getPosition() ?? { lineNumber: 1, column: 1 }) });
  const go = (from: Kept[], to: Kept[]): void => {
    const target = from.pop();
    if (!target) return;
    to.push(here());
    moving = true;
    model.applyEdits([{ range: model.getFullModelRange(), text: target.text }]);
    moving = false;
    now = target;
    editor.setPosition(model.getPositionAt(target.caret));
    last = 0;
  };
  const content = model.onDidChangeContent(() => {
    if (moving) return;
    const at = performance.now();
    if (at - last > PAUSE_MS) past.push(now);
    last = at;
    future.length = 0;
    now = here();
  });
  const release = registerUndoHost(model.uri, { undo: () => go(past, future), redo: () => go(future, past), canUndo: () => past.length > 0, canRedo: () => future.length > 0 });
  return () => { content.dispose(); release(); };
}

import type { StateId } from '../../asl/names.ts';
import { findState, stateAtOffset } from '../../asl/states.ts';
import type { EditorStore } from '../../editor/createEditorStore.ts';
import type { EditorState } from '../../editor/EditorState.ts';
import { selectIndex } from '../../editor/selectors/document.ts';
import type { CodeEditorInstance, CodeModel, Monaco } from './monaco.ts';

interface Bound {
  readonly monaco: Monaco;
  readonly editor: CodeEditorInstance;
  readonly model: CodeModel;
  readonly store: EditorStore;
  /** Class of the lines of a selected state. */
  readonly lineClass: string;
}

/** The caret selects the state it stands in; a state selected elsewhere has its lines marked and brought into view, without taking the focus. */
export function bindSelection({ monaco, editor, model, store, lineClass }: Bound): () => void {
  const marks = editor.createDecorationsCollection();

  const caretMoved = (): void => {
    if (!editor.hasTextFocus()) return;
    const s = store.getState();
    const position = editor.getPosition();
    if (!position || s.treeVersion !== s.version) return;
    const id = stateAtOffset(s.tree, model.getOffsetAt(position))?.id;
    // While the text is broken the rest of the screen shows the last good tree, which may not know the state yet.
    if (id !== undefined && selectIndex(s).byId.has(id) && !(s.selected.length === 1 && s.selected[0] === id)) s.actions.select([id], 'code');
  };
  const rangesOf = (s: EditorState) => s.selected.flatMap((id) => rangeOf(s, model, id) ?? []);
  const mark = (s: EditorState): void => {
    // A tree behind its text would mark the wrong lines; the marks that are there move with the text until it has caught up.
    if (s.treeVersion !== s.version) return;
    marks.set(rangesOf(s).map((range) => ({ range, options: { isWholeLine: true, className: lineClass, zIndex: -1 } })));
  };
  const reveal = (s: EditorState): void => {
    const [first] = rangesOf(s);
    if (first && !editor.hasTextFocus()) editor.revealRangeNearTopIfOutsideViewport(first, monaco.editor.ScrollType.Smooth);
  };

  const goTo = ({ codeRequest }: EditorState): void => {
    if (codeRequest === null) return;
    const position = model.getPositionAt(codeRequest.offset);
    editor.setPosition(position);
    editor.revealPositionInCenter(position, monaco.editor.ScrollType.Smooth);
  };

  mark(store.getState());
  reveal(store.getState());
  const caret = editor.onDidChangeCursorPosition(caretMoved);
  const focus = editor.onDidFocusEditorText(caretMoved);
  const unsubscribe = store.subscribe((s, before) => {
    if (s.selected !== before.selected || s.treeVersion !== before.treeVersion) mark(s);
    if (s.codeRequest !== before.codeRequest) goTo(s);
    if (s.selected !== before.selected && s.selectionOrigin !== 'code') reveal(s);
  });
  return () => { unsubscribe(); caret.dispose(); focus.dispose(); marks.clear(); };
}

function rangeOf(s: EditorState, model: CodeModel, id: StateId) {
  const found = findState(s.tree, id);
  if (!found) return null;
  const start = model.getPositionAt(found.member.offset);
  const end = model.getPositionAt(found.member.offset + found.member.length);
  return { startLineNumber: start.lineNumber, startColumn: start.column, endLineNumber: end.lineNumber, endColumn: end.column };
}

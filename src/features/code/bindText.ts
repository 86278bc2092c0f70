import type { TextEdit } from '../../asl/operations.ts';
import { mapOffset } from '../../asl/textEdits.ts';
import type { EditorStore } from '../../editor/createEditorStore.ts';
import type { EditorState } from '../../editor/EditorState.ts';
import { atWholeCharacters, editsFromChanges, spliceBetween } from './modelEdits.ts';
import type { CodeEditorInstance, CodeModel, Monaco } from './monaco.ts';
import { registerUndoHost } from './sharedUndo.ts';
import type { TypingGestures } from './typingGesture.ts';

interface Bound {
  readonly monaco: Monaco;
  readonly editor: CodeEditorInstance;
  readonly model: CodeModel;
  readonly store: EditorStore;
  readonly gestures: TypingGestures;
}

/** Model and store hold the same text: what is typed goes to the store, what happens elsewhere comes to the model as edits. */
export function bindText(bound: Bound): () => void {
  const { editor, model, store, gestures } = bound;
  let version = store.getState().version;
  let turn: 'idle' | 'typing' | 'following' = 'idle';
  let undoing = false;

  const typed = (edits: readonly TextEdit[]): void => {
    turn = 'typing';
    store.getState().actions.typeText(edits, gestures.next({ edits, at: performance.now() }));
    turn = 'idle';
    version = store.getState().version;
  };
  /** Monaco normalises what it cannot hold (a lone carriage return), and a store may refuse an edit: one of the two has to follow. */
  const agree = (leader: 'model' | 'store'): void => {
    const { text } = store.getState();
    if (isHeld(model, text)) return;
    if (leader === 'store') follow(spliceBetween(model.getValue(), withLineFeeds(text)), false);
    if (!isHeld(model, text)) typed(spliceBetween(text, model.getValue()));
  };
  const follow = (edits: readonly TextEdit[], showChange: boolean): void => {
    turn = 'following';
    keepingView(bound, edits, () => model.applyEdits(modelEdits(model, atWholeCharacters(model.getValue(), edits))));
    turn = 'idle';
    if (showChange) showEnd(bound, edits);
  };
  const changed = (s: EditorState): void => {
    if (turn !== 'idle' || s.version === version) return;
    gestures.breakOff();
    const { lastChange } = s;
    const known = version;
    version = s.version;
    if (lastChange.kind === 'opened') {
      turn = 'following';
      fillModel(bound.monaco, model, s.text);
      turn = 'idle';
    } else {
      const next = lastChange.version === s.version && lastChange.version === known + 1;
      follow(next ? lastChange.edits : spliceBetween(model.getValue(), s.text), undoing);
    }
    agree('store');
  };
  const inEditor = (run: () => void): void => {
    undoing = true;
    try { run(); } finally { undoing = false; }
  };

  agree('model');
  const content = model.onDidChangeContent((event) => {
    if (turn !== 'idle') return;
    typed(editsFromChanges(event.changes));
    agree('store');
  });
  const releaseUndo = registerUndoHost(model.uri, {
    undo: () => inEditor(() => store.getState().actions.undo()),
    redo: () => inEditor(() => store.getState().actions.redo()),
    canUndo: () => store.getState().history.past.length > 0,
    canRedo: () => store.getState().history.future.length > 0,
  });
  const caret = editor.onDidChangeCursorPosition((event) => {
    if (event.reason === bound.monaco.editor.CursorChangeReason.Explicit || event.reason === bound.monaco.editor.CursorChangeReason.Paste) gestures.breakOff();
  });
  const unsubscribe = store.subscribe(changed);
  return () => { unsubscribe(); caret.dispose(); releaseUndo(); content.dispose(); };
}

/** Monaco takes the line ends of what it is given, and the system's where there are none: here they are always `\n`. */
export function fillModel(monaco: Monaco, model: CodeModel, text: string): void {
  model.setValue(withLineFeeds(text));
  model.setEOL(monaco.editor.EndOfLineSequence.LF);
  model.detectIndentation(true, 2);
}

const withLineFeeds = (text: string): string => (text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text);

/** Both change their text by the same edits, so the same length means the same text, but for carriage returns. */
const isHeld = (model: CodeModel, text: string): boolean => model.getValueLength() === text.length && !text.includes('\r');

function modelEdits(model: CodeModel, edits: readonly TextEdit[]) {
  return edits.map(({ offset, length, text }) => {
    const start = model.getPositionAt(offset);
    const end = model.getPositionAt(offset + length);
    return { range: { startLineNumber: start.lineNumber, startColumn: start.column, endLineNumber: end.lineNumber, endColumn: end.column }, text };
  });
}

/** The first line in view stays where it is on the screen, whatever happens above it. */
function keepingView({ monaco, editor, model }: Bound, edits: readonly TextEdit[], run: () => void): void {
  const first = editor.getVisibleRanges()[0];
  const offset = first ? model.getOffsetAt({ lineNumber: first.startLineNumber, column: 1 }) : 0;
  const hidden = first ? editor.getScrollTop() - editor.getTopForLineNumber(first.startLineNumber) : 0;
  run();
  if (!first || first.startLineNumber === 1) return;
  const line = model.getPositionAt(mapOffset(edits, offset)).lineNumber;
  editor.setScrollTop(editor.getTopForLineNumber(line) + hidden, monaco.editor.ScrollType.Immediate);
}

/** After undo or redo from inside the editor the caret goes to what came back. */
function showEnd({ editor, model }: Bound, edits: readonly TextEdit[]): void {
  const last = edits.at(-1);
  if (!last) return;
  const position = model.getPositionAt(mapOffset(edits, last.offset + last.length));
  editor.setPosition(position);
  editor.revealPositionInCenterIfOutsideViewport(position);
}


import type { Range, Tree } from '../../../asl/tree.ts';
import type { EditorStore } from '../../../editor/createEditorStore.ts';
import type { CodeModel, Monaco } from '../monaco.ts';

/** What every provider works on: Monaco's model and the store hold one text. */
export interface AssistContext {
  readonly monaco: Monaco;
  readonly model: CodeModel;
  readonly store: EditorStore;
}

interface Cancellation {
  readonly isCancellationRequested: boolean;
  readonly onCancellationRequested: (listener: () => void) => { dispose(): void };
}

/** The tree of the text as it is now. A long document is parsed a moment after a key stroke: whoever asks waits for that and parses nothing. */
export function freshTree({ store }: AssistContext, token: Cancellation): Promise<Tree | null> {
  const s = store.getState();
  if (s.treeVersion === s.version) return Promise.resolve(s.tree);
  return new Promise((resolve) => {
    const done = (tree: Tree | null): void => {
      unsubscribe();
      cancel.dispose();
      resolve(tree);
    };
    const unsubscribe = store.subscribe((now) => { if (now.treeVersion === now.version) done(now.tree); });
    const cancel = token.onCancellationRequested(() => done(null));
  });
}

export function rangeOf(model: CodeModel, { offset, length }: Range) {
  const start = model.getPositionAt(offset);
  const end = model.getPositionAt(offset + length);
  return { startLineNumber: start.lineNumber, startColumn: start.column, endLineNumber: end.lineNumber, endColumn: end.column };
}

import type { Range, Tree } from '../../../asl/tree.ts';
import type { Known } from '../../../assist/Suggestion.ts';
import type { EditorStore } from '../../../editor/createEditorStore.ts';
import { kept } from '../../../editor/testRequest.ts';
import type { StateName } from '../../../asl/names.ts';
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

/** What tests have shown of a state's data: its last input, and what its mock or its last test answered. */
export function knownFrom(store: EditorStore): Known {
  return {
    input: (state) => parsed(kept(store.getState().sidecar.inputs, state as StateName)),
    result: (state) => parsed(kept(store.getState().sidecar.mocks, state as StateName)?.mock.result),
  };
}

function parsed(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

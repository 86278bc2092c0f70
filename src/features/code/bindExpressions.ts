import { embeddedTokens } from '../../assist/embedded/embeddedIn.ts';
import type { EmbeddedKind } from '../../assist/embedded/jsonataTokens.ts';
import type { EditorStore } from '../../editor/createEditorStore.ts';
import { rangeOf } from './assist/AssistContext.ts';
import type { CodeEditorInstance, CodeModel } from './monaco.ts';

/** A minified document shows all of itself at once. */
const MOST_TOKENS = 2_000;

/** Colours what stands inside texts - JSONata, paths, intrinsic calls - in the lines that are in view. */
export function bindExpressions(editor: CodeEditorInstance, model: CodeModel, store: EditorStore, classOf: (kind: EmbeddedKind) => string): () => void {
  const marks = editor.createDecorationsCollection();
  let frame = 0;
  const show = (): void => {
    frame = 0;
    const { tree, treeVersion, version } = store.getState();
    // The marks that are there move with the text until the tree has caught up.
    if (treeVersion !== version) return;
    marks.set(editor.getVisibleRanges().flatMap((visible) => {
      const offset = model.getOffsetAt({ lineNumber: visible.startLineNumber, column: 1 });
      const end = model.getOffsetAt({ lineNumber: visible.endLineNumber, column: model.getLineMaxColumn(visible.endLineNumber) });
      return embeddedTokens(tree, { offset, length: end - offset }, MOST_TOKENS).map((token) => ({ range: rangeOf(model, token), options: { inlineClassName: classOf(token.kind) } }));
    }));
  };
  const soon = (): void => { frame ||= requestAnimationFrame(show); };
  const listeners = [editor.onDidScrollChange(soon), editor.onDidLayoutChange(soon)];
  const unsubscribe = store.subscribe((s, before) => { if (s.treeVersion !== before.treeVersion) soon(); });
  soon();
  return () => { unsubscribe(); cancelAnimationFrame(frame); for (const listener of listeners) listener.dispose(); marks.clear(); };
}

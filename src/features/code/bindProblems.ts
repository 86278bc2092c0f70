import { unreachable } from '../../lib/unreachable.ts';
import type { EditorStore } from '../../editor/createEditorStore.ts';
import type { EditorState } from '../../editor/EditorState.ts';
import { selectProblems } from '../../editor/selectors/problems.ts';
import type { CodeModel, Monaco } from './monaco.ts';

const OWNER = 'asl';
type ProblemSeverity = ReturnType<typeof selectProblems>[number]['severity'];

/** Squiggles for the problems of the text as it is now. */
export function bindProblems({ monaco, model, store }: { readonly monaco: Monaco; readonly model: CodeModel; readonly store: EditorStore }): () => void {
  const show = (s: EditorState): void => {
    if (s.treeVersion !== s.version) return;
    monaco.editor.setModelMarkers(model, OWNER, selectProblems(s).map((problem) => {
      const start = model.getPositionAt(problem.offset);
      const end = model.getPositionAt(problem.offset + Math.max(problem.length, 1));
      return { severity: severityOf(monaco, problem.severity), message: problem.message, code: problem.code, startLineNumber: start.lineNumber, startColumn: start.column, endLineNumber: end.lineNumber, endColumn: end.column };
    }));
  };
  show(store.getState());
  const unsubscribe = store.subscribe((s, before) => { if (s.problems !== before.problems) show(s); });
  return () => { unsubscribe(); monaco.editor.setModelMarkers(model, OWNER, []); };
}

function severityOf(monaco: Monaco, severity: ProblemSeverity) {
  switch (severity) {
    case 'error': return monaco.MarkerSeverity.Error;
    case 'warning': return monaco.MarkerSeverity.Warning;
    case 'info': return monaco.MarkerSeverity.Info;
    default: return unreachable(severity);
  }
}

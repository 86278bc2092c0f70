import { endsByType } from '../asl/commands/operate.ts';
import { pasteStates } from '../asl/commands/pasteStates.ts';
import type { Target } from '../asl/commands/placement.ts';
import { findState } from '../asl/states.ts';
import type { EditorState } from '../editor/EditorState.ts';
import type { PageServices } from '../editor/useServices.ts';
import { selectGraph } from '../editor/selectors/graph.ts';
import { openText } from '../services/openDocument.ts';

/** A whole machine opens, states are added, a cURL command becomes an HTTP task; anything else is refused in a sentence. */
export function pasteText(text: string, s: EditorState, page: PageServices): void {
  const { actions } = s;
  if (/^\s*curl(\.exe)?\s/i.test(text)) return actions.showDialog({ kind: 'curl', command: text });
  const machine = openText(text, 'Pasted workflow');
  if (machine.ok) {
    page.show(machine.value);
    return actions.showDialog(null);
  }
  const refusal = actions.apply(pasteStates(text, placeFor(s)), { origin: 'canvas' });
  if (refusal) actions.notify({ tone: 'error', title: 'Not pasted', text: refusal.message });
}

/** On the selected arrow, behind the last selected state, or beside it where nothing can follow it. */
function placeFor(s: EditorState): Target {
  const edge = selectGraph(s).edges.find((one) => one.id === s.selectedEdge);
  if (edge?.field !== undefined) return { onEdge: edge.field };
  const last = s.selected.at(-1);
  const state = last === undefined ? undefined : findState(s.tree, last);
  if (!state) return {};
  return endsByType(state.type) ? { into: state.scope.pointer } : { after: state.id };
}

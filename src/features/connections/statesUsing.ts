import type { StateName } from '../../asl/names.ts';
import { selectIndex } from '../../editor/selectors/document.ts';
import type { EditorState } from '../../editor/EditorState.ts';

/** Names of the states whose text names this connection. */
export const statesUsing = (s: EditorState, arn: string): readonly StateName[] =>
  selectIndex(s)
    .all.filter(({ node, type }) => type === 'Task' && s.goodTree.text.slice(node.offset, node.offset + node.length).includes(JSON.stringify(arn)))
    .map((entry) => entry.name);

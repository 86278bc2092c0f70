import { embeddedIn } from '../../../assist/embedded/embeddedIn.ts';
import type { CodeEditorInstance } from '../monaco.ts';
import { freshTree, rangeOf, type AssistContext } from './AssistContext.ts';
import { expressionAt, type EditedExpression } from './expressionAt.ts';

/** Shorter ones are read well enough where they stand. */
const LONG = 90;
const MOST_LENSES = 500;

/** Ways into the editor of an expression: the context menu, Alt+Enter, and a line above long ones. */
export function bindExpressionEditor(context: AssistContext, editor: CodeEditorInstance, open: (expression: EditedExpression) => void): () => void {
  const { monaco, model, store } = context;
  const openAt = (offset: number): void => {
    const s = store.getState();
    const found = s.treeVersion === s.version ? expressionAt(s.tree, offset) : null;
    if (found) open(found);
    else s.actions.announce('Put the caret on a JSONata expression, between {% and %}.');
  };
  const action = editor.addAction({
    id: 'studio.edit-expression', label: 'Edit expression', keybindings: [monaco.KeyMod.Alt | monaco.KeyCode.Enter], contextMenuGroupId: '1_modification', contextMenuOrder: 0,
    run: () => {
      const position = editor.getPosition();
      if (position) openAt(model.getOffsetAt(position));
    },
  });
  const command = editor.addCommand(0, (_: unknown, offset: number) => openAt(offset));
  const lenses = monaco.languages.registerCodeLensProvider(['json', 'yaml'], {
    async provideCodeLenses(asked, token) {
      const tree = asked === model ? await freshTree(context, token) : null;
      if (!tree || command === null) return null;
      const long = embeddedIn(tree).filter(({ use, node }) => use === 'jsonata' && (node.value.length > LONG || node.value.includes('\n'))).slice(0, MOST_LENSES);
      return { lenses: long.map(({ node }) => ({ range: rangeOf(model, { offset: node.offset, length: 1 }), command: { id: command, title: 'Edit expression', arguments: [node.offset] } })) };
    },
  });
  return () => { action.dispose(); lenses.dispose(); };
}

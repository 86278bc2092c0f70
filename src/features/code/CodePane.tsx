import { useCallback, useState } from 'react';
import { lineOf } from '../../asl/lines.ts';
import type { EditorState } from '../../editor/EditorState.ts';
import { selectStale } from '../../editor/selectors/document.ts';
import { useEditor } from '../../editor/useEditor.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import type { EditedExpression } from './assist/expressionAt.ts';
import { CodeEditor } from './CodeEditor.tsx';
import { ExpressionDialog } from './ExpressionDialog.tsx';
import type { CodeEditorInstance } from './monaco.ts';
import css from './CodePane.module.css';

/** The text of the document. */
export function CodePane() {
  const [editor, setEditor] = useState<CodeEditorInstance | null>(null);
  const [expression, setExpression] = useState<EditedExpression | null>(null);
  const edit = useCallback((next: EditedExpression) => setExpression(next), []);
  const ready = useCallback((next: CodeEditorInstance | null) => setEditor(next), []);
  return (
    <section className={css.pane} aria-label="Code">
      <CodeHeader editor={editor} />
      <CodeEditor onReady={ready} onExpression={edit} />
      {/* Below, so that the text does not jump while someone types a word that is not JSON yet. */}
      <BrokenBanner editor={editor} />
      {expression && <ExpressionDialog expression={expression} onClose={() => setExpression(null)} />}
    </section>
  );
}

function CodeHeader({ editor }: { readonly editor: CodeEditorInstance | null }) {
  const name = useEditor((s) => s.name);
  const selected = useEditor((s) => (s.selected.length === 1 ? s.selected[0] : undefined));
  const broken = useEditor(selectBroken) !== null;
  return (
    <header className={css.head}>
      <Icon name="file" size={14} />
      <span className={css.name} title={`${name}.asl.json`}>{name}.asl.json</span>
      {selected !== undefined && <span className={css.crumbs}><span>States</span><Icon name="chevron-right" size={12} /><span className={css.cut} title={selected}>{selected}</span></span>}
      <span className={css.grow} />
      <IconButton icon="search" size="small" label="Find in the code" keys="Mod+F" disabledReason={editor ? null : 'The editor is loading.'} onClick={() => run(editor, 'actions.find')} />
      <IconButton icon="format" size="small" label="Format the code" keys="Shift+Alt+F" disabledReason={editor ? (broken ? 'Only text that can be read can be formatted. Mend the marked line first.' : null) : 'The editor is loading.'} onClick={() => run(editor, 'editor.action.formatDocument')} data-testid="code.format" />
    </header>
  );
}

function run(editor: CodeEditorInstance | null, action: string): void {
  editor?.focus();
  void editor?.getAction(action)?.run();
}

/** The first mistake that keeps the text from being read. */
const selectBroken = (s: EditorState) => s.tree.problems.find((problem) => problem.fatal) ?? null;

function BrokenBanner({ editor }: { readonly editor: CodeEditorInstance | null }) {
  const problem = useEditor(selectBroken);
  const line = useEditor((s) => (problem ? lineOf(s.tree.text, problem.offset) : 0));
  const stale = useEditor(selectStale);
  if (!problem) return null;
  const go = (): void => {
    const model = editor?.getModel();
    if (!editor || !model) return;
    const position = model.getPositionAt(problem.offset);
    editor.setPosition(position);
    editor.revealPositionInCenterIfOutsideViewport(position);
    editor.focus();
  };
  const sentence = problem.code === 'empty' || problem.message.includes(`line ${line}`) || problem.message.includes(`Line ${line}`) ? problem.message : `Line ${line}: ${problem.message}`;
  return (
    <div className={css.banner} role="status" data-testid="code.broken">
      <Icon name="warning" size={14} />
      <span className={css.sentence}>{sentence}{stale && ' The picture shows the last text that could be read.'}</span>
      <Button variant="ghost" size="small" onClick={go}>Go to line {line}</Button>
    </div>
  );
}

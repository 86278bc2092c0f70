import { useEffect, useRef, useState } from 'react';
import { setField } from '../../asl/commands/setField.ts';
import { textProblem } from '../../assist/embedded/expressionProblem.ts';
import { useEditorStore } from '../../editor/useEditor.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog, Grow } from '../../ui/Dialog.tsx';
import { delimited, type EditedExpression } from './assist/expressionAt.ts';
import { JSONATA, registerJsonata } from './assist/jsonataLanguage.ts';
import { plainUndo } from './assist/plainUndo.ts';
import { loadMonaco, type CodeEditorInstance } from './monaco.ts';
import css from './ExpressionDialog.module.css';

export interface ExpressionDialogProps {
  readonly expression: EditedExpression;
  readonly onClose: () => void;
}

/** A JSONata expression without quotes, escapes and delimiters; what is applied goes back as one step of undo. */
export function ExpressionDialog({ expression, onClose }: ExpressionDialogProps) {
  const store = useEditorStore();
  const [text, setText] = useState(expression.text);
  const [refused, setRefused] = useState<string | null>(null);
  const host = useExpressionEditor(expression.text, setText);
  const problem = textProblem('jsonata', `{%${text}%}`);
  const apply = (): void => {
    const refusal = store.getState().actions.apply(setField(expression.state, expression.way, delimited(text)), { origin: 'code' });
    if (refusal) setRefused(refusal.message);
    else onClose();
  };
  return (
    <Dialog open onClose={onClose} size="l" title="Edit expression" description={expression.place} data-testid="expression" footer={(
      <>
        <span className={css.hint}>Escape leaves the text, then Tab moves on.</span>
        <Grow />
        <Button variant="ghost" onClick={onClose}>Cancel</Button>
        <Button variant="primary" onClick={apply} data-testid="expression.apply">Apply</Button>
      </>
    )}>
      <div className={css.host} ref={host} data-testid="expression.editor" />
      <p className={css.problem} role="status" data-problem={refused !== null || problem !== null} data-testid="expression.problem">{refused ?? (problem ? `Line ${lineOf(text, problem.at - 2)}: ${problem.message}` : 'This can be read as JSONata.')}</p>
    </Dialog>
  );
}

const lineOf = (text: string, at: number): number => text.slice(0, Math.max(0, at)).split('\n').length;

let opened = 0;

/** Monaco on the bare expression, with the mistake marked where it is. */
function useExpressionEditor(first: string, onText: (text: string) => void) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let release = (): void => undefined;
    let gone = false;
    void loadMonaco().then((monaco) => {
      if (gone || !host.current) return;
      registerJsonata(monaco);
      opened += 1;
      const model = monaco.editor.createModel(first, JSONATA, monaco.Uri.parse(`inmemory://studio/expression-${opened}`));
      const editor: CodeEditorInstance = monaco.editor.create(host.current, {
        model, ariaLabel: 'JSONata expression. Escape leaves the text.', fontFamily: getComputedStyle(document.documentElement).getPropertyValue('--font-code').trim(), fontSize: 12.5, lineHeight: 20, fontLigatures: false,
        minimap: { enabled: false }, scrollBeyondLastLine: false, automaticLayout: true, lineNumbersMinChars: 3, glyphMargin: false, folding: false, links: false, wordBasedSuggestions: 'off', quickSuggestions: false,
        padding: { top: 8, bottom: 8 }, unusualLineTerminators: 'off', overviewRulerBorder: false, fixedOverflowWidgets: true, tabSize: 2,
      });
      const leave = editor.addAction({ id: 'studio.expression.leave', label: 'Leave the text', keybindings: [monaco.KeyCode.Escape], precondition: 'textInputFocus && !findWidgetVisible && !editorHoverVisible', run: () => host.current?.closest('[role="dialog"]')?.querySelector<HTMLElement>('[data-testid="expression.apply"]')?.focus() });
      const mark = (): void => {
        const text = model.getValue();
        const problem = textProblem('jsonata', `{%${text}%}`);
        const at = problem && model.getPositionAt(Math.min(Math.max(0, problem.at - 2), Math.max(0, text.length - 1)));
        monaco.editor.setModelMarkers(model, 'jsonata', problem && at ? [{ severity: monaco.MarkerSeverity.Error, message: problem.message, startLineNumber: at.lineNumber, startColumn: at.column, endLineNumber: at.lineNumber, endColumn: at.column + 1 }] : []);
        onText(text);
      };
      const content = model.onDidChangeContent(mark);
      const undo = plainUndo(editor, model);
      mark();
      editor.focus();
      release = () => { leave.dispose(); content.dispose(); undo(); editor.dispose(); model.dispose(); };
    });
    return () => { gone = true; release(); };
    // The text it began with is that of the first showing.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return host;
}

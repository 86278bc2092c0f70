import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { useEditorStore } from '../../editor/useEditor.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { bindExpressionEditor } from './assist/bindExpressionEditor.ts';
import type { EditedExpression } from './assist/expressionAt.ts';
import { bindAssist } from './assist/bindAssist.ts';
import { bindExpressions } from './bindExpressions.ts';
import { bindLanguage } from './bindLanguage.ts';
import { bindProblems } from './bindProblems.ts';
import { bindSelection } from './bindSelection.ts';
import { bindText } from './bindText.ts';
import { createCodeEditor } from './createCodeEditor.ts';
import { type CodeEditorInstance, loadMonaco } from './monaco.ts';
import { followTheme } from './monacoTheme.ts';
import { createTypingGestures } from './typingGesture.ts';
import css from './CodeEditor.module.css';

export interface CodeEditorProps {
  /** The running editor, for buttons around it. */
  readonly onReady: (editor: CodeEditorInstance | null) => void;
  /** An expression asks for an editor of its own. */
  readonly onExpression: (expression: EditedExpression) => void;
}

/** Monaco on the document. The frame is the tab stop: Enter goes in, Escape comes out, so Tab always moves on. */
export function CodeEditor({ onReady, onExpression }: CodeEditorProps) {
  const frame = useRef<HTMLDivElement>(null);
  const editor = useRef<CodeEditorInstance | null>(null);
  const [attempt, setAttempt] = useState(0);
  const state = useMonaco(frame, editor, attempt, onReady, onExpression);
  const keyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.target !== frame.current || event.key !== 'Enter') return;
    event.preventDefault();
    editor.current?.focus();
  };
  return (
    // A tab stop that holds an editor: there is no role for it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div className={css.frame} ref={frame} tabIndex={0} role="group" aria-label="Code editor. Press Enter to edit; Escape leaves it." onKeyDown={keyDown} data-testid="code.editor" data-state={state}>
      {state === 'loading' && <p className={css.loading}>Loading the code editor…</p>}
      {state === 'failed' && (
        <EmptyState icon="warning" title="The code editor could not be loaded" text="The canvas and the forms work without it, and your text is safe. Check the connection to the studio, then try again." action={<Button icon="refresh" onClick={() => setAttempt(attempt + 1)}>Try again</Button>} />
      )}
      <span className={css.hint} aria-hidden="true">Enter edits, Escape leaves</span>
    </div>
  );
}

type LoadState = 'loading' | 'ready' | 'failed';

/** Connects Monaco to the store for as long as the frame is there. */
function useMonaco(frame: RefObject<HTMLDivElement | null>, current: RefObject<CodeEditorInstance | null>, attempt: number, onReady: CodeEditorProps['onReady'], onExpression: CodeEditorProps['onExpression']): LoadState {
  const store = useEditorStore();
  const [reached, setReached] = useState<{ readonly attempt: number; readonly state: LoadState }>({ attempt, state: 'loading' });
  useEffect(() => {
    const host = document.createElement('div');
    // React Flow listens on the whole page and keeps the space bar for itself outside fields, and Monaco's field is none that it knows.
    host.className = `${css.host ?? ''} nokey`;
    let release = (): void => host.remove();
    let gone = false;
    loadMonaco().then((monaco) => {
      if (gone || !frame.current) return;
      frame.current.append(host);
      const { editor, model } = createCodeEditor(monaco, host, store, () => frame.current?.focus());
      const follower = (s = store.getState()): void => editor.updateOptions({ readOnly: s.saving.kind === 'follower', readOnlyMessage: { value: 'Another tab edits this draft. Take over to edit it here.' } });
      follower();
      const unbind = [
        followTheme(monaco),
        bindText({ monaco, editor, model, store, gestures: createTypingGestures() }),
        bindLanguage({ monaco, model, store }),
        bindSelection({ monaco, editor, model, store, lineClass: css.selected ?? '' }),
        bindProblems({ monaco, model, store }),
        bindExpressions(editor, model, store, (kind) => `${css.expression ?? ''} ${css[kind] ?? ''}`),
        bindAssist({ monaco, model, store }),
        bindExpressionEditor({ monaco, model, store }, editor, onExpression),
        store.subscribe((s, before) => { if (s.saving.kind !== before.saving.kind) follower(s); }),
      ];
      current.current = editor;
      onReady(editor);
      setReached({ attempt, state: 'ready' });
      release = () => {
        onReady(null);
        current.current = null;
        for (const undo of unbind) undo();
        editor.dispose();
        model.dispose();
        host.remove();
      };
    }, () => { if (!gone) setReached({ attempt, state: 'failed' }); });
    return () => { gone = true; release(); };
  }, [store, attempt, frame, current, onReady, onExpression]);
  return reached.attempt === attempt ? reached.state : 'loading';
}

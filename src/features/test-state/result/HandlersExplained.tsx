import { useMemo } from 'react';
import type { TestRun } from '../../../editor/EditorState.ts';
import { selectEntry } from '../../../editor/selectors/document.ts';
import { selectConditions } from '../../../editor/selectors/test.ts';
import { withConditions } from '../../../editor/conditions.ts';
import { useActions } from '../../../editor/useActions.ts';
import { useEditor } from '../../../editor/useEditor.ts';
import type { StateEntry } from '../../../asl/states.ts';
import { explainHandling, handlersOf, type ExplainedHandler } from '../../../interpreter/explainHandling.ts';
import { Button } from '../../../ui/Button.tsx';
import { Chip } from '../../../ui/Chip.tsx';
import { handlerWords } from './handlerWords.ts';
import css from './Result.module.css';

/** What each retrier and catcher of the state made of the error, in the order in which they are asked. */
export function HandlersExplained({ run, error }: { readonly run: TestRun; readonly error: string }) {
  const used = run.request.stateConfiguration?.retrierRetryCount ?? 0;
  const handlers = useMemo(() => explainHandling(handlersOf(run.request), error, used), [run.request, error, used]);
  const entry = useEditor(selectEntry(run.state));
  if (handlers.length === 0) return null;
  const retried = handlers.some(({ kind, verdict }) => kind === 'retry' && verdict === 'taken');
  return (
    <section aria-label="Retry and Catch" data-testid="test.handlers">
      <header className={css.head}>
        <h3 className={css.title}>Retry and Catch</h3>
        <span className={css.grow} />
        {retried && entry && <NextAttempt entry={entry} used={used} />}
      </header>
      <ol className={css.handlers}>
        {handlers.map((handler) => <Handler key={`${handler.kind}${handler.index}`} handler={handler} words={handlerWords(handler, error, retried)} />)}
      </ol>
    </section>
  );
}

function Handler({ handler, words }: { readonly handler: ExplainedHandler; readonly words: string }) {
  const { kind, index, verdict } = handler;
  const name = `${kind === 'retry' ? 'Retry' : 'Catch'} ${index + 1}`;
  return (
    <li className={css.handler} data-verdict={verdict}>
      <Chip tone={verdict === 'taken' ? 'caught' : 'outline'} icon={kind}>{name}</Chip>
      <span>{words}</span>
    </li>
  );
}

/** The same test as the attempt after this one; the count stays in Conditions, where it is seen and changed. */
function NextAttempt({ entry, used }: { readonly entry: StateEntry; readonly used: number }) {
  const conditions = useEditor(selectConditions(entry.name));
  const { setConditions, startTest } = useActions();
  const next = (): void => {
    setConditions(entry.name, withConditions(conditions, { retrierRetryCount: used + 1 }));
    startTest(entry.id);
  };
  return <Button size="small" icon="retry" onClick={next} tooltip={`Runs the test again with retrierRetryCount ${used + 1}`} data-testid="test.next-attempt">Next attempt</Button>;
}

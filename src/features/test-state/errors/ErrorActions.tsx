import type { StateId } from '../../../asl/names.ts';
import type { Command } from '../../../asl/operations.ts';
import { selectEntry } from '../../../editor/selectors/document.ts';
import { useActions } from '../../../editor/useActions.ts';
import { useEditor } from '../../../editor/useEditor.ts';
import { Button } from '../../../ui/Button.tsx';
import { Menu, type MenuEntry } from '../../../ui/Menu.tsx';
import { errorAdvice } from './errorAdvice.ts';
import { catchError, namesError, retryError, type CatchTarget } from './handlerCommands.ts';
import css from '../exchange/Exchange.module.css';

/** More targets than these are chosen in the form. */
const TARGETS = 12;
const HANDLES: ReadonlySet<string> = new Set(['Task', 'Map', 'Parallel']);

/** From an error to what handles exactly it, in one press and one step of undo. */
export function ErrorActions({ state, error }: { readonly state: StateId; readonly error: string }) {
  const entry = useEditor(selectEntry(state));
  const { apply, notify, undo } = useActions();
  if (!entry || !HANDLES.has(entry.type ?? '')) return null;
  const advice = errorAdvice(error);
  if (advice.retry === 'never' && !advice.catchable) return <p className={css.reason}>{advice.note}</p>;
  const retried = namesError(entry, 'Retry', error);
  const caught = namesError(entry, 'Catch', error);
  const run = (command: Command, title: string): void => {
    const refused = apply(command, { origin: 'other' });
    if (refused) notify({ tone: 'error', title: 'Nothing was changed', text: refused.message });
    else notify({ tone: 'success', title, text: 'Run the test again to see what Step Functions would do.', action: { label: 'Undo', run: undo } });
  };
  const handle = (target: CatchTarget): void => run(catchError(entry.id, error, target), `${error} is caught now`);
  const others = entry.scope.children.filter(({ id }) => id !== entry.id).slice(0, TARGETS);
  const entries: readonly MenuEntry[] = [
    { id: 'new', label: 'To a new state that handles it', icon: 'plus', onSelect: () => handle({ kind: 'new', type: 'Pass' }) },
    { id: 'fail', label: 'To a new Fail state', icon: 'fail', onSelect: () => handle({ kind: 'new', type: 'Fail' }) },
    ...(others.length === 0 ? [] : ['separator' as const]),
    ...others.map((other) => ({ id: `to ${other.id}`, label: `To ${other.name}`, onSelect: () => handle({ kind: 'state', name: other.name }) })),
  ];
  const noRetry = retried >= 0 ? `Retry ${retried + 1} names this error already.` : null;
  const noCatch = caught >= 0 ? `Catch ${caught + 1} names this error already.` : null;
  const isPatient = retried < 0 && advice.retry === 'sensible';
  return (
    <div className={css.actions} data-testid="test.handle">
      <Button size="small" variant={isPatient ? 'primary' : 'secondary'} icon="retry" disabledReason={noRetry} onClick={() => run(retryError(entry.id, error), `${error} is retried now`)} data-testid="test.handle.retry">{retried >= 0 ? 'Retried' : 'Retry this error'}</Button>
      {noCatch === null
        ? <Menu label={`Catch ${error}`} entries={entries} trigger={<Button size="small" icon="catch" iconEnd="chevron-down" data-testid="test.handle.catch">Catch this error</Button>} />
        : <Button size="small" icon="catch" disabledReason={noCatch}>{caught >= 0 ? 'Caught' : 'Catch this error'}</Button>}
      {advice.note !== undefined && <span className={css.reason}>{advice.note}</span>}
    </div>
  );
}

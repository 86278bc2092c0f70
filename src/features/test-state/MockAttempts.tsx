import type { StateEntry } from '../../asl/states.ts';
import { replySays } from '../../editor/httpMock.ts';
import { repliesOf, withReplies } from '../../editor/mockAttempts.ts';
import type { StateMock } from '../../editor/sidecar.ts';
import { useActions } from '../../editor/useActions.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import css from './MockEditor.module.css';

/** Answers by attempt: the one that is chosen is edited, and a test of the state alone takes it. */
export function MockAttempts({ entry, mock }: { readonly entry: StateEntry; readonly mock: StateMock }) {
  const { setMock, notify } = useActions();
  const replies = repliesOf(mock);
  const at = mock.attempt ?? 0;
  const choose = (attempt: number): void => setMock(entry.name, { ...mock, attempt });
  const add = (): void => {
    const last = replies.at(-1) ?? mock.mock;
    setMock(entry.name, { ...withReplies(mock, [replies[0], ...replies.slice(1), last]), attempt: replies.length });
  };
  const remove = (): void => {
    const [first, ...rest] = replies.filter((_, index) => index !== at);
    if (!first) return;
    setMock(entry.name, withReplies({ ...mock, attempt: Math.max(0, at - 1) }, [first, ...rest]));
    notify({ tone: 'info', title: `The answer to attempt ${at + 1} was removed`, action: { label: 'Undo', run: () => setMock(entry.name, mock) } });
  };
  const label = (index: number): string => `Attempt ${index + 1}${index === replies.length - 1 && index > 0 ? ' and later' : ''}`;
  if (replies.length === 1) {
    return (
      <div className={css.bar}>
        <span className={css.hint}>Every attempt gets this answer.</span>
        <span className={css.grow} />
        <Button size="small" variant="ghost" icon="plus" onClick={add} data-testid="test.mock.addAttempt">Another answer for retries</Button>
      </div>
    );
  }
  return (
    <div className={css.bar}>
      <SelectField label="Answer to" hideLabel size="small" options={replies.map((reply, index) => ({ value: String(index), label: label(index), description: replySays(reply) }))} value={String(at)} onChange={(value) => choose(Number(value))} data-testid="test.mock.attempt" />
      <span className={css.hint}>A test takes this attempt.</span>
      <span className={css.grow} />
      <IconButton size="small" icon="plus" label="Add an attempt" onClick={add} data-testid="test.mock.addAttempt" />
      <IconButton size="small" icon="minus" label={`Remove attempt ${at + 1}`} onClick={remove} data-testid="test.mock.removeAttempt" />
    </div>
  );
}

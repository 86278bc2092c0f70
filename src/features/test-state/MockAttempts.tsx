import { useEffect, useRef } from 'react';
import type { StateEntry } from '../../asl/states.ts';
import { withConditions } from '../../editor/conditions.ts';
import { replySays } from '../../editor/httpMock.ts';
import { repliesOf, withReplies } from '../../editor/mockAttempts.ts';
import { selectConditions } from '../../editor/selectors/test.ts';
import type { StateMock } from '../../editor/sidecar.ts';
import { useActions } from '../../editor/useActions.ts';
import { useEditor } from '../../editor/useEditor.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import css from './MockEditor.module.css';

/** Answers by attempt: the one that is chosen is edited, and a test of the state alone takes it. */
export function MockAttempts({ entry, mock }: { readonly entry: StateEntry; readonly mock: StateMock }) {
  const { setMock, setConditions, notify } = useActions();
  const conditions = useEditor(selectConditions(entry.name));
  const bar = useRef<HTMLDivElement>(null);
  const follow = useRef(false);
  useEffect(() => {
    if (!follow.current) return;
    follow.current = false;
    // The button that was pressed is gone: what chooses the answer is nearest, or else what adds one.
    bar.current?.querySelector<HTMLElement>('button')?.focus();
  });
  const replies = repliesOf(mock);
  const count = conditions.retrierRetryCount ?? 0;
  const at = Math.min(count, replies.length - 1);
  const several = replies.length > 1;
  const choose = (attempt: number): void => setConditions(entry.name, withConditions(conditions, { retrierRetryCount: attempt }));
  const add = (): void => {
    setMock(entry.name, withReplies(mock, [replies[0], ...replies.slice(1), replies.at(-1) ?? mock.mock]));
    choose(replies.length);
  };
  const remove = (): void => {
    const [first, ...rest] = replies.filter((_, index) => index !== at);
    if (!first) return;
    follow.current = true;
    setMock(entry.name, withReplies(mock, [first, ...rest]));
    choose(Math.max(0, at - 1));
    const back = (): void => {
      setMock(entry.name, mock);
      setConditions(entry.name, withConditions(conditions, {}));
    };
    notify({ tone: 'info', title: `The answer to attempt ${at + 1} was removed`, action: { label: 'Undo', run: back } });
  };
  const label = (index: number): string => `Attempt ${index + 1}${index === replies.length - 1 && index > 0 ? ' and later' : ''}`;
  return (
    <div className={css.bar} ref={bar}>
      {several && <SelectField label="Answer to" hideLabel size="small" options={replies.map((reply, index) => ({ value: String(index), label: label(index), description: replySays(reply) }))} value={String(at)} onChange={(value) => choose(Number(value))} data-testid="test.mock.attempt" />}
      <span className={css.hint}>{several ? `This test is attempt ${count + 1}.` : 'Every attempt gets this answer.'}</span>
      <span className={css.grow} />
      <Button key="add" size="small" variant="ghost" icon="plus" onClick={add} data-testid="test.mock.addAttempt">{several ? 'Add' : 'Another for retries'}</Button>
      {several && <IconButton size="small" icon="minus" label={`Remove attempt ${at + 1}`} onClick={remove} data-testid="test.mock.removeAttempt" />}
    </div>
  );
}

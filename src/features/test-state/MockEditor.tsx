import { useEffect, useRef } from 'react';
import type { StateEntry } from '../../asl/states.ts';
import { mockFromHttp } from '../../editor/httpMock.ts';
import { repliesOf, withReplies } from '../../editor/mockAttempts.ts';
import { sampleMock } from '../../editor/sampleMock.ts';
import { selectConditions, selectMock } from '../../editor/selectors/test.ts';
import type { MockReply, StateMock } from '../../editor/sidecar.ts';
import { holdsStates, isHttpTask } from '../../editor/testability.ts';
import { useActions } from '../../editor/useActions.ts';
import { useEditor } from '../../editor/useEditor.ts';
import { useSample } from '../../editor/useSample.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Segmented, type SegmentedOption } from '../../ui/Segmented.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { InsideTasks } from './InsideTasks.tsx';
import { MockAttempts } from './MockAttempts.tsx';
import { MockReplyFields } from './MockReplyFields.tsx';
import css from './MockEditor.module.css';

type Kind = 'result' | 'error' | 'http';

const kindOf = (reply: MockReply): Kind => (reply.http !== undefined ? 'http' : reply.errorOutput === undefined ? 'result' : 'error');

/** The answers a state is given instead of its work, one for each attempt: a result, an error with its cause, or the reply of a web server. */
export function MockEditor({ entry }: { readonly entry: StateEntry }) {
  const kept = useEditor(selectMock(entry.name));
  const { retrierRetryCount = 0 } = useEditor(selectConditions(entry.name));
  const { setMock, notify } = useActions();
  useSample(entry);
  const root = useRef<HTMLDivElement>(null);
  const follow = useRef(false);
  useEffect(() => {
    if (!follow.current) return;
    follow.current = false;
    root.current?.querySelector<HTMLElement>('[role="switch"], [role="radio"][tabindex="0"]')?.focus();
  });
  const choice = isHttpTask(entry) || holdsStates(entry);
  const mock: StateMock = kept ?? { enabled: !choice, mock: sampleMock(entry) };
  const replies = repliesOf(mock);
  const at = Math.min(retrierRetryCount, replies.length - 1);
  const reply = replies[at] ?? mock.mock;
  const change = (next: MockReply): void => {
    const [first, ...rest] = replies.map((one, index) => (index === at ? next : one));
    setMock(entry.name, withReplies({ ...mock, enabled: kept?.enabled ?? true }, [first ?? next, ...rest]));
  };
  const remove = (): void => {
    follow.current = true;
    setMock(entry.name, null);
    notify({ tone: 'info', title: `The mock of ${entry.name} was deleted`, action: { label: 'Undo', run: () => setMock(entry.name, kept ?? null) } });
  };
  const turn = (kind: Kind): void => {
    if (kind === kindOf(reply)) return;
    change(begunAs(kind, reply, entry));
    // What nobody wrote is no loss.
    if (kept && !isBeginning(reply, entry)) notify({ tone: 'info', title: `The mock of ${entry.name} answers with ${SAID[kind]} now`, action: { label: 'Undo', run: () => setMock(entry.name, kept) } });
  };
  const kinds: readonly SegmentedOption<Kind>[] = [{ value: 'result', label: 'Result' }, { value: 'error', label: 'Error' }, ...(isHttpTask(entry) ? [{ value: 'http', label: 'HTTP reply' } as const] : [])];
  const runsInside = holdsStates(entry) && !mock.enabled;
  return (
    <div className={css.mock} data-testid="test.mock" ref={root}>
      <div className={css.bar}>
        {choice ? <Switch label="Use this mock" checked={mock.enabled} onChange={(on) => setMock(entry.name, { ...mock, enabled: on })} /> : <span className={css.hint}>Answers instead of AWS.</span>}
        <span className={css.grow} />
        {!runsInside && <Segmented<Kind> label="The mock answers" size="small" value={kindOf(reply)} onChange={turn} options={kinds} />}
        {kept && <IconButton icon="trash" size="small" label="Delete this mock" onClick={remove} data-testid="test.mock.delete" />}
      </div>
      {runsInside ? <InsideTasks entry={entry} /> : (
        <>
          {entry.type === 'Task' && <MockAttempts entry={entry} mock={mock} />}
          <MockReplyFields key={at} entry={entry} reply={reply} onChange={change} />
        </>
      )}
    </div>
  );
}

const SAID: { readonly [K in Kind]: string } = { result: 'a result', error: 'an error', http: 'an HTTP reply' };

/** What another kind of answer begins with. */
function begunAs(kind: Kind, reply: MockReply, entry: StateEntry): MockReply {
  if (kind === 'http') return HTTP;
  // What the reply came to stays, where it is of that kind.
  if (kind === 'result') return reply.http !== undefined && reply.result !== undefined ? { result: reply.result } : sampleMock(entry);
  return { errorOutput: reply.http !== undefined && reply.errorOutput !== undefined ? reply.errorOutput : FAILED };
}

const HTTP = mockFromHttp({ status: 200, headers: [{ name: 'Content-Type', value: 'application/json' }], body: '{ "id": "1" }' });
const FAILED = { error: 'States.TaskFailed', cause: '' };

const isBeginning = (reply: MockReply, entry: StateEntry): boolean => [sampleMock(entry), { errorOutput: FAILED }, HTTP].some((one) => JSON.stringify(one) === JSON.stringify(reply));

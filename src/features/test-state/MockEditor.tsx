import type { StateEntry } from '../../asl/states.ts';
import { mockFromHttp } from '../../editor/httpMock.ts';
import { repliesOf, withReplies } from '../../editor/mockAttempts.ts';
import { sampleMock } from '../../editor/sampleMock.ts';
import { selectMock } from '../../editor/selectors/test.ts';
import type { MockReply, StateMock } from '../../editor/sidecar.ts';
import { isHttpTask } from '../../editor/testability.ts';
import { useActions } from '../../editor/useActions.ts';
import { useEditor } from '../../editor/useEditor.ts';
import { useSample } from '../../editor/useSample.ts';
import { CodeField } from '../../ui/CodeField.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Segmented, type SegmentedOption } from '../../ui/Segmented.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { HttpReplyFields } from './HttpReplyFields.tsx';
import { MockAttempts } from './MockAttempts.tsx';
import css from './MockEditor.module.css';

type Kind = 'result' | 'error' | 'http';

const kindOf = (reply: MockReply): Kind => (reply.http !== undefined ? 'http' : reply.errorOutput === undefined ? 'result' : 'error');

/** The answers a task is given instead of a call, one for each attempt: a result, an error with its cause, or the reply of a web server. */
export function MockEditor({ entry }: { readonly entry: StateEntry }) {
  const kept = useEditor(selectMock(entry.name));
  const { setMock, notify } = useActions();
  useSample(entry);
  const sendable = isHttpTask(entry);
  const mock: StateMock = kept ?? { enabled: !sendable, mock: sampleMock(entry) };
  const replies = repliesOf(mock);
  const at = mock.attempt ?? 0;
  const reply = replies[at] ?? mock.mock;
  const change = (next: MockReply): void => {
    const [first, ...rest] = replies.map((one, index) => (index === at ? next : one));
    setMock(entry.name, withReplies({ ...mock, enabled: kept?.enabled ?? true }, [first ?? next, ...rest]));
  };
  const remove = (): void => {
    setMock(entry.name, null);
    notify({ tone: 'info', title: `The mock of ${entry.name} was deleted`, action: { label: 'Undo', run: () => setMock(entry.name, kept ?? null) } });
  };
  const kinds: readonly SegmentedOption<Kind>[] = [{ value: 'result', label: 'Result' }, { value: 'error', label: 'Error' }, ...(sendable ? [{ value: 'http', label: 'HTTP reply' } as const] : [])];
  return (
    <div className={css.mock} data-testid="test.mock">
      <div className={css.bar}>
        {sendable && <Switch label="Use this mock" checked={mock.enabled} onChange={(on) => setMock(entry.name, { ...mock, enabled: on })} />}
        {!sendable && <span className={css.hint}>This task runs on AWS only, so its test takes this answer.</span>}
        <span className={css.grow} />
        <Segmented<Kind> label="The mock answers" size="small" value={kindOf(reply)} onChange={(kind) => change(begunAs(kind, reply, entry))} options={kinds} />
        {kept && <IconButton icon="trash" size="small" label="Delete this mock" onClick={remove} data-testid="test.mock.delete" />}
      </div>
      {entry.type === 'Task' && <MockAttempts entry={entry} mock={mock} />}
      <ReplyFields key={at} reply={reply} onChange={change} />
    </div>
  );
}

/** What another kind of answer begins with. */
function begunAs(kind: Kind, reply: MockReply, entry: StateEntry): MockReply {
  if (kindOf(reply) === kind) return reply;
  if (kind === 'http') return mockFromHttp({ status: 200, headers: [{ name: 'Content-Type', value: 'application/json' }], body: '{ "id": "1" }' });
  // What the reply came to stays, where it is of that kind.
  if (kind === 'result') return reply.http !== undefined && reply.result !== undefined ? { result: reply.result } : sampleMock(entry);
  return { errorOutput: reply.http !== undefined && reply.errorOutput !== undefined ? reply.errorOutput : { error: 'States.TaskFailed', cause: '' } };
}

function ReplyFields({ reply, onChange }: { readonly reply: MockReply; readonly onChange: (reply: MockReply) => void }) {
  if (reply.http !== undefined) return <HttpReplyFields reply={reply} http={reply.http} onChange={onChange} />;
  if (reply.errorOutput === undefined) return <CodeField label="Result of the task" hideLabel lines="fill" value={reply.result ?? ''} onChange={(result) => onChange({ ...reply, result })} data-testid="test.mock.result" />;
  const { errorOutput } = reply;
  return (
    <div className={css.error}>
      <TextField label="Error" mono value={errorOutput.error ?? ''} onChange={(error) => onChange({ ...reply, errorOutput: { ...errorOutput, error } })} data-testid="test.mock.error" />
      <TextArea label="Cause" mono value={errorOutput.cause ?? ''} onChange={(cause) => onChange({ ...reply, errorOutput: { ...errorOutput, cause } })} />
    </div>
  );
}

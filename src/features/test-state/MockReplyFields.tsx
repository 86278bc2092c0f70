import { useDeferredValue, useMemo } from 'react';
import type { StateEntry } from '../../asl/states.ts';
import { isLate, timeoutMsOf } from '../../editor/mockAttempts.ts';
import { checkedResource, mockProblem } from '../../editor/mockProblem.ts';
import type { MockReply } from '../../editor/sidecar.ts';
import { useCatalogAnswer } from '../../editor/useCatalogAnswer.ts';
import type { Mock } from '../../interpreter/testStateApi.ts';
import { CodeField } from '../../ui/CodeField.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { HttpReplyFields } from './HttpReplyFields.tsx';
import css from './MockEditor.module.css';

type Mode = NonNullable<Mock['fieldValidationMode']>;

const MODES: readonly { readonly value: Mode; readonly label: string; readonly description: string }[] = [
  { value: 'STRICT', label: 'STRICT', description: 'Required fields must be there, and all known fields of the right kind' },
  { value: 'PRESENT', label: 'PRESENT', description: 'Only the fields that are there are checked' },
  { value: 'NONE', label: 'NONE', description: 'Any JSON is taken' },
];

interface Props {
  readonly entry: StateEntry;
  readonly reply: MockReply;
  readonly onChange: (reply: MockReply) => void;
}

/** One answer: a result, an error with its cause, or the reply of a web server. */
export function MockReplyFields({ entry, reply, onChange }: Props) {
  if (reply.http !== undefined) return <HttpReplyFields reply={reply} http={reply.http} onChange={onChange} />;
  return reply.errorOutput === undefined ? <ResultFields entry={entry} reply={reply} onChange={onChange} /> : <ErrorFields entry={entry} reply={reply} onChange={onChange} />;
}

function ResultFields({ entry, reply, onChange }: Props) {
  const resource = checkedResource(entry);
  const shape = useCatalogAnswer(resource === null ? null : `response:${resource}`, (reader) => reader.responseShape(resource ?? ''));
  // A long result is checked behind the typing.
  const typed = useDeferredValue(reply);
  const problem = useMemo(() => mockProblem(entry, typed, shape), [entry, typed, shape]);
  const unchecked = resource !== null && shape === null && reply.fieldValidationMode !== 'NONE';
  return (
    <div className={css.result}>
      <CodeField
        label={entry.type === 'Task' ? 'Result of the task' : `Result of the ${entry.type ?? 'state'}`} hideLabel lines="fill" value={reply.result ?? ''} error={problem}
        onChange={(result) => onChange({ ...reply, result })} data-testid="test.mock.result"
      />
      {entry.type === 'Task' && (
        <div className={css.options}>
          {resource !== null && (
            <SelectField
              label="Validation" labelEnd={<code className={css.api}>fieldValidationMode</code>} size="small" options={MODES} value={reply.fieldValidationMode ?? 'STRICT'}
              hint={unchecked ? 'The response of this service is not known here: AWS checks more.' : undefined}
              onChange={(mode) => onChange(withMode(reply, mode))} data-testid="test.mock.validation"
            />
          )}
          <LatencyField entry={entry} reply={reply} onChange={onChange} />
        </div>
      )}
    </div>
  );
}

function ErrorFields({ entry, reply, onChange }: Props) {
  const { errorOutput = {} } = reply;
  return (
    <div className={css.error}>
      <TextField label="Error" mono value={errorOutput.error ?? ''} error={mockProblem(entry, reply, null)} onChange={(error) => onChange({ ...reply, errorOutput: { ...errorOutput, error } })} data-testid="test.mock.error" />
      <TextArea label="Cause" mono value={errorOutput.cause ?? ''} onChange={(cause) => onChange({ ...reply, errorOutput: { ...errorOutput, cause } })} />
      {entry.type === 'Task' && <LatencyField entry={entry} reply={reply} onChange={onChange} />}
    </div>
  );
}

/** Time is virtual: it only decides whether the answer comes within TimeoutSeconds. */
function LatencyField({ entry, reply, onChange }: Props) {
  const commit = (typed: string): void => {
    const { latencyMs: _, ...rest } = reply;
    const ms = Number(typed);
    onChange(typed.trim() === '' || !Number.isInteger(ms) || ms <= 0 ? rest : { ...rest, latencyMs: ms });
  };
  return (
    <TextField
      label="Answers after, in ms" size="small" mono inputMode="numeric" placeholder="0" hint={latencyHint(entry, reply)}
      value={reply.latencyMs === undefined ? '' : String(reply.latencyMs)} onCommit={commit} data-testid="test.mock.latency"
    />
  );
}

function latencyHint(entry: StateEntry, reply: MockReply): string | undefined {
  if (reply.latencyMs === undefined) return undefined;
  if (isLate(reply, entry)) return 'Past TimeoutSeconds: States.Timeout';
  return timeoutMsOf(entry) === undefined ? 'Without TimeoutSeconds it changes nothing' : 'Within TimeoutSeconds';
}

/** STRICT is what AWS takes where nothing is said. */
function withMode(reply: MockReply, mode: Mode): MockReply {
  const { fieldValidationMode: _, ...rest } = reply;
  return mode === 'STRICT' ? rest : { ...rest, fieldValidationMode: mode };
}

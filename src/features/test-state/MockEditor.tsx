import type { StateEntry } from '../../asl/states.ts';
import { selectMock } from '../../editor/selectors/test.ts';
import { sampleMock } from '../../editor/sampleMock.ts';
import { isHttpTask } from '../../editor/testability.ts';
import { useActions } from '../../editor/useActions.ts';
import { useEditor } from '../../editor/useEditor.ts';
import { useSample } from '../../editor/useSample.ts';
import type { Mock } from '../../interpreter/testStateApi.ts';
import { CodeField } from '../../ui/CodeField.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import css from './MockEditor.module.css';

type Kind = 'result' | 'error';

/** The answer a task is given instead of a call: a result, or an error with its cause. Shapes are those of the TestState API. */
export function MockEditor({ entry }: { readonly entry: StateEntry }) {
  const kept = useEditor(selectMock(entry.name));
  const { setMock } = useActions();
  useSample(entry);
  const mock = kept?.mock ?? sampleMock(entry);
  const sendable = isHttpTask(entry);
  const enabled = kept?.enabled ?? !sendable;
  const kind: Kind = mock.errorOutput === undefined ? 'result' : 'error';
  const change = (next: Mock): void => setMock(entry.name, { enabled: kept?.enabled ?? true, mock: next });
  const choose = (next: Kind): void => change(next === 'result' ? sampleMock(entry) : { errorOutput: { error: 'States.TaskFailed', cause: '' } });
  return (
    <div className={css.mock} data-testid="test.mock">
      <div className={css.bar}>
        {sendable && <Switch label="Use this mock" checked={enabled} onChange={(on) => setMock(entry.name, { enabled: on, mock })} />}
        {!sendable && <span className={css.hint}>This task runs on AWS only, so its test takes this answer.</span>}
        <span className={css.grow} />
        <Segmented<Kind> label="The mock answers" size="small" value={kind} onChange={choose} options={[{ value: 'result', label: 'Result' }, { value: 'error', label: 'Error' }]} />
      </div>
      {kind === 'result' ? (
        <CodeField label="Result of the task" hideLabel lines="fill" value={mock.result ?? ''} onChange={(result) => change({ result })} data-testid="test.mock.result" />
      ) : (
        <div className={css.error}>
          <TextField label="Error" mono value={mock.errorOutput?.error ?? ''} onChange={(error) => change({ errorOutput: { ...mock.errorOutput, error } })} data-testid="test.mock.error" />
          <TextArea label="Cause" mono value={mock.errorOutput?.cause ?? ''} onChange={(cause) => change({ errorOutput: { ...mock.errorOutput, cause } })} />
        </div>
      )}
    </div>
  );
}

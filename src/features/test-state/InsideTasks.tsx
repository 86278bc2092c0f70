import type { StateEntry } from '../../asl/states.ts';
import { replySays } from '../../editor/httpMock.ts';
import { tasksInside } from '../../editor/performInside.ts';
import { sampleMock } from '../../editor/sampleMock.ts';
import { selectConditions, selectMock, selectRun } from '../../editor/selectors/test.ts';
import { kept } from '../../editor/testRequest.ts';
import { readsItems } from '../../editor/testability.ts';
import { useActions } from '../../editor/useActions.ts';
import { useEditor } from '../../editor/useEditor.ts';
import { useSample } from '../../editor/useSample.ts';
import { NEEDS_MOCK } from '../../interpreter/test-state/awsWords.ts';
import { Button } from '../../ui/Button.tsx';
import { Led } from '../../ui/Chip.tsx';
import { AwsSays } from './AwsSays.tsx';
import css from './InsideTasks.module.css';

/** Where the inside of a Map or Parallel is run: the tasks it may come to, and what each answers. */
export function InsideTasks({ entry }: { readonly entry: StateEntry }) {
  const tasks = tasksInside(entry);
  const outcome = useEditor(selectRun(entry.id))?.outcome;
  const visits = outcome?.kind === 'answered' ? outcome.extras.visits : undefined;
  const hasData = useEditor(selectConditions(entry.name)).mapItemReaderData !== undefined;
  return (
    <div className={css.inside} data-testid="test.inside">
      <p className={css.note}>The states inside run one after another, in virtual time. Nothing is sent: each task answers with its own mock, a retry or the next item with its next answer.</p>
      {tasks.length === 0
        ? <p className={css.note}>No task is inside, so nothing needs a mock.</p>
        : <ul className={css.tasks} aria-label={`Tasks inside ${entry.name}`}>{tasks.map((task) => <InsideTask key={task.id} task={task} times={visits?.find(({ state }) => state === task.name)?.times ?? (visits && 0)} />)}</ul>}
      {tasks.length > 0 && <SamplesForAll tasks={tasks} />}
      {readsItems(entry) && !hasData && <p className={css.note}>The ItemReader reads nothing in a test: give the items in Conditions.</p>}
      <AwsSays>AWS would answer: {NEEDS_MOCK}</AwsSays>
    </div>
  );
}

/** `times`: entered in the last test, where its inside was run. */
function InsideTask({ task, times }: { readonly task: StateEntry; readonly times: number | undefined }) {
  const mock = useEditor(selectMock(task.name));
  const { goTo, setMock, showDock } = useActions();
  useSample(task);
  const ready = mock?.enabled === true;
  const open = (): void => {
    // It begins with a sample, or with what it had before it was turned off.
    if (!ready) setMock(task.name, { ...(mock ?? { mock: sampleMock(task) }), enabled: true });
    goTo(task.id);
    showDock('test', { focus: true });
  };
  return (
    <li className={css.task}>
      <Led state={ready ? 'on' : 'warning'} />
      <span className={css.name} title={task.name}>{task.name}</span>
      <span className={css.says}>{ready ? `${replySays(mock.mock)}${mock.then ? `, then ${mock.then.length} more` : ''}` : 'no mock yet'}</span>
      {times !== undefined && <span className={css.times} title={`Entered ${times === 1 ? 'once' : `${times} times`} in the last test`}>{times}×<span className="visually-hidden"> entered in the last test</span></span>}
      <Button size="small" variant="ghost" icon="pin" onClick={open} aria-label={`${ready ? 'Edit the mock of' : 'Give a mock to'} ${task.name}`}>{ready ? 'Edit' : 'Mock'}</Button>
    </li>
  );
}

function SamplesForAll({ tasks }: { readonly tasks: readonly StateEntry[] }) {
  const mocks = useEditor((s) => s.sidecar.mocks);
  const { setMock, notify } = useActions();
  const missing = tasks.filter(({ name }) => kept(mocks, name)?.enabled !== true);
  const fill = (): void => {
    const before = missing.map(({ name }) => [name, kept(mocks, name) ?? null] as const);
    for (const task of missing) setMock(task.name, { ...(kept(mocks, task.name) ?? { mock: sampleMock(task) }), enabled: true });
    notify({ tone: 'info', title: `${missing.length === 1 ? '1 task answers' : `${missing.length} tasks answer`} with a sample now`, action: { label: 'Undo', run: () => { for (const [name, mock] of before) setMock(name, mock); } } });
  };
  return (
    <div>
      <Button size="small" icon="bulb" onClick={fill} disabledReason={missing.length === 0 ? 'Every task has a mock.' : null} data-testid="test.inside.samples">Fill in samples for those without</Button>
    </div>
  );
}

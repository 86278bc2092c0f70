import type { StateEntry } from '../../asl/states.ts';
import { replySays } from '../../editor/httpMock.ts';
import { tasksInside } from '../../editor/performInside.ts';
import { selectConditions, selectMock } from '../../editor/selectors/test.ts';
import { readsItems } from '../../editor/testability.ts';
import { useActions } from '../../editor/useActions.ts';
import { useEditor } from '../../editor/useEditor.ts';
import { NEEDS_MOCK } from '../../interpreter/test-state/awsWords.ts';
import { Button } from '../../ui/Button.tsx';
import { Led } from '../../ui/Chip.tsx';
import { AwsSays } from './AwsSays.tsx';
import css from './InsideTasks.module.css';

/** Where the inside of a Map or Parallel is run: the tasks it may come to, and what each answers. */
export function InsideTasks({ entry }: { readonly entry: StateEntry }) {
  const tasks = tasksInside(entry);
  const hasData = useEditor(selectConditions(entry.name)).mapItemReaderData !== undefined;
  return (
    <div className={css.inside} data-testid="test.inside">
      <p className={css.note}>The states inside run one after another, in virtual time. Nothing is sent: each task answers with its own mock, a retry or the next item with its next answer.</p>
      {tasks.length === 0
        ? <p className={css.note}>No task is inside, so nothing needs a mock.</p>
        : <ul className={css.tasks} aria-label={`Tasks inside ${entry.name}`}>{tasks.map((task) => <InsideTask key={task.id} task={task} />)}</ul>}
      {readsItems(entry) && !hasData && <p className={css.note}>The ItemReader reads nothing in a test: give the items in Conditions.</p>}
      <AwsSays>AWS would answer: {NEEDS_MOCK}</AwsSays>
    </div>
  );
}

function InsideTask({ task }: { readonly task: StateEntry }) {
  const mock = useEditor(selectMock(task.name));
  const { goTo, showDock } = useActions();
  const open = (): void => {
    goTo(task.id);
    showDock('test', { focus: true });
  };
  const ready = mock?.enabled === true;
  return (
    <li className={css.task}>
      <Led state={ready ? 'on' : 'warning'} />
      <span className={css.name}>{task.name}</span>
      <span className={css.says}>{ready ? `${replySays(mock.mock)}${mock.then ? `, then ${mock.then.length} more` : ''}` : 'no mock yet'}</span>
      <Button size="small" variant="ghost" icon="pin" onClick={open} aria-label={`${ready ? 'Edit the mock of' : 'Give a mock to'} ${task.name}`}>{ready ? 'Edit' : 'Mock'}</Button>
    </li>
  );
}

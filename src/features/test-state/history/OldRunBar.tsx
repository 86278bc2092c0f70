import type { TestRun } from '../../../editor/EditorState.ts';
import { selectPastRuns } from '../../../editor/pastRuns.ts';
import { useEditor } from '../../../editor/useEditor.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/icons.tsx';
import { Menu } from '../../../ui/Menu.tsx';
import { runWords, timeOf } from './runWords.ts';
import css from './History.module.css';

interface Props {
  readonly run: TestRun;
  readonly onCompare: (id: string) => void;
  readonly onNewest: () => void;
  readonly onAgain: () => void;
}

/** Says that what stands below is an old result, and what can be done with it. */
export function OldRunBar({ run, onCompare, onNewest, onAgain }: Props) {
  const others = useEditor(selectPastRuns(run.state)).filter(({ id }) => id !== run.id);
  const onAws = run.route === 'aws' ? 'This one ran on AWS. Choose AWS above and start the test to run it there.' : null;
  return (
    <div className={css.bar} role="group" aria-label={`Earlier run, from ${timeOf(run)}`} data-testid="test.history.bar">
      <Icon name="history" size={14} />
      <strong className={css.from} role="status">{`From ${timeOf(run)}`}</strong>
      <span className={css.grow} />
      <Button size="small" variant="ghost" icon="retry" onClick={onAgain} disabledReason={onAws} tooltip="Tests with this very request; an HTTP task asks before it sends">Run again</Button>
      {others.length > 0 && (
        <Menu
          label="Compare with" align="end" trigger={<Button size="small" variant="ghost" iconEnd="chevron-down">Compare with</Button>}
          entries={others.map((other) => ({ id: other.id, ...runWords(other), onSelect: () => onCompare(other.id) }))}
        />
      )}
      <Button size="small" onClick={onNewest}>Back to the newest</Button>
    </div>
  );
}

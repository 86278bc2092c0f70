import type { Problem } from '../../checks/problem.ts';
import { lineColumn } from '../../asl/lines.ts';
import { selectProblems } from '../../editor/selectors/problems.ts';
import { useActions } from '../../editor/useActions.ts';
import { useEditor } from '../../editor/useEditor.ts';
import { Count } from '../../ui/Chip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Icon, type IconName } from '../../ui/icons.tsx';
import { Panel } from '../../ui/Panel.tsx';
import css from './ProblemsPanel.module.css';

const ICON: { readonly [S in Problem['severity']]: IconName } = { error: 'error', warning: 'warning', info: 'info' };

/** Everything the checks found, in the order of the text; a row leads to its state and its line. */
export function ProblemsPanel() {
  const problems = useEditor(selectProblems);
  const { showDock } = useActions();
  return (
    <Panel title="Problems" about={problems.length > 0 && <Count>{problems.length}</Count>} onClose={() => showDock(null)} data-testid="problems">
      {problems.length === 0 ? (
        <EmptyState icon="ok" title="No problems" text="The checks run as you edit. AWS may still know more about your account." />
      ) : (
        <ul className={css.list}>
          {problems.map((problem, index) => (
            <Row key={`${problem.code}:${problem.offset}:${index}`} problem={problem} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Row({ problem }: { readonly problem: Problem }) {
  const text = useEditor((s) => s.text);
  const place = lineColumn(text, problem.offset);
  const { select, setView, requestViewport, requestCode } = useActions();
  const view = useEditor((s) => s.view);
  const go = (): void => {
    if (problem.state !== undefined) {
      select([problem.state], 'other');
      requestViewport({ kind: 'reveal', state: problem.state });
    } else if (view === 'canvas') setView('split');
    requestCode({ offset: problem.offset });
  };
  return (
    <li>
      <button type="button" className={css.row} data-severity={problem.severity} data-testid="problems.row" onClick={go}>
        <Icon name={ICON[problem.severity]} />
        <span className={css.message}>
          <span className="visually-hidden">{`${problem.severity}: `}</span>
          {problem.message}
        </span>
        {problem.state !== undefined && <span className={css.state}>{problem.state}</span>}
        <span className={css.place}>{`line ${place.line}:${place.column}`}</span>
      </button>
    </li>
  );
}

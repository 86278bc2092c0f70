import { useMemo, useState } from 'react';
import { fixCommand, isSafe } from '../../checks/fixCommand.ts';
import type { Problem, Severity } from '../../checks/problem.ts';
import { selectProblems } from '../../editor/selectors/problems.ts';
import { useActions } from '../../editor/useActions.ts';
import { useEditor } from '../../editor/useEditor.ts';
import { Button } from '../../ui/Button.tsx';
import { Count } from '../../ui/Chip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { ProblemRow } from './ProblemRow.tsx';
import css from './ProblemsPanel.module.css';

/** More rows than anybody reads would hold up the page. */
const SHOWN = 150;

type Shown = 'all' | Severity;

/** Everything the checks found, in the order of the text: what to look at, why it matters, and what can be done at once. */
export function ProblemsPanel() {
  const problems = useEditor(selectProblems);
  const selected = useEditor((s) => s.selected);
  const { showDock, apply } = useActions();
  const [severity, setSeverity] = useState<Shown>('all');
  const [words, setWords] = useState('');
  const [here, setHere] = useState(false);
  const [most, setMost] = useState(SHOWN);
  const chosen = useMemo(() => {
    const wanted = words.trim().toLowerCase();
    const states = new Set(selected);
    return problems.filter((one) => (severity === 'all' || one.severity === severity)
      && (!here || (one.state !== undefined && states.has(one.state)))
      && (wanted === '' || `${one.message} ${one.code} ${one.state ?? ''}`.toLowerCase().includes(wanted)));
  }, [problems, severity, words, here, selected]);
  const safe = useMemo(() => chosen.filter(isSafe), [chosen]);
  return (
    <Panel title="Problems" about={problems.length > 0 && <Count>{problems.length}</Count>} onClose={() => showDock(null)} data-testid="problems">
      {problems.length === 0 ? (
        <EmptyState icon="ok" title="No problems" text="The checks run as you edit. AWS may still know more about your account." />
      ) : (
        <>
          <div className={css.bar}>
            <Segmented label="Severity" size="small" value={severity} onChange={setSeverity} options={severities(problems)} data-testid="problems.severity" />
            <div className={css.find}><TextField label="Filter problems" hideLabel size="small" icon="search" placeholder="Filter" value={words} onChange={setWords} data-testid="problems.filter" /></div>
            <Button size="small" variant="ghost" pressed={here} disabledReason={selected.length === 0 && !here ? 'Select a state first.' : null} onClick={() => setHere(!here)} data-testid="problems.here">This state</Button>
            <span className={css.grow} />
            <Button size="small" variant="ghost" disabledReason={safe.length === 0 ? 'Nothing here can be fixed without a look.' : null} tooltip="Fixes that leave what the workflow does, or do what was meant" onClick={() => apply(fixCommand(safe))} data-testid="problems.fix-safe">
              {`Fix all safe (${safe.length})`}
            </Button>
          </div>
          <p className="visually-hidden" role="status">{`${chosen.length} of ${problems.length} problems shown`}</p>
          {chosen.length === 0 ? <p className={css.none}>No problem fits this filter.</p> : (
            <ul className={css.list}>
              {chosen.slice(0, most).map((problem, index) => (
                <ProblemRow key={`${problem.code}:${problem.pointer}:${nth(chosen, problem, index)}`} problem={problem} alike={chosen} />
              ))}
            </ul>
          )}
          {chosen.length > most && <div className={css.more}><Button size="small" onClick={() => setMost(most + SHOWN)}>{`Show ${Math.min(SHOWN, chosen.length - most)} more of ${chosen.length - most}`}</Button></div>}
        </>
      )}
    </Panel>
  );
}

/** A row keeps its place, and stays open, while text before it is edited. */
function nth(all: readonly Problem[], { code, pointer }: Problem, index: number): number {
  let count = 0;
  for (let at = index - 1; at >= 0 && all[at]?.pointer === pointer; at -= 1) if (all[at]?.code === code) count += 1;
  return count;
}

function severities(problems: readonly Problem[]) {
  const count = { error: 0, warning: 0, info: 0 };
  for (const { severity } of problems) count[severity] += 1;
  return [
    { value: 'all' as const, label: 'All' },
    { value: 'error' as const, label: `Errors ${count.error}` },
    { value: 'warning' as const, label: `Warnings ${count.warning}` },
    { value: 'info' as const, label: `Hints ${count.info}` },
  ];
}

import { useId, useState } from 'react';
import { lineColumn } from '../../asl/lines.ts';
import { CATALOGUE } from '../../checks/catalogue.ts';
import type { CheckRule } from '../../checks/CheckRule.ts';
import { fixCommand } from '../../checks/fixCommand.ts';
import type { Problem } from '../../checks/problem.ts';
import { useActions } from '../../editor/useActions.ts';
import { useEditor } from '../../editor/useEditor.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon, type IconName } from '../../ui/icons.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Explanation } from './Explanation.tsx';
import css from './ProblemsPanel.module.css';

const ICON: { readonly [S in Problem['severity']]: IconName } = { error: 'error', warning: 'warning', info: 'info' };
const WORD: { readonly [S in Problem['severity']]: string } = { error: 'Error', warning: 'Warning', info: 'Hint' };
const rules: ReadonlyMap<string, CheckRule> = new Map(CATALOGUE.map((rule) => [rule.id, rule]));

interface ProblemRowProps {
  readonly problem: Problem;
  /** Those shown; the ones of the same rule can be fixed together. */
  readonly alike: readonly Problem[];
}

/** A row leads to its state and its place in the code; it opens to say why, and fixes. */
export function ProblemRow({ problem, alike }: ProblemRowProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const rule = rules.get(problem.code);
  const { apply } = useActions();
  const go = useJump(problem);
  const same = open ? alike.filter(({ code, fix }) => code === problem.code && fix !== undefined) : [];
  return (
    <li className={css.item} data-severity={problem.severity}>
      <div className={css.line}>
        {rule ? <IconButton icon={open ? 'chevron-down' : 'chevron-right'} size="small" label={open ? 'Hide why' : 'Why?'} aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)} data-testid="problems.why" /> : <span className={css.noWhy} />}
        <button type="button" className={css.row} data-severity={problem.severity} data-testid="problems.row" onClick={go}>
          <Icon name={ICON[problem.severity]} />
          <span className={css.message}>
            <span className="visually-hidden">{`${WORD[problem.severity]}: `}</span>
            {problem.message}
          </span>
          {problem.state !== undefined && <span className={css.state}>{problem.state}</span>}
          <Where offset={problem.offset} />
        </button>
        <span className={css.fix}>
          {problem.fix !== undefined && <Button size="small" variant="secondary" tooltip={problem.fix} aria-label={`Fix: ${problem.fix}`} onClick={() => apply(fixCommand([problem]))} data-testid="problems.fix">Fix</Button>}
        </span>
      </div>
      {open && rule && (
        <div id={id} className={css.why}>
          <Explanation rule={rule} />
          {same.length > 1 && <div><Button size="small" onClick={() => apply(fixCommand(same))} data-testid="problems.fix-rule">{`${rule.fix?.label ?? 'Fix'}: all ${same.length}`}</Button></div>}
        </div>
      )}
    </li>
  );
}

function Where({ offset }: { readonly offset: number }) {
  const where = useEditor((s) => {
    const { line, column } = lineColumn(s.text, offset);
    return `line ${line}:${column}`;
  });
  return <span className={css.place}>{where}</span>;
}

function useJump({ state, offset }: Problem): () => void {
  const { select, setView, goTo, requestCode } = useActions();
  const view = useEditor((s) => s.view);
  return () => {
    if (state !== undefined) goTo(state);
    else {
      select([], 'other');
      if (view === 'canvas') setView('split');
    }
    requestCode({ offset });
  };
}

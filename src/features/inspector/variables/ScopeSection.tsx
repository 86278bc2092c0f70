import { useMemo } from 'react';
import type { StateEntry } from '../../../asl/states.ts';
import { variableUse } from '../../../checks/variables/variableUse.ts';
import { variablesInScope, type ScopedVariable } from '../../../checks/variables/variablesInScope.ts';
import { selectIndex } from '../../../editor/selectors/document.ts';
import { useActions } from '../../../editor/useActions.ts';
import { useEditor } from '../../../editor/useEditor.ts';
import { Chip } from '../../../ui/Chip.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Section } from '../Section.tsx';
import css from './ScopeSection.module.css';

/** The variables a state sees: where each was set, and on which way here it was not. */
export function ScopeSection({ entry }: { readonly entry: StateEntry }) {
  const tree = useEditor((s) => s.goodTree);
  const index = useEditor(selectIndex);
  const { variables, uncertain } = useMemo(() => variablesInScope({ tree, index, variablesOf: variableUse }, entry), [tree, index, entry]);
  return (
    <Section title="In scope here" count={variables.length} data-testid="inspector.scope">
      {variables.length === 0 && <p className={css.text}>{uncertain ? 'None that can be known: states or names are filled in when this is deployed.' : 'No state on the way here sets a variable.'}</p>}
      <ul className={css.list}>{variables.map((variable) => <ScopeRow key={variable.name} variable={variable} entry={entry} />)}</ul>
      {uncertain && variables.length > 0 && <p className={css.text}>Some states or names are filled in when this is deployed, so there may be more ways than are known here.</p>}
    </Section>
  );
}

/** So many places are named before the rest is counted. */
const NAMED = 4;

function ScopeRow({ variable: { name, assignedAt, always, missingOn, outer, read }, entry }: { readonly variable: ScopedVariable; readonly entry: StateEntry }) {
  const { showDialog } = useActions();
  const states = [...new Set(assignedAt.map(({ state }) => state))];
  return (
    <li className={css.variable} data-testid={`inspector.scope.${name}`}>
      <div className={css.head}>
        <code className={css.name}>{`$${name}`}</code>
        {read && <Chip tone="accent">read here</Chip>}
        {outer && <Chip tone="outline">from outside</Chip>}
        {!always && missingOn.length > 0 && <Chip tone="caught" icon="warning">not on every way</Chip>}
        <span className={css.grow} />
        <IconButton icon="pencil" size="small" label={`Rename $${name}`} onClick={() => showDialog({ kind: 'rename-variable', name, state: entry.id })} data-testid={`inspector.scope.${name}.rename`} />
      </div>
      <div className={css.places}>
        <span>Set in</span>
        {states.slice(0, NAMED).map((state) => <StateLink key={state.id} state={state} />)}
        {states.length > NAMED && <span>{`and ${states.length - NAMED} more`}</span>}
      </div>
      {missingOn.length > 0 && <MissingWay way={missingOn} />}
    </li>
  );
}

function MissingWay({ way }: { readonly way: readonly StateEntry[] }) {
  // The ends of a long way tell where it forks and where it arrives.
  const shown = way.length > 6 ? [...way.slice(0, 3), null, ...way.slice(-2)] : way;
  return (
    <div className={css.places}>
      <span>Not set on the way</span>
      {shown.map((state, at) => (
        <span key={state?.id ?? '…'} className={css.step}>
          {at > 0 && <span aria-label="to"> → </span>}
          {state === null ? '…' : <StateLink state={state} />}
        </span>
      ))}
    </div>
  );
}

function StateLink({ state }: { readonly state: StateEntry }) {
  const { goTo } = useActions();
  return <button type="button" className={css.link} onClick={() => goTo(state.id)} aria-label={`Go to ${state.name}`}>{state.name}</button>;
}

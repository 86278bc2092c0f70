import { useMemo, useState } from 'react';
import { renameState } from '../../asl/commands/renameState.ts';
import type { StateId } from '../../asl/names.ts';
import type { Command } from '../../asl/operations.ts';
import { findState } from '../../asl/states.ts';
import type { Tree } from '../../asl/tree.ts';
import { renameVariable } from '../../assist/renameVariable.ts';
import { assignmentsOf, isSame, variableIn, type Variable } from '../../assist/variables.ts';
import { useActions } from '../../editor/useActions.ts';
import { useEditor } from '../../editor/useEditor.ts';
import { placesOf } from '../../refactor/placesOf.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog, Grow } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { PlaceList } from './PlaceList.tsx';
import css from './RenameDialog.module.css';

/** A new name for a state, with every place that follows it. */
export function RenameStateDialog({ state }: { readonly state: StateId }) {
  const tree = useEditor((s) => s.tree);
  const entry = findState(tree, state);
  const { showDialog } = useActions();
  if (!entry) return <Dialog open onClose={() => showDialog(null)} size="m" title="Rename a state"><EmptyState icon="pencil" title="This state is gone" text="Select another one." /></Dialog>;
  return <Renaming title={`Rename ${entry.name}`} about="Arrows, test data and saved tests follow the name." old={entry.name} commandFor={(to) => renameState(state, to)} />;
}

/** The same for a variable: where it is set, and wherever it is read, in both languages. */
export function RenameVariableDialog({ name, state }: { readonly name?: string | undefined; readonly state?: StateId | undefined }) {
  const tree = useEditor((s) => s.tree);
  const variables = useMemo(() => variablesOf(tree), [tree]);
  const [chosen, choose] = useState(() => String(Math.max(0, variables.indexOf(asked(tree, variables, name, state) ?? (variables[0] as Variable)))));
  const { showDialog } = useActions();
  const variable = variables[Number(chosen)];
  if (!variable) return <Dialog open onClose={() => showDialog(null)} size="m" title="Rename a variable"><EmptyState icon="pencil" title="No variable yet" text="States set variables in their Variables tab." /></Dialog>;
  const picker = variables.length > 1 && (
    <SelectField label="Variable" mono options={variables.map((one, at) => ({ value: String(at), label: `$${one.name}`, description: whereOf(one) }))} value={chosen} onChange={choose} data-testid="rename.variable" />
  );
  return <Renaming key={chosen} title={`Rename $${variable.name}`} about="Where it is set, and wherever it is read, in both query languages." old={variable.name} mono picker={picker} commandFor={(to) => renameVariable(variable, to)} />;
}

const variablesOf = (tree: Tree): readonly Variable[] => {
  const found: Variable[] = [];
  for (const { name, scope } of assignmentsOf(tree)) if (name !== '' && !found.some((one) => isSame(one, { name, scope }))) found.push({ name, scope });
  return found;
};

function asked(tree: Tree, variables: readonly Variable[], name: string | undefined, state: StateId | undefined): Variable | undefined {
  const entry = state === undefined ? undefined : findState(tree, state);
  const meant = name === undefined || !entry ? null : variableIn(tree, entry, name);
  return variables.find((one) => isSame(meant, one)) ?? variables.find((one) => one.name === name);
}

const whereOf = ({ scope }: Variable): string => (scope.parent ? `Inside ${scope.parent.name}` : 'In the whole workflow');

interface RenamingProps {
  readonly title: string;
  readonly about: string;
  readonly old: string;
  readonly mono?: boolean;
  readonly picker?: React.ReactNode;
  readonly commandFor: (to: string) => Command;
}

function Renaming({ title, about, old, mono, picker, commandFor }: RenamingProps) {
  const tree = useEditor((s) => s.tree);
  const [to, setTo] = useState(old);
  const { apply, showDialog, notify } = useActions();
  const made = commandFor(to)(tree);
  const places = useMemo(() => (made.ok ? placesOf(tree, made.value.ops) : []), [made, tree]);
  const changed = to !== old;
  const close = (): void => showDialog(null);
  const start = (): void => {
    const refusal = apply(commandFor(to));
    if (refusal) return void notify({ tone: 'error', title: 'Nothing was renamed', text: refusal.message });
    close();
  };
  const remarks = made.ok ? (made.value.remarks ?? []) : [];
  const footer = (
    <>
      <Grow />
      <Button onClick={close}>Cancel</Button>
      <Button variant="primary" onClick={start} disabledReason={!changed ? 'Type another name first.' : made.ok ? null : made.error.message} data-testid="rename.start">{places.length > 1 ? `Rename in ${places.length} places` : 'Rename'}</Button>
    </>
  );
  return (
    <Dialog open onClose={close} size="m" title={title} description={about} footer={footer} data-testid="rename">
      <form className={css.form} onSubmit={(event) => { event.preventDefault(); if (changed && made.ok) start(); }}>
        {picker}
        <TextField label="New name" value={to} onChange={setTo} mono={mono} error={changed && !made.ok ? made.error.message : null} data-testid="rename.name" />
      </form>
      {remarks.map(({ message }) => <Notice key={message} tone="warning" title="Look at this too" text={message} data-testid="rename.remark" />)}
      {changed && made.ok && <PlaceList places={places} />}
    </Dialog>
  );
}

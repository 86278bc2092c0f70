import type { StateName } from '../../asl/names.ts';
import { indexStates } from '../../asl/states.ts';
import { useActions } from '../../editor/useActions.ts';
import { useEditor } from '../../editor/useEditor.ts';
import css from './IamDialog.module.css';

/** States by name; a click closes the dialog and selects the state. */
export function StateLinks({ states }: { readonly states: readonly StateName[] }) {
  const tree = useEditor((s) => s.goodTree);
  const { showDialog, select, requestViewport } = useActions();
  const show = (name: StateName): void => {
    const state = indexStates(tree).all.find((entry) => entry.name === name);
    if (!state) return;
    showDialog(null);
    select([state.id], 'other');
    requestViewport({ kind: 'reveal', state: state.id });
  };
  return states.map((name) => (
    <button key={name} type="button" className={css.state} title={`Select ${name}`} onClick={() => show(name)} data-testid={`iam.state.${name}`}>{name}</button>
  ));
}

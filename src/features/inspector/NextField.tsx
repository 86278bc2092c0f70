import { setField } from '../../asl/commands/setField.ts';
import { setTarget } from '../../asl/commands/setTarget.ts';
import type { StateName } from '../../asl/names.ts';
import { childPointer } from '../../asl/pointer.ts';
import type { StateEntry } from '../../asl/states.ts';
import { SelectField } from '../../ui/SelectField.tsx';
import { END, endHere, endLabel, nameIn, targetOptions, targetProblem, targetValue } from './transitions.ts';
import { useApply } from './useApply.ts';
import { nodeIn, textIn } from './values.ts';

/** Where the state leads: another state beside it, or the end. */
export function NextField({ entry }: { readonly entry: StateEntry }) {
  const { error, apply } = useApply();
  const next = textIn(entry, ['Next']);
  const end = nodeIn(entry, ['End']);
  const ends = end?.kind === 'literal' && end.value === true;
  const options = [...targetOptions(entry.scope, next), { value: END, label: endLabel(entry.scope) }];
  const nowhere = next === undefined && !ends ? 'Nothing says yet where this state leads. Choose a state or the end.' : null;
  return (
    <SelectField
      label="Next state"
      options={options}
      value={next !== undefined ? targetValue(next) : ends ? END : null}
      error={error ?? targetProblem(entry.scope, next) ?? nowhere}
      onChange={(value) => apply(value === END ? endHere(entry.id) : setTarget(childPointer(entry.pointer, 'Next'), nameIn(value) as StateName))}
      data-testid="inspector.next"
    />
  );
}

const NONE = 'none';

/** Where a Choice leads when no rule fires. */
export function DefaultField({ entry }: { readonly entry: StateEntry }) {
  const { error, apply } = useApply();
  const written = textIn(entry, ['Default']);
  const options = [...targetOptions(entry.scope, written), { value: NONE, label: 'Fail with States.NoChoiceMatched' }];
  return (
    <SelectField
      label="Otherwise"
      hint="Where it leads when no rule fires (Default)."
      options={options}
      value={written === undefined ? NONE : targetValue(written)}
      error={error ?? targetProblem(entry.scope, written)}
      onChange={(value) => apply(value === NONE ? setField(entry.id, ['Default'], undefined) : setTarget(childPointer(entry.pointer, 'Default'), nameIn(value) as StateName))}
      data-testid="inspector.default"
    />
  );
}

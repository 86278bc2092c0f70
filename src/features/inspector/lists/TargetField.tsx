import { setField, type FieldPath } from '../../../asl/commands/setField.ts';
import { setTarget } from '../../../asl/commands/setTarget.ts';
import type { StateName } from '../../../asl/names.ts';
import { childPointer } from '../../../asl/pointer.ts';
import type { StateEntry } from '../../../asl/states.ts';
import { SelectField } from '../../../ui/SelectField.tsx';
import { nameIn, targetOptions, targetProblem, targetValue } from '../transitions.ts';
import { useApply } from '../useApply.ts';
import { nodeIn, textIn } from '../values.ts';
import { createTarget, NEW_TARGETS } from './createTarget.ts';

interface Props {
  readonly entry: StateEntry;
  /** Where the name stands: `Choices/0/Next`, `Catch/1/Next`. */
  readonly path: FieldPath;
  readonly label: string;
  readonly testId: string;
}

const NEW = 'new:';

/** A state that an arrow leads to: one that is there, or a new one, made in the same step. */
export function TargetField({ entry, path, label, testId }: Props) {
  const { error, apply } = useApply();
  const written = textIn(entry, path);
  const options = [
    ...targetOptions(entry.scope, written),
    ...NEW_TARGETS.map((type) => ({ value: `${NEW}${type}`, label: `New ${type} state`, description: 'Made beside this one' })),
  ];
  const choose = (value: string): void => {
    const type = NEW_TARGETS.find((one) => value === `${NEW}${one}`);
    if (type) apply(createTarget(entry.id, path, type));
    else apply(nodeIn(entry, path) ? setTarget(childPointer(entry.pointer, ...path), nameIn(value) as StateName) : setField(entry.id, path, nameIn(value)));
  };
  const nowhere = written === undefined ? 'Nothing says yet where it leads. Choose a state, or a new one.' : null;
  return <SelectField label={label} options={options} value={written === undefined ? null : targetValue(written)} error={error ?? targetProblem(entry.scope, written) ?? nowhere} onChange={choose} data-testid={testId} />;
}

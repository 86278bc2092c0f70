import type { StateEntry } from '../../asl/states.ts';
import { useActions } from '../../editor/useActions.ts';
import { SelectField } from '../../ui/SelectField.tsx';

/** Which state is tested: the selected one. Choosing here selects it everywhere. */
export function StatePicker({ entry, states }: { readonly entry: StateEntry | null; readonly states: readonly StateEntry[] }) {
  const { select, requestViewport } = useActions();
  const options = states.map((state) => ({ value: state.id, label: state.name, ...(state.type === undefined ? {} : { description: state.type }) }));
  return (
    <SelectField
      label="State to test"
      hideLabel
      options={options}
      value={entry?.id ?? null}
      placeholder="Choose a state"
      onChange={(state) => {
        select([state], 'other');
        requestViewport({ kind: 'reveal', state });
      }}
      data-testid="test.state"
    />
  );
}

import type { StateEntry } from '../../../asl/states.ts';
import { selectMock } from '../../../editor/selectors/test.ts';
import { useEditor } from '../../../editor/useEditor.ts';
import { SelectField } from '../../../ui/SelectField.tsx';
import { ApiName } from './ApiName.tsx';
import type { ConditionProps } from './ConditionProps.ts';

const NOT_SAID = '';

/** Which of the states inside a Map or Parallel raised the mocked error. */
export function CausedByField({ entry, conditions, change }: ConditionProps) {
  const mock = useEditor(selectMock(entry.name));
  const chosen = conditions.errorCausedByState ?? NOT_SAID;
  const inside = statesInside(entry);
  const gone = chosen !== NOT_SAID && !inside.some(({ name }) => name === chosen);
  const options = [
    { value: NOT_SAID, label: 'Not said' },
    ...inside.map(({ name, type }) => ({ value: name as string, label: name as string, ...(type === undefined ? {} : { description: type }) })),
    ...(gone ? [{ value: chosen, label: chosen, description: 'Not inside any more' }] : []),
  ];
  const counts = mock?.enabled === true && mock.mock.errorOutput !== undefined;
  return (
    <SelectField
      label="State inside that failed" labelEnd={<ApiName name="errorCausedByState" />} options={options} value={chosen} onChange={(errorCausedByState) => change({ errorCausedByState })}
      hint={counts ? 'The state that raised the mocked error.' : 'Goes with a mocked error only: choose Error in Mock. Until then it waits.'} data-testid="test.conditions.causedBy"
    />
  );
}

const statesInside = (entry: StateEntry): readonly StateEntry[] => entry.inner.flatMap(({ children }) => children.flatMap((child) => [child, ...statesInside(child)]));

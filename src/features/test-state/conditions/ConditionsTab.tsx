import type { StateEntry } from '../../../asl/states.ts';
import { withConditions } from '../../../editor/conditions.ts';
import { selectConditions } from '../../../editor/selectors/test.ts';
import { holdsStates, isHttpTask } from '../../../editor/testability.ts';
import { useActions } from '../../../editor/useActions.ts';
import { useEditor } from '../../../editor/useEditor.ts';
import { Button } from '../../../ui/Button.tsx';
import type { ConditionProps } from './ConditionProps.ts';
import { CountField } from './CountField.tsx';
import { CausedByField } from './CausedByField.tsx';
import { fieldOf } from './fieldOf.ts';
import { MapConditions } from './MapConditions.tsx';
import { RevealField } from './RevealField.tsx';
import css from './Conditions.module.css';

/** Under which conditions the state is tested: the API's `stateConfiguration`, of it what this kind of state takes. */
export function ConditionsTab({ entry }: { readonly entry: StateEntry }) {
  const conditions = useEditor(selectConditions(entry.name));
  const { setConditions, notify } = useActions();
  const change: ConditionProps['change'] = (changes) => setConditions(entry.name, withConditions(conditions, changes));
  const clear = (): void => {
    setConditions(entry.name, null);
    notify({ tone: 'info', title: `The conditions of ${entry.name} were cleared`, action: { label: 'Undo', run: () => setConditions(entry.name, conditions) } });
  };
  const none = Object.keys(conditions).length === 0;
  const retries = fieldOf(entry, 'Retry') !== undefined;
  return (
    <div className={css.conditions} data-testid="test.conditions">
      <CountField
        label="Retries made before" api="retrierRetryCount" value={conditions.retrierRetryCount} onChange={(retrierRetryCount) => change({ retrierRetryCount })} data-testid="test.conditions.retries"
        hint={`${retries ? 'How often the retrier that matches has been used: 0 tests the first attempt.' : 'This state has no Retry.'} A mock answers what it has for that attempt.`}
      />
      {holdsStates(entry) && <CausedByField entry={entry} conditions={conditions} change={change} />}
      {entry.type === 'Map' && <MapConditions entry={entry} conditions={conditions} change={change} />}
      {isHttpTask(entry) && <RevealField entry={entry} />}
      <div className={css.foot}>
        <Button size="small" variant="ghost" icon="undo" disabledReason={none ? 'No condition is set.' : null} onClick={clear}>Clear conditions</Button>
      </div>
    </div>
  );
}

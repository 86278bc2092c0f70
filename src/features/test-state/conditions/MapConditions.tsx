import { readsItems } from '../../../editor/testability.ts';
import { Button } from '../../../ui/Button.tsx';
import { CodeField } from '../../../ui/CodeField.tsx';
import { COUNT_NEEDS_MOCK, READER_DATA_MISSING } from '../../../interpreter/test-state/awsWords.ts';
import { AwsSays } from '../AwsSays.tsx';
import { useMocked } from '../context/useMocked.ts';
import { ApiName } from './ApiName.tsx';
import type { ConditionProps } from './ConditionProps.ts';
import { CountField } from './CountField.tsx';
import { fieldOf } from './fieldOf.ts';
import css from './Conditions.module.css';

/** How many iterations fail, and what the ItemReader reads. */
export function MapConditions({ entry, conditions, change }: ConditionProps) {
  const mocked = useMocked(entry);
  const tolerates = ['ToleratedFailureCount', 'ToleratedFailurePercentage', 'ToleratedFailureCountPath', 'ToleratedFailurePercentagePath'].some((name) => fieldOf(entry, name) !== undefined);
  const counted = tolerates
    ? 'With a mocked result. More than the Map tolerates, and it fails with States.ExceedToleratedFailureThreshold.'
    : 'This Map sets no ToleratedFailureCount or ToleratedFailurePercentage, so the count changes nothing.';
  return (
    <>
      <div className={css.pair}>
        <CountField
          label="Iterations that failed" api="mapIterationFailureCount" value={conditions.mapIterationFailureCount} onChange={(mapIterationFailureCount) => change({ mapIterationFailureCount })}
          readOnly={!mocked} hint={mocked ? counted : 'Where the inside is run, its own mocks say what fails.'} data-testid="test.conditions.failures"
        />
        {!mocked && <AwsSays>With it AWS would answer: {COUNT_NEEDS_MOCK}</AwsSays>}
      </div>
      {readsItems(entry) && <ReaderData entry={entry} conditions={conditions} change={change} />}
    </>
  );
}

const SAMPLE = JSON.stringify([{ id: 1 }, { id: 2 }], null, 2);

function ReaderData({ conditions, change }: ConditionProps) {
  const data = conditions.mapItemReaderData ?? '';
  const missing = data.trim() === '';
  return (
    <CodeField
      label="What the ItemReader reads" labelEnd={<><ApiName name="mapItemReaderData" />{missing && <Button size="small" variant="ghost" icon="bulb" onClick={() => change({ mapItemReaderData: SAMPLE })}>Fill in a sample</Button>}</>}
      lines={[4, 14]} value={data} onChange={(mapItemReaderData) => change({ mapItemReaderData })} error={missing ? READER_DATA_MISSING : null} data-testid="test.conditions.reader"
    />
  );
}

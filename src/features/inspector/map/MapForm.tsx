import { isDistributedMap } from '../../../asl/distributedMap.ts';
import { isLegalField } from '../../../asl/fields.ts';
import type { StateEntry } from '../../../asl/states.ts';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Segmented } from '../../../ui/Segmented.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { FormField } from '../FormField.tsx';
import { InsideNote } from '../InsideNote.tsx';
import { OptionField } from '../OptionField.tsx';
import { Section } from '../Section.tsx';
import { useApply } from '../useApply.ts';
import { respell } from '../valueForm.ts';
import { nodeIn } from '../values.ts';
import { BatcherSection } from './BatcherSection.tsx';
import { processorKey, setMode, setSource, sourceIn, strayFields, type ItemSource } from './mapParts.ts';
import { ReaderFields } from './ReaderSection.tsx';
import { WriterSection } from './WriterSection.tsx';
import css from '../lists/Cards.module.css';

const MODES = [{ value: 'INLINE', label: 'Inline' }, { value: 'DISTRIBUTED', label: 'Distributed' }] as const;
const EXECUTIONS = [
  { value: 'STANDARD', label: 'Standard', description: 'Each child execution may take up to a year' },
  { value: 'EXPRESS', label: 'Express', description: 'Each child execution may take up to 5 minutes' },
];

/** How a Map runs its items, where they come from, and what is done with the results. */
export function MapForm({ entry }: { readonly entry: StateEntry }) {
  const distributed = isDistributedMap(entry.node);
  const shows = (field: string): boolean => distributed || nodeIn(entry, [field]) !== null;
  const tolerance = ['ToleratedFailureCount', 'ToleratedFailurePercentage'].filter((field) => distributed || strayFields(entry).some((one) => one.startsWith(field)));
  return (
    <>
      <ModeSection entry={entry} distributed={distributed} />
      <SourceSection entry={entry} distributed={distributed} />
      <Section title="Each item">
        <FormField entry={entry} field="ItemSelector" />
        {isLegalField('Map', entry.language, 'Parameters') && nodeIn(entry, ['Parameters']) && <FormField entry={entry} field="Parameters" label="Parameters (older name of ItemSelector)" />}
        <FormField entry={entry} field="MaxConcurrency" />
        {tolerance.map((field) => <FormField key={field} entry={entry} field={field} />)}
        {shows('Label') && <FormField entry={entry} field="Label" />}
      </Section>
      {shows('ItemBatcher') && <BatcherSection entry={entry} />}
      {shows('ResultWriter') && <WriterSection entry={entry} />}
      <InsideNote entry={entry} />
    </>
  );
}

function ModeSection({ entry, distributed }: { readonly entry: StateEntry; readonly distributed: boolean }) {
  const { error, apply } = useApply();
  const key = processorKey(entry);
  const stray = strayFields(entry);
  return (
    <Section title="Processing" end={<Segmented label="Processing mode" size="small" options={MODES} value={distributed ? 'DISTRIBUTED' : 'INLINE'} onChange={(to) => apply(setMode(entry, to))} data-testid="inspector.field.ItemProcessor" />}>
      {error !== null && <p role="alert" className={css.error}>{error}</p>}
      <p className={css.text}>{distributed ? 'Each item, or batch of items, is a child execution of its own; up to 10,000 run at once. Standard workflows only.' : 'All items run in this execution; up to 40 at once.'}</p>
      {distributed && <OptionField entry={entry} path={[key, 'ProcessorConfig', 'ExecutionType']} label="Child executions" options={EXECUTIONS} testId="inspector.map.ExecutionType" />}
      {stray.length > 0 && <Notice tone="warning" title={`${stray.join(', ')}: for distributed mode only`} text="AWS refuses them in an inline Map. Choose distributed, or clear them below." />}
      {key === 'Iterator' && (
        <Notice tone="info" title="Written with the older name Iterator" text="Step Functions still takes it. New workflows say ItemProcessor." actions={<Button size="small" onClick={() => apply(respell(entry.id, ['Iterator'], 'ItemProcessor'))} data-testid="inspector.field.Iterator">Use the new name</Button>} />
      )}
    </Section>
  );
}

const SOURCES = [
  { value: 'state', label: 'The input of the state', description: 'A list in it' },
  { value: 'reader', label: 'Amazon S3', description: 'A file or a listing (ItemReader); distributed mode only' },
] as const;

function SourceSection({ entry, distributed }: { readonly entry: StateEntry; readonly distributed: boolean }) {
  const { error, apply } = useApply();
  const source = sourceIn(entry);
  const items = entry.language === 'JSONata' ? 'Items' : 'ItemsPath';
  return (
    <Section title="Items" hideTitle>
      {(distributed || source === 'reader') && <SelectField<ItemSource> label="Items come from" options={SOURCES} value={source} error={error} onChange={(to) => apply(setSource(entry.id, to))} data-testid="inspector.map.source" />}
      {source === 'reader' && <ReaderFields entry={entry} />}
      {(source === 'state' || nodeIn(entry, [items])) && <FormField entry={entry} field={items} />}
    </Section>
  );
}

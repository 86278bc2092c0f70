import type { StateEntry } from '../../../asl/states.ts';
import { fieldHint } from '../fieldSpecs.ts';
import { RestFields } from '../RestFields.tsx';
import { pathedValue } from '../valueForm.ts';
import { ValueField } from '../ValueField.tsx';
import { NEW_BATCHER } from './mapParts.ts';
import { OptionalPart } from './OptionalPart.tsx';

const KNOWN = ['MaxItemsPerBatch', 'MaxItemsPerBatchPath', 'MaxInputBytesPerBatch', 'MaxInputBytesPerBatchPath', 'BatchInput'];

/** Several items to one child execution. */
export function BatcherSection({ entry }: { readonly entry: StateEntry }) {
  const at = ['ItemBatcher'] as const;
  return (
    <OptionalPart entry={entry} field="ItemBatcher" title="Batches" start={NEW_BATCHER}>
      <ValueField entry={entry} spec={pathedValue('count', [...at, 'MaxItemsPerBatch'], 10)} label="Items per batch" hint={fieldHint('MaxItemsPerBatch')} placeholder="No limit" testId="inspector.batcher.MaxItemsPerBatch" />
      <ValueField entry={entry} spec={pathedValue('count', [...at, 'MaxInputBytesPerBatch'], 262_144)} label="Bytes per batch" hint={fieldHint('MaxInputBytesPerBatch')} placeholder="262144" testId="inspector.batcher.MaxInputBytesPerBatch" />
      <ValueField entry={entry} spec={{ kind: 'json', path: [...at, 'BatchInput'], computed: true, start: {} }} label="BatchInput" hint={fieldHint('BatchInput')} testId="inspector.batcher.BatchInput" />
      <RestFields entry={entry} path={at} known={KNOWN} />
    </OptionalPart>
  );
}

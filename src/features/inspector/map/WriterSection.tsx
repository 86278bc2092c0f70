import type { StateEntry } from '../../../asl/states.ts';
import { fieldHint } from '../fieldSpecs.ts';
import { OptionField } from '../OptionField.tsx';
import { RestFields } from '../RestFields.tsx';
import { templateValue } from '../valueForm.ts';
import { ValueField } from '../ValueField.tsx';
import { givenKey, newWriter } from './mapParts.ts';
import { OptionalPart } from './OptionalPart.tsx';

const RESOURCES = [{ value: 'arn:aws:states:::s3:putObject', label: 'To Amazon S3', description: 's3:putObject' }];
const TRANSFORMATIONS = [
  { value: 'NONE', label: 'Everything about each child execution' },
  { value: 'COMPACT', label: 'Its output only' },
  { value: 'FLATTEN', label: 'Its output only, lists joined' },
];
const TYPES = [{ value: 'JSON', label: 'JSON' }, { value: 'JSONL', label: 'JSON Lines' }];

/** Where a distributed Map writes its results, and how. */
export function WriterSection({ entry }: { readonly entry: StateEntry }) {
  const at = ['ResultWriter'] as const;
  const given = [...at, givenKey(entry)] as const;
  const config = [...at, 'WriterConfig'] as const;
  return (
    <OptionalPart entry={entry} field="ResultWriter" title="Write the results" start={newWriter(entry)}>
      <OptionField entry={entry} path={[...at, 'Resource']} label="Where" options={RESOURCES} none="Nowhere; only shape the result" testId="inspector.writer.Resource" />
      <ValueField entry={entry} spec={templateValue('text', [...given, 'Bucket'], '')} label="Bucket" placeholder="amzn-s3-demo-bucket" testId="inspector.writer.Bucket" />
      <ValueField entry={entry} spec={templateValue('text', [...given, 'Prefix'], '')} label="Prefix" placeholder="results" testId="inspector.writer.Prefix" />
      <OptionField entry={entry} path={[...config, 'Transformation']} label="What is written" options={TRANSFORMATIONS} none="Everything (nothing written)" hint={fieldHint('Transformation')} testId="inspector.writer.Transformation" />
      <OptionField entry={entry} path={[...config, 'OutputType']} label="Format" options={TYPES} none="JSON (nothing written)" hint={fieldHint('OutputType')} testId="inspector.writer.OutputType" />
      <RestFields entry={entry} path={given} known={['Bucket', 'Bucket.$', 'Prefix', 'Prefix.$']} />
      <RestFields entry={entry} path={config} known={['Transformation', 'OutputType']} />
      <RestFields entry={entry} path={at} known={['Resource', 'WriterConfig', givenKey(entry)]} />
    </OptionalPart>
  );
}

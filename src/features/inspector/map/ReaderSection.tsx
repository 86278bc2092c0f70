import type { StateEntry } from '../../../asl/states.ts';
import { fieldHint } from '../fieldSpecs.ts';
import { JsonValue } from '../JsonValue.tsx';
import { OptionField } from '../OptionField.tsx';
import { RestFields } from '../RestFields.tsx';
import { pathedValue, templateValue } from '../valueForm.ts';
import { ValueField } from '../ValueField.tsx';
import { nodeIn, textIn } from '../values.ts';
import { givenKey, isObjectOrNone, LIST_OBJECTS, READ_OBJECT } from './mapParts.ts';

const RESOURCES = [
  { value: READ_OBJECT, label: 'A file in Amazon S3', description: 's3:getObject' },
  { value: LIST_OBJECTS, label: 'The objects of a bucket', description: 's3:listObjectsV2' },
];
/** Source: asl-semantics.md section 8. */
const TYPES = [
  { value: 'JSON', label: 'JSON', description: 'A list, or an object with a list in it' },
  { value: 'JSONL', label: 'JSON Lines', description: 'One JSON value a line' },
  { value: 'CSV', label: 'CSV', description: 'Every value is a text' },
  { value: 'PARQUET', label: 'Parquet' },
  { value: 'MANIFEST', label: 'Manifest', description: 'Of Amazon Athena or S3 Inventory' },
];
const DELIMITERS = ['COMMA', 'PIPE', 'SEMICOLON', 'SPACE', 'TAB'].map((value) => ({ value, label: value.charAt(0) + value.slice(1).toLowerCase() }));
const HEADERS = [{ value: 'FIRST_ROW', label: 'In the first row' }, { value: 'GIVEN', label: 'Given here', description: 'CSVHeaders lists them' }];
const MANIFESTS = [{ value: 'ATHENA_DATA', label: 'Athena data' }, { value: 'S3_INVENTORY', label: 'S3 inventory' }];
const FLATTEN = [{ value: 'NONE', label: 'List the objects' }, { value: 'LOAD_AND_FLATTEN', label: 'Load them and join their items' }];
const CONFIG = ['InputType', 'CSVDelimiter', 'CSVHeaderLocation', 'CSVHeaders', 'ItemsPointer', 'ManifestType', 'Transformation', 'MaxItems', 'MaxItemsPath'];
const GIVEN = ['Bucket', 'Key', 'Prefix', 'VersionId', 'ExpectedBucketOwner'];

/** Where a distributed Map reads its items, and how they are written there. */
export function ReaderFields({ entry }: { readonly entry: StateEntry }) {
  if (!isObjectOrNone(entry, 'ItemReader')) return <JsonValue entry={entry} path={['ItemReader']} label="ItemReader" hint={fieldHint('ItemReader')} testId="inspector.field.ItemReader" />;
  const given = ['ItemReader', givenKey(entry)] as const;
  const lists = textIn(entry, ['ItemReader', 'Resource']) === LIST_OBJECTS;
  const names = lists ? ['Bucket', 'Prefix'] : ['Bucket', 'Key'];
  const more = GIVEN.filter((name) => !names.includes(name) && (nodeIn(entry, [...given, name]) ?? nodeIn(entry, [...given, `${name}.$`])));
  return (
    <>
      <OptionField entry={entry} path={['ItemReader', 'Resource']} label="Read" options={RESOURCES} hint={fieldHint('ItemReader')} testId="inspector.field.ItemReader" />
      {nodeIn(entry, given)?.kind === 'string'
        ? <JsonValue entry={entry} path={given} label={given[1]} />
        : [...names, ...more].map((name) => <ValueField key={name} entry={entry} spec={templateValue('text', [...given, name], '')} label={name} placeholder={name === 'Bucket' ? 'amzn-s3-demo-bucket' : undefined} testId={`inspector.reader.${name}`} />)}
      <ConfigFields entry={entry} lists={lists} />
      <RestFields entry={entry} path={given} known={GIVEN.flatMap((name) => [name, `${name}.$`])} />
      <RestFields entry={entry} path={['ItemReader']} known={['Resource', 'ReaderConfig', given[1]]} />
    </>
  );
}

function ConfigFields({ entry, lists }: { readonly entry: StateEntry; readonly lists: boolean }) {
  const at = ['ItemReader', 'ReaderConfig'] as const;
  const config = nodeIn(entry, at);
  if (config && config.kind !== 'object') return <JsonValue entry={entry} path={at} label="ReaderConfig" />;
  const type = textIn(entry, [...at, 'InputType']);
  const has = (name: string, when: boolean): boolean => when || nodeIn(entry, [...at, name]) !== null;
  const csv = type === 'CSV';
  const test = (name: string): string => `inspector.reader.${name}`;
  return (
    <>
      {has('InputType', !lists) && <OptionField entry={entry} path={[...at, 'InputType']} label="Format (InputType)" options={TYPES} none="Not said" testId={test('InputType')} />}
      {has('ManifestType', type === 'MANIFEST') && <OptionField entry={entry} path={[...at, 'ManifestType']} label="Kind of manifest" options={MANIFESTS} none="Not said" testId={test('ManifestType')} />}
      {has('CSVDelimiter', csv) && <OptionField entry={entry} path={[...at, 'CSVDelimiter']} label="Delimiter" options={DELIMITERS} none="Comma (nothing written)" testId={test('CSVDelimiter')} />}
      {has('CSVHeaderLocation', csv) && <OptionField entry={entry} path={[...at, 'CSVHeaderLocation']} label="Names of the columns" options={HEADERS} none="Not said" testId={test('CSVHeaderLocation')} />}
      {has('CSVHeaders', textIn(entry, [...at, 'CSVHeaderLocation']) === 'GIVEN') && <JsonValue entry={entry} path={[...at, 'CSVHeaders']} label="CSVHeaders" hint="A list of names, up to 10 KiB." placeholder={'["id", "name"]'} testId={test('CSVHeaders')} />}
      {has('ItemsPointer', type === 'JSON') && <ValueField entry={entry} spec={{ kind: 'text', path: [...at, 'ItemsPointer'], computed: true }} label="ItemsPointer" hint="Where in the file the list stands, as a JSON pointer of less than 2,000 characters." placeholder="/data/items" testId={test('ItemsPointer')} />}
      {has('Transformation', lists) && <OptionField entry={entry} path={[...at, 'Transformation']} label="Transformation" options={FLATTEN} none="List the objects (nothing written)" testId={test('Transformation')} />}
      <ValueField entry={entry} spec={pathedValue('count', [...at, 'MaxItems'], 1000)} label="MaxItems" hint="At most so many items are read, up to 100,000,000. 0: all." placeholder="All" testId={test('MaxItems')} />
      <RestFields entry={entry} path={at} known={CONFIG} />
    </>
  );
}

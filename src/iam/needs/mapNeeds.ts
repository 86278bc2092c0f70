import { memberOf, objectIn, stringOf } from '../../asl/pointer.ts';
import type { StateEntry } from '../../asl/states.ts';
import { placed, resourcesOf } from './resources.ts';
import type { Grant, Place } from './Need.ts';
import type { Grants } from './ownGrants.ts';
import { taskArgs } from './taskArgs.ts';

/** What a Map needs besides what its items do. Source: developer guide, "IAM policies for using Distributed Map states". */
export function mapGrants(entry: StateEntry, place: Place): Grants {
  const processor = objectIn(entry.node, 'ItemProcessor') ?? objectIn(entry.node, 'Iterator');
  if (stringOf(objectIn(processor, 'ProcessorConfig'), 'Mode') !== 'DISTRIBUTED') return { grants: [] };
  return { grants: [...children(place), ...reader(entry, place), ...writer(entry, place)], told: [`To redrive its map runs the role also needs states:RedriveExecution on ${executionsOf(place)}/*:*.`] };
}

const executionsOf = ({ machineArn }: Place): string => machineArn.replace(':stateMachine:', ':execution:');

/** The items run as executions of this same machine. */
function children(place: Place): readonly Grant[] {
  const believed = place.placeholder ? { believed: true as const } : {};
  return [
    { kind: 'children', actions: ['states:StartExecution'], resources: [place.machineArn], ...believed },
    { kind: 'children', actions: ['states:DescribeExecution', 'states:StopExecution'], resources: [`${executionsOf(place)}:*`], ...believed },
  ];
}

function reader(entry: StateEntry, place: Place): readonly Grant[] {
  const node = objectIn(entry.node, 'ItemReader');
  if (!node) return [];
  const args = taskArgs(node, entry.language === 'JSONata');
  const config = objectIn(node, 'ReaderConfig');
  const loads = stringOf(config, 'Transformation') === 'LOAD_AND_FLATTEN';
  const manifest = stringOf(config, 'InputType') === 'MANIFEST';
  const object = resourcesOf('arn:{p}:s3:::{Bucket}/{Key|file}', args, place);
  if (stringOf(node, 'Resource')?.endsWith(':s3:listObjectsV2') !== true) {
    const inside = manifest ? [`The manifest ${object.resources[0] ?? ''} lists further objects, which the role must be allowed to read (s3:GetObject): they are not in the definition.`] : [];
    return [{ kind: 'data', actions: ['s3:GetObject'], resources: object.resources, notes: [...object.notes, ...inside] }];
  }
  const bucket = resourcesOf('arn:{p}:s3:::{Bucket}', args, place);
  const list: Grant = { kind: 'data', actions: ['s3:ListBucket'], resources: bucket.resources, notes: bucket.notes };
  const below = resourcesOf('arn:{p}:s3:::{Bucket}/{Prefix|file=}*', args, place);
  return loads ? [list, { kind: 'data', actions: ['s3:GetObject'], resources: below.resources, notes: below.notes }] : [list];
}

function writer(entry: StateEntry, place: Place): readonly Grant[] {
  const node = objectIn(entry.node, 'ResultWriter');
  // A writer with a WriterConfig alone shapes the result and writes nothing.
  if (!node || (memberOf(node, 'Resource') === undefined && memberOf(node, 'Parameters') === undefined && memberOf(node, 'Arguments') === undefined)) return [];
  const args = taskArgs(node, entry.language === 'JSONata');
  const { resources, notes } = resourcesOf('arn:{p}:s3:::{Bucket}/{Prefix|file=}', args, place);
  const below = resources.map((arn) => placed(`${arn.replace(/\/?\*?$/, '')}/*`, place));
  return [{ kind: 'data', actions: ['s3:PutObject', 's3:GetObject', 's3:ListMultipartUploadParts', 's3:AbortMultipartUpload'], resources: below, notes }];
}

import { DISTRIBUTED_FIELDS, isDistributedMap } from '../asl/distributedMap.ts';
import { fieldsOf, isStateType } from '../asl/fields.ts';
import type { QueryLanguage } from '../asl/names.ts';
import { stringOf } from '../asl/pointer.ts';
import type { ObjectNode, ValueNode } from '../asl/tree.ts';
import { EXCLUSIVE, REQUIRED } from '../checks/definition/fieldTable.ts';
import { COMPARISON_NAMES } from './notes/comparisons.ts';
import type { Role, RoleKind } from './roleAt.ts';

/** Groups of which at most one may stand in an object. */
const APART: { readonly [kind in RoleKind]?: readonly (readonly string[])[] } = {
  state: [...EXCLUSIVE.map(({ fields }) => fields), ['Next', 'End']],
  reader: [['Parameters', 'Arguments']],
  'reader-config': [['MaxItems', 'MaxItemsPath']],
  batcher: [['MaxItemsPerBatch', 'MaxItemsPerBatchPath'], ['MaxInputBytesPerBatch', 'MaxInputBytesPerBatchPath']],
};

const LISTS: { readonly [kind in RoleKind]?: readonly string[] } = {
  machine: ['StartAt', 'States', 'Comment', 'QueryLanguage', 'TimeoutSeconds', 'Version'],
  branch: ['StartAt', 'States', 'Comment'],
  processor: ['StartAt', 'States', 'ProcessorConfig', 'Comment'],
  'processor-config': ['Mode', 'ExecutionType'],
  retrier: ['ErrorEquals', 'IntervalSeconds', 'MaxAttempts', 'BackoffRate', 'MaxDelaySeconds', 'JitterStrategy', 'Comment'],
  'reader-config': ['InputType', 'CSVHeaderLocation', 'CSVHeaders', 'CSVDelimiter', 'MaxItems', 'MaxItemsPath', 'Transformation', 'ManifestType', 'ItemsPointer'],
  batcher: ['MaxItemsPerBatch', 'MaxItemsPerBatchPath', 'MaxInputBytesPerBatch', 'MaxInputBytesPerBatchPath', 'BatchInput'],
  'writer-config': ['Transformation', 'OutputType'],
};

/** What a state of each type is written for: these come right behind what AWS requires. */
const USUAL: { readonly [type: string]: readonly string[] } = {
  Task: ['Next', 'Arguments', 'Parameters'], Pass: ['Next', 'Output', 'Parameters', 'Result'], Choice: ['Default'], Wait: ['Seconds', 'Next'],
  Fail: ['Error', 'Cause'], Succeed: ['Output'], Parallel: ['Next'], Map: ['ItemProcessor', 'Items', 'ItemsPath', 'ItemSelector', 'Next'],
};

export interface OfferedField {
  readonly name: string;
  readonly required: boolean;
}

/** The fields that may still be written in an object of this role: legal in its type and language, not there already, required ones first. */
export function fieldsIn(role: Role, node: ObjectNode | null, except: string | null): readonly OfferedField[] {
  const taken = new Set((node?.members ?? []).map(({ key }) => key.value).filter((key) => key !== except));
  const apart = (APART[role.kind] ?? []).filter((group) => group.some((name) => taken.has(name))).flat();
  const required = requiredIn(role, node);
  return namesIn(role, node, taken)
    .filter((name) => !taken.has(name) && !apart.includes(name))
    .map((name) => ({ name, required: required.includes(name) }))
    .toSorted((a, b) => Number(b.required) - Number(a.required));
}

function namesIn(role: Role, node: ObjectNode | null, taken: ReadonlySet<string>): readonly string[] {
  const { language } = role;
  const path = language === 'JSONPath';
  switch (role.kind) {
    case 'state':
      return stateFields(role, node);
    case 'catcher':
      return ['ErrorEquals', 'Next', ...(path ? ['ResultPath'] : ['Output']), 'Assign', 'Comment'];
    case 'rule':
      return path ? [...tests(taken), 'Next', 'Assign', 'Comment'] : ['Condition', 'Next', 'Assign', 'Output', 'Comment'];
    case 'test':
      return path ? tests(taken) : [];
    case 'credentials':
      return path ? ['RoleArn', 'RoleArn.$'] : ['RoleArn'];
    case 'reader':
    case 'writer': {
      const config = role.kind === 'reader' ? 'ReaderConfig' : 'WriterConfig';
      return ['Resource', path ? 'Parameters' : 'Arguments', config];
    }
    case 'batcher':
    case 'reader-config':
      return (LISTS[role.kind] ?? []).filter((name) => path || !name.endsWith('Path'));
    default:
      return LISTS[role.kind] ?? [];
  }
}

function stateFields(role: Role, node: ObjectNode | null): readonly string[] {
  const type = stringOf(node, 'Type');
  if (!isStateType(type)) return ['Type', 'Comment'];
  const usual = [...(REQUIRED[type] ?? []), ...(USUAL[type] ?? [])];
  const distributed = type !== 'Map' || isDistributedMap(node);
  const all = fieldsOf(type, languageOf(node, role.language)).filter((name) => mayOffer(name, type, distributed, role));
  return [...all.filter((name) => usual.includes(name)).toSorted((a, b) => usual.indexOf(a) - usual.indexOf(b)), ...all.filter((name) => !usual.includes(name) && !RARE.has(name)), ...all.filter((name) => !usual.includes(name) && RARE.has(name))];
}

/** Asked for by few: behind all others. */
const RARE: ReadonlySet<string> = new Set(['Comment', 'QueryLanguage', 'Credentials']);

/** Fields of an older spelling are legal, but nobody should begin with them; those of the other mode would be refused or do nothing. */
function mayOffer(name: string, type: string, distributed: boolean, role: Role): boolean {
  if (name === 'Iterator' || (type === 'Map' && name === 'Parameters')) return false;
  if (type === 'Map' && !distributed && DISTRIBUTED_FIELDS.includes(name)) return false;
  return name !== 'QueryLanguage' || role.state !== undefined;
}

const languageOf = (node: ValueNode | null, inherited: QueryLanguage): QueryLanguage => {
  const own = stringOf(node, 'QueryLanguage');
  return own === 'JSONata' || own === 'JSONPath' ? own : inherited;
};

/** One comparison, or And, Or, Not: what the object begins with says which. */
function tests(taken: ReadonlySet<string>): readonly string[] {
  if (['And', 'Or', 'Not'].some((name) => taken.has(name))) return [];
  if (COMPARISON_NAMES.some((name) => taken.has(name))) return ['Variable'];
  if (taken.has('Variable')) return COMPARISON_NAMES;
  return ['Variable', 'And', 'Or', 'Not'];
}

function requiredIn(role: Role, node: ObjectNode | null): readonly string[] {
  switch (role.kind) {
    case 'machine':
    case 'branch':
    case 'processor':
      return ['StartAt', 'States'];
    case 'state': {
      const type = stringOf(node, 'Type');
      return ['Type', ...(isStateType(type) ? (REQUIRED[type] ?? []) : []), ...(type === 'Map' ? ['ItemProcessor'] : [])];
    }
    case 'retrier':
      return ['ErrorEquals'];
    case 'catcher':
      return ['ErrorEquals', 'Next'];
    case 'rule':
      return role.language === 'JSONPath' ? ['Variable'] : ['Condition', 'Next'];
    case 'reader':
    case 'writer':
      return ['Resource'];
    case 'credentials':
      return ['RoleArn'];
    case 'processor-config':
      return stringOf(node, 'Mode') === 'DISTRIBUTED' ? ['ExecutionType'] : ['Mode'];
    default:
      return [];
  }
}

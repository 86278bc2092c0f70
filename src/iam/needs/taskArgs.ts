import { itemsOf, memberOf, stringOf, valueOf } from '../../asl/pointer.ts';
import type { ValueNode } from '../../asl/tree.ts';
import { known, knownValue, type Known } from '../known.ts';

/** The arguments of a call as the definition writes them. */
export interface TaskArgs {
  /** Values at `TableName`, `Overrides.TaskRoleArn` or `Entries[].EventBusName`; several only behind `[]`. */
  readonly at: (path: string) => readonly Known[];
  readonly first: (path: string) => Known;
  /** Texts and lists of texts right below the top, by the name of their member, without `.$`. */
  readonly members: () => readonly (readonly [name: string, value: Known])[];
}

/** Of `Parameters` or `Arguments` in a state, an ItemReader or a ResultWriter. Without them the whole input is the request. */
export function taskArgs(holder: ValueNode, jsonata: boolean): TaskArgs {
  const field = jsonata ? 'Arguments' : 'Parameters';
  const node = valueOf(holder, field);
  const whole = wholeOf(holder, field, jsonata);
  const at = (path: string): readonly Known[] => (whole ? [whole] : walk(node, path.split('.'), jsonata));
  return {
    at,
    first: (path) => at(path)[0] ?? { kind: 'absent' },
    members: () => (whole ? [] : membersOf(node, jsonata)),
  };
}

function wholeOf(holder: ValueNode, field: string, jsonata: boolean): Known | null {
  if (memberOf(holder, field) === undefined && stringOf(holder, `${field}.$`) === undefined) return { kind: 'computed', written: jsonata ? '$states.input' : '$' };
  const value = known(holder, field, jsonata);
  return valueOf(holder, field)?.kind === 'object' || value.kind !== 'computed' ? null : value;
}

function walk(node: ValueNode | undefined, [step = '', ...rest]: readonly string[], jsonata: boolean): readonly Known[] {
  const list = step.endsWith('[]');
  const name = list ? step.slice(0, -2) : step;
  const value = valueOf(node, name);
  if (list && value?.kind === 'array') return itemsOf(value).flatMap((item) => (rest.length === 0 ? [knownValue(item, jsonata)] : item.kind === 'object' ? walk(item, rest, jsonata) : [knownValue(item, jsonata)]));
  if (rest.length > 0 && value?.kind === 'object') return walk(value, rest, jsonata);
  return [known(node, name, jsonata)];
}

function membersOf(node: ValueNode | undefined, jsonata: boolean): readonly (readonly [string, Known])[] {
  if (node?.kind !== 'object') return [];
  return node.members.flatMap(({ key, value }): (readonly [string, Known])[] => {
    if (key.value.endsWith('.$')) return [[key.value.slice(0, -2), known(node, key.value.slice(0, -2), jsonata)]];
    if (value.kind === 'array') return itemsOf(value).flatMap((item): (readonly [string, Known])[] => (item.kind === 'string' || item.kind === 'placeholder' ? [[key.value, knownValue(item, jsonata)]] : []));
    return value.kind === 'string' || value.kind === 'placeholder' ? [[key.value, knownValue(value, jsonata)]] : [];
  });
}

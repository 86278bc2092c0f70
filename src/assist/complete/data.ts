import type { Role } from '../roleAt.ts';
import type { Known } from '../Suggestion.ts';

/** A member of data that is known from a test. */
export interface DataMember {
  readonly name: string;
  readonly shows: string;
}

const MOST = 200;

export function membersOfData(data: unknown, way: readonly string[]): readonly DataMember[] {
  let value = data;
  for (const name of way) {
    if (Array.isArray(value)) value = /^\d+$/.test(name) ? value[Number(name)] : value[0];
    if (/^\d+$/.test(name)) continue;
    value = isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  }
  if (Array.isArray(value)) value = value[0];
  return isObject(value) ? Object.entries(value).slice(0, MOST).map(([name, item]) => ({ name, shows: shown(item) })) : [];
}

const isObject = (value: unknown): value is { readonly [name: string]: unknown } => typeof value === 'object' && value !== null && !Array.isArray(value);

function shown(value: unknown): string {
  if (Array.isArray(value)) return `list of ${value.length}`;
  if (isObject(value)) return 'object';
  const json = JSON.stringify(value) ?? '';
  return json.length > 40 ? `${json.slice(0, 39)}…` : json;
}

/** What `$` stands for in a JSONPath text of this role, as far as tests have shown it. */
export function dataFor(role: Role, known: Known): unknown {
  const state = role.state;
  if (!state) return undefined;
  const works = state.type === 'Task' || state.type === 'Map' || state.type === 'Parallel';
  const afterwards = works && !role.catching && (role.field === 'ResultSelector' || role.field === 'Assign');
  return afterwards ? known.result?.(state.name) : known.input?.(state.name);
}

/** Inside a Map: in one of its items' states, or where the items are built. */
export function inMap(role: Role): boolean {
  if (role.field === 'ItemSelector' || role.field === 'ItemBatcher') return true;
  for (let scope = role.state?.scope; scope; scope = scope.parent?.scope) if (scope.kind === 'processor') return true;
  return false;
}

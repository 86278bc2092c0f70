import type { WayTaken } from '../interpreter/environment.ts';
import { isJsonArray, isJsonObject, member, type Json, type JsonObject } from '../lib/Json.ts';

export type WayKind = 'state' | 'rule' | 'retry' | 'catch';

/** One thing that a test can come by. */
export interface CoveredWay {
  readonly kind: WayKind;
  readonly state: string;
  /** Of rules, retriers and catchers; a Choice's `Default` is a rule too. */
  readonly index?: number | 'default';
  /** Where it leads, or what it takes on. */
  readonly says?: string;
  readonly times: number;
}

export interface Coverage {
  readonly ways: readonly CoveredWay[];
  readonly counts: { readonly [K in WayKind]: { readonly taken: number; readonly all: number } };
}

/** What of a definition the tests came by. `taken`: the ways of all results together. */
export function coverageOf(definition: Json, taken: readonly WayTaken[]): Coverage {
  const times = new Map<string, number>();
  for (const way of taken) {
    const key = keyOf(way.kind === 'entered' ? 'state' : way.kind, way.state, way.kind === 'entered' ? undefined : way.index);
    times.set(key, (times.get(key) ?? 0) + 1);
  }
  const ways = waysIn(definition).map((way) => ({ ...way, times: times.get(keyOf(way.kind, way.state, way.index)) ?? 0 }));
  const count = (kind: WayKind) => {
    const all = ways.filter((way) => way.kind === kind);
    return { taken: all.filter((way) => way.times > 0).length, all: all.length };
  };
  return { ways, counts: { state: count('state'), rule: count('rule'), retry: count('retry'), catch: count('catch') } };
}

const keyOf = (kind: WayKind, state: string, index: number | 'default' | undefined): string => `${kind} ${index ?? ''} ${state}`;

type Way = Omit<CoveredWay, 'times'>;

const objects = (value: Json | undefined): readonly JsonObject[] => (value !== undefined && isJsonArray(value) ? value.filter(isJsonObject) : []);
const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

function waysIn(machine: Json): readonly Way[] {
  const states = isJsonObject(machine) ? member(machine, 'States') : undefined;
  return isJsonObject(states) ? Object.entries(states).flatMap(([name, state]) => (isJsonObject(state) ? waysOf(name, state) : [])) : [];
}

function waysOf(state: string, node: JsonObject): readonly Way[] {
  const choice = node['Type'] === 'Choice';
  const rules = choice ? objects(member(node, 'Choices')).map((rule, index): Way => ({ kind: 'rule', state, index, says: `to ${textOf(rule['Next'])}` })) : [];
  const fallback: readonly Way[] = choice && typeof node['Default'] === 'string' ? [{ kind: 'rule', state, index: 'default', says: `to ${node['Default']}` }] : [];
  const handlers = (['Retry', 'Catch'] as const).flatMap((field) =>
    objects(member(node, field)).map((handler, index): Way => ({ kind: field === 'Retry' ? 'retry' : 'catch', state, index, says: `of ${errorsOf(handler)}` })));
  const inner = [node['ItemProcessor'] ?? node['Iterator'], ...objects(member(node, 'Branches'))];
  return [{ kind: 'state', state }, ...rules, ...fallback, ...handlers, ...inner.flatMap((machine) => (machine === undefined ? [] : waysIn(machine)))];
}

const errorsOf = (handler: JsonObject): string => {
  const names = member(handler, 'ErrorEquals');
  return names !== undefined && isJsonArray(names) ? names.map(textOf).join(', ') : '';
};

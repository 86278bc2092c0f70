import type { StateEntry, StateIndex } from '../../asl/states.ts';
import { searchableOf, type Field, type Searchable } from './searchableOf.ts';

export interface Match {
  readonly state: StateEntry;
  /** The field that answers the search; null where the name does. */
  readonly field: Field | null;
}

const known = new WeakMap<StateIndex, readonly Searchable[]>();

function searchables(index: StateIndex): readonly Searchable[] {
  let all = known.get(index);
  if (!all) known.set(index, (all = index.all.map(searchableOf)));
  return all;
}

/**
 * States that hold every word of the query, in their name, type or any field, in whatever case. Whose name answers comes first, then
 * types and resources, then the rest; each in document order. An empty query finds nothing.
 */
export function findStates(index: StateIndex, query: string): readonly Match[] {
  const words = query.toLowerCase().split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return [];
  const whole = words.join(' ');
  return searchables(index)
    .filter(({ all }) => words.every((word) => all.includes(word)))
    .map((found) => ranked(found, words, whole))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ state, field }) => ({ state, field }));
}

function ranked({ state, fields }: Searchable, words: readonly string[], whole: string): Match & { readonly rank: number } {
  const name = state.name.toLowerCase();
  if (words.every((word) => name.includes(word))) return { state, field: null, rank: name === whole ? 0 : name.startsWith(whole) ? 1 : 2 };
  const said = (field: Field): string => `${field.where} ${field.text}`.toLowerCase();
  const field = fields.find((one) => one.where !== 'Name' && said(one).includes(whole)) ?? fields.find((one) => one.where !== 'Name' && words.some((word) => said(one).includes(word))) ?? null;
  return { state, field, rank: field?.where === 'Type' || field?.where === 'Resource' ? 3 : 4 };
}

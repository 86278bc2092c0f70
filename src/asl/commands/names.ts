import type { Result } from '../../lib/Result.ts';
import { ok } from '../../lib/Result.ts';
import { STATE_NAME_MAX, type StateName } from '../names.ts';
import type { Refusal } from '../operations.ts';
import { indexStates, type StateEntry } from '../states.ts';
import type { Tree } from '../tree.ts';
import { refuse } from './operate.ts';

const lengthOf = (name: string): number => [...name].length;

/** Gives names that are unique in the whole machine (AWS: `DUPLICATE_STATE_NAME`) and remembers what it gave. */
export function freshNames(tree: Tree): (wanted: string) => StateName {
  const taken = new Set<string>(indexStates(tree).all.map((state) => state.name));
  return (wanted) => {
    const name = uniqueName(wanted, taken);
    taken.add(name);
    return name;
  };
}

/** `Pass`, `Pass 2`, `Pass 3` …, cut where the number would make it too long. */
export function uniqueName(wanted: string, taken: ReadonlySet<string>): StateName {
  const base = wanted === '' ? 'State' : cut(wanted, STATE_NAME_MAX);
  if (!taken.has(base)) return base as StateName;
  const stem = base.replace(/ \d+$/, '') || base;
  for (let number = 2; ; number += 1) {
    const suffix = ` ${number}`;
    const name = cut(stem, STATE_NAME_MAX - suffix.length) + suffix;
    if (!taken.has(name)) return name as StateName;
  }
}

const cut = (name: string, length: number): string => (lengthOf(name) <= length ? name : [...name].slice(0, length).join('').trimEnd());

/** Whether a person may give this name to a state; `own` is the state that has it now. */
export function checkName(tree: Tree, name: string, own?: StateEntry): Result<StateName, Refusal> {
  if (name === '') return refuse('name-empty', 'A state needs a name of 1 to 80 characters. Type one.');
  if (lengthOf(name) > STATE_NAME_MAX) return refuse('name-too-long', `This name has ${lengthOf(name)} characters, and AWS takes at most ${STATE_NAME_MAX}. Shorten it.`);
  const other = indexStates(tree).all.find((state) => state.name === name && state.pointer !== own?.pointer);
  if (other) return refuse('name-taken', `There is already a state "${name}" in this workflow. Names are unique across the whole machine, so choose another one.`, other.member.offset);
  return ok(name as StateName);
}

import type { Pointer } from '../asl/names.ts';
import { childPointer, ROOT } from '../asl/pointer.ts';
import type { Member, Range, Tree, ValueNode } from '../asl/tree.ts';

/** Where an AWS location leads in the document. */
export interface FoundPlace {
  readonly pointer: Pointer;
  /** Null where the document is empty. */
  readonly value: ValueNode | null;
  /** The name before the value; absent for the document itself and for items of a list. */
  readonly key?: Range;
  /** False: the way ends at something that is not there, and this is the last place before it. */
  readonly whole: boolean;
}

/**
 * Follows `/States/Ship it/Choices[0]/Next`. Names stand there as they are, slashes and brackets included, so at each object the longest
 * member that fits is taken.
 */
export function placeOfLocation(tree: Tree, location: string): FoundPlace {
  let at: FoundPlace = { pointer: ROOT, value: tree.root, whole: true };
  let rest = location === '/' ? '' : location;
  while (rest !== '') {
    const item = at.value?.kind === 'array' ? /^\[(\d+)\]/.exec(rest) : null;
    if (item && at.value?.kind === 'array') {
      const index = Number(item[1]);
      const value = at.value.items[index];
      if (value === undefined) return { ...at, whole: false };
      at = { pointer: childPointer(at.pointer, index), value, whole: true };
      rest = rest.slice(item[0].length);
      continue;
    }
    const member = rest.startsWith('/') && at.value?.kind === 'object' ? longestMember(at.value.members, rest.slice(1)) : undefined;
    if (member === undefined) return { ...at, whole: false };
    at = { pointer: childPointer(at.pointer, member.key.value), value: member.value, key: member.key, whole: true };
    rest = rest.slice(1 + member.key.value.length);
  }
  return at;
}

function longestMember(members: readonly Member[], rest: string): Member | undefined {
  let best: Member | undefined;
  for (const member of members) {
    const name = member.key.value;
    const fits = rest.startsWith(name) && /^($|[/[])/.test(rest.slice(name.length));
    if (fits && (best === undefined || name.length >= best.key.value.length)) best = member; // the last of duplicates counts
  }
  return best;
}

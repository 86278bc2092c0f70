import { STATE_NAME_MAX } from '../../asl/names.ts';
import { type Checked, problem, type Problem, type Rule } from '../problem.ts';
import { lineOf } from '../../asl/lines.ts';
import type { ScopeEntry } from '../../asl/states.ts';
import { childPointer } from '../../asl/pointer.ts';
import type { Member } from '../../asl/tree.ts';

/** Names: one to 80 characters, unique in the whole machine, nested states included. Source: asl-semantics.md section 1. */
export const stateNames: Rule = (checked) => {
  const seen = new Map<string, Member>();
  return checked.index.scopes.flatMap((scope) => (scope.states?.members ?? []).flatMap((member) => checkName(checked, scope, member, seen)));
};

function checkName({ tree, index }: Checked, scope: ScopeEntry, member: Member, seen: Map<string, Member>): readonly Problem[] {
  const { key } = member;
  const pointer = childPointer(scope.statesPointer, key.value);
  const state = index.byPointer.get(pointer);
  const place = { offset: key.offset, length: key.length, pointer, ...(state && { state: state.id }) };
  const found: Problem[] = [];
  // AWS counts characters as Java does, in UTF-16 code units.
  if (key.value.length === 0) found.push(problem('error', 'empty-name', place, 'A state needs a name. Give it one of 1 to 80 characters.'));
  if (key.value.length > STATE_NAME_MAX) {
    found.push(problem('error', 'long-name', place, `This name has ${key.value.length} characters; AWS takes ${STATE_NAME_MAX} at most. Shorten it, and keep the rest in Comment.`));
  }
  const first = seen.get(key.value);
  if (first === undefined) seen.set(key.value, member);
  else {
    const line = lineOf(tree.text, first.key.offset);
    found.push(problem('error', 'duplicate-state-name', place, `A state named ${JSON.stringify(key.value)} stands on line ${line} already. Names are unique in the whole machine, nested states included: rename one of the two.`));
  }
  return found;
}

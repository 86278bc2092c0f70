import type { StateId } from '../../asl/names.ts';
import { childPointer, itemsOf, memberOf, valueOf } from '../../asl/pointer.ts';
import { referencesFrom } from '../../asl/references.ts';
import type { StateEntry } from '../../asl/states.ts';
import { didYouMean } from '../didYouMean.ts';
import { atName, atKey, atValue, hasUnknownMembers, isUnknown, namesIn, ofOneState, perState, problem, type Place, type Problem } from '../problem.ts';

const LEADS_ON: ReadonlySet<string> = new Set(['Pass', 'Task', 'Wait', 'Parallel', 'Map']);

/** `Next` or `End`, never both, never neither. */
export const nextOrEnd = ofOneState((state) => {
  if (!LEADS_ON.has(state.type ?? '') || hasUnknownMembers(state.node)) return [];
  const next = memberOf(state.node, 'Next');
  const end = memberOf(state.node, 'End');
  const name = JSON.stringify(state.name);
  if (!next && !end) return [problem('error', 'no-next', atName(state), `${name} leads nowhere: add Next with the name of the state that follows, or "End": true.`)];
  const ends = end?.value.kind === 'literal' && end.value.value === true;
  if (next && end && (ends || isUnknown(end.value))) return [problem('error', 'next-and-end', atKey(state, 'End'), `${name} has both Next and End. Remove End to go on to the next state, or Next to end here.`)];
  if (end && !ends && !isUnknown(end.value)) {
    if (end.value.kind === 'literal' && end.value.value === false && next) return [];
    return [problem('error', 'bad-end', atValue(state, end.value, 'End'), `End can only be true. ${next ? 'Remove it.' : 'Set it to true, or add Next instead.'}`)];
  }
  if (next && !isUnknown(next.value) && next.value.kind !== 'string') return [problem('error', 'bad-next', atValue(state, next.value, 'Next'), 'Next must be the name of a state, as text.')];
  return [];
});

/** Everything that names a state names one that stands in the same `States`. */
export const knownTargets = perState((state, { index }) => {
  const states = state.scope.states;
  if (!states) return [];
  const { all: names, uncertain } = namesIn(states);
  if (uncertain) return [];
  return referencesFrom(state).flatMap(({ node, pointer, kind }): readonly Problem[] => {
    if (isUnknown(node) || names.has(node.value)) return [];
    // A name is the id of a state where it is unique.
    const elsewhere = index.byId.get(node.value as StateId);
    const why = elsewhere
      ? `the state of that name stands in another part of the machine (${elsewhere.scope.pointer === '' ? 'the outer states' : elsewhere.scope.pointer}), and transitions stay inside their own`
      : 'there is no such state';
    const place: Place = { offset: node.offset, length: node.length, pointer, state: state.id };
    return [problem('error', 'unknown-target', place, `${FIELD[kind]} of ${JSON.stringify(state.name)} names ${JSON.stringify(node.value)}, but ${why}.${didYouMean(node.value, names)}`)];
  });
});

const FIELD = { startAt: 'StartAt', next: 'Next', choice: 'A rule', default: 'Default', catch: 'A catcher' } as const;

/** Rules of a Choice and catchers have to lead somewhere too. */
export const rulesLeadOn = ofOneState((state) => [...missingNext(state, 'Choices', 'rule'), ...missingNext(state, 'Catch', 'catcher')]);

function missingNext(state: StateEntry, field: 'Choices' | 'Catch', what: string): readonly Problem[] {
  return itemsOf(valueOf(state.node, field)).flatMap((item, index) => {
    if (isUnknown(item) || hasUnknownMembers(item)) return [];
    const next = valueOf(item, 'Next');
    if (next && (next.kind === 'string' || isUnknown(next))) return [];
    const place: Place = { offset: item.offset, length: 1, pointer: childPointer(state.pointer, field, index), state: state.id };
    return [problem('error', `${what}-without-next`, place, `The ${ordinal(index)} ${what} of ${JSON.stringify(state.name)} has no Next. Add the name of the state it leads to.`)];
  });
}

const ordinal = (index: number): string => ['first', 'second', 'third'][index] ?? `${index + 1}th`;

import fc, { type GeneratorValue } from 'fast-check';
import { addBranch } from '../commands/addBranch.ts';
import { addState } from '../commands/addState.ts';
import { connect } from '../commands/connect.ts';
import { disconnect } from '../commands/disconnect.ts';
import { duplicateState } from '../commands/duplicateState.ts';
import { moveSource } from '../commands/moveSource.ts';
import { moveState } from '../commands/moveState.ts';
import { pasteStates } from '../commands/pasteStates.ts';
import type { Target } from '../commands/placement.ts';
import { removeBranch } from '../commands/removeBranch.ts';
import { removeState } from '../commands/removeState.ts';
import { renameState } from '../commands/renameState.ts';
import { replaceState } from '../commands/replaceState.ts';
import { setField } from '../commands/setField.ts';
import { setTarget } from '../commands/setTarget.ts';
import { turnInto } from '../commands/turnInto.ts';
import { unwrapState } from '../commands/unwrapState.ts';
import { wrapStates } from '../commands/wrapStates.ts';
import { copyStates } from '../copyStates.ts';
import type { Pointer, StateId } from '../names.ts';
import type { Command } from '../operations.ts';
import { childPointer } from '../pointer.ts';
import { referencesIn } from '../references.ts';
import { indexStates } from '../states.ts';
import type { Tree } from '../tree.ts';
import { machine, pass } from './edit.ts';

const ARROWS = ['next', 'rule', 'default', 'catch'] as const;
const TYPES = ['Task', 'Http', 'Pass', 'Choice', 'Wait', 'Succeed', 'Fail', 'Parallel', 'Map'] as const;
const PASTED = [
  '{ "Type": "Pass", "Next": "Elsewhere" } // tail',
  machine({ A: pass('B'), B: { Type: 'Choice', Choices: [{ Variable: '$.a', IsNull: true, Next: 'Nowhere' }], Default: 'A' } }),
  '{"M": {"Type": "Map", "Iterator": {"StartAt": "A", "States": {"A": {"Type": "Fail"}}}, "End": true}}',
];

/** Any command on what the machine has now; arguments may be wrong, then it refuses. */
export function commandFrom(g: GeneratorValue, tree: Tree): Command {
  const index = indexStates(tree);
  const ids = [...index.all.map((state) => state.id), 'gone' as StateId];
  const fields = [
    ...index.scopes.flatMap((scope) => referencesIn(scope).map((reference) => reference.pointer)),
    ...index.all.map((state) => childPointer(state.pointer, 'End')),
    '/StartAt' as Pointer,
  ];
  const id = () => g(fc.constantFrom, ...ids);
  const field = () => g(fc.constantFrom, ...fields);
  const scope = () => g(fc.constantFrom, ...index.scopes.map(({ pointer }) => pointer), '' as Pointer);
  const wheres: (() => Target)[] = [
    () => ({ after: id() }), () => ({ onEdge: field() }), () => ({}), () => ({ into: scope() }), () => ({ into: scope(), atEnd: true }), () => ({ before: id() }), () => ({ instead: field() }),
    () => ({ from: { state: id(), as: g(fc.constantFrom, undefined, ...ARROWS) } }),
  ];
  const where = () => g(fc.constantFrom, ...wheres)();
  const some = () => Array.from({ length: 1 + g(fc.nat, { max: 3 }) }, id);
  const choices: (() => Command)[] = [
    () => addState({ type: g(fc.constantFrom, ...TYPES), ...where() }),
    () => removeState([id(), ...(g(fc.boolean) ? [id()] : [])]),
    () => renameState(id(), g(fc.constantFrom, 'Z', 'a/b~', '__proto__', 'x'.repeat(80))),
    () => setTarget(field(), (index.byId.get(id())?.name ?? 'A') as never),
    () => connect(id(), id(), g(fc.constantFrom, undefined, ...ARROWS)),
    () => moveSource(field(), id()),
    () => disconnect(field()),
    () => duplicateState([id(), id()]),
    () => moveState(id(), where()),
    () => moveState(some(), where()),
    () => wrapStates(some(), g(fc.constantFrom, 'Parallel' as const, 'Map' as const)),
    () => unwrapState(id()),
    () => turnInto(id(), g(fc.constantFrom, ...TYPES)),
    () => pasteStates(copyStates(tree, some()) ?? '', where()),
    () => pasteStates(g(fc.constantFrom, ...PASTED), where()),
    () => addBranch(id()),
    () => removeBranch(id(), g(fc.nat, { max: 2 })),
    () => setField(id(), g(fc.constantFrom, ['Comment'], ['Result', 'a', 0], ['Parameters', 'x']), g(fc.constantFrom, undefined, 1, { deep: [true] })),
    () => replaceState(id(), '{"Type": "Pass", "Comment": "typed", "End": true}'),
  ];
  return g(fc.constantFrom, ...choices)();
}


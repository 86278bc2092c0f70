import type { StateName } from '../asl/names.ts';
import type { Operation } from '../asl/operations.ts';
import { childPointer, ROOT, segmentsOf, type Segment } from '../asl/pointer.ts';
import type { Pointer } from '../asl/names.ts';
import { indexStates } from '../asl/states.ts';
import type { Member, Tree, ValueNode } from '../asl/tree.ts';

/** One text or name that an edit rewrites. */
export interface ChangedPlace {
  /** The state it stands in; null: the workflow itself. */
  readonly state: StateName | null;
  /** From the state: `Choices[0].Next`; empty for the state's own name. */
  readonly where: string;
  readonly before: string;
  readonly after: string;
}

/** What the operations of a rename rewrite, in document order. Operations of other kinds are left out. */
export function placesOf(tree: Tree, ops: readonly Operation[]): readonly ChangedPlace[] {
  const sets = new Map<ValueNode, string>();
  const names = new Map<Member, string>();
  for (const op of ops) {
    if (op.op === 'renameKey') names.set(op.member, op.to);
    if (op.op === 'set' && op.content.kind === 'json' && typeof op.content.value === 'string') sets.set(op.node, op.content.value);
  }
  const found: ChangedPlace[] = [];
  const put = (pointer: Pointer, before: string, after: string): number => found.push({ ...placeOf(tree, pointer), before, after });
  const look = (node: ValueNode, pointer: Pointer): void => {
    const now = sets.get(node);
    if (node.kind === 'string' && now !== undefined) put(pointer, node.value, now);
    if (node.kind === 'array') node.items.forEach((item, index) => look(item, childPointer(pointer, index)));
    if (node.kind !== 'object') return;
    for (const member of node.members) {
      const to = names.get(member);
      const at = childPointer(pointer, member.key.value);
      if (to !== undefined) put(at, member.key.value, to);
      look(member.value, at);
    }
  };
  if (tree.root) look(tree.root, ROOT);
  return found;
}

/** The innermost state whose place the pointer begins with. */
function placeOf(tree: Tree, pointer: Pointer): Pick<ChangedPlace, 'state' | 'where'> {
  const state = indexStates(tree).all.findLast((one) => pointer === one.pointer || pointer.startsWith(`${one.pointer}/`));
  return { state: state?.name ?? null, where: written(segmentsOf((state ? pointer.slice(state.pointer.length) : pointer) as Pointer)) };
}

const written = (segments: readonly Segment[]): string => segments.map((segment, at) => (/^\d+$/.test(String(segment)) ? `[${segment}]` : `${at === 0 ? '' : '.'}${segment}`)).join('');

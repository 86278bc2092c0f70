import { parse } from '../asl/parse.ts';
import { patch } from '../asl/patch.ts';
import { itemsOf, memberOf, objectIn, valueOf } from '../asl/pointer.ts';
import type { Operation } from '../asl/operations.ts';
import { applyEdits } from '../asl/textEdits.ts';
import type { ValueNode } from '../asl/tree.ts';

/** Lets a tests file follow the rename of a state. A text that cannot be read stays as it is: nothing is written over it. */
export function renameInSuite(text: string, from: string, to: string): string {
  if (!text.includes(JSON.stringify(from).slice(1, -1))) return text;
  const tree = parse(text, 'json');
  if (tree.root === null || tree.problems.some(({ fatal }) => fatal)) return text;
  const named = (node: ValueNode | undefined): readonly Operation[] => (node?.kind === 'string' && node.value === from ? [{ op: 'set', node, content: { kind: 'json', value: to } }] : []);
  const mocks = (holder: ValueNode | null): readonly Operation[] => {
    const table = objectIn(holder, 'mocks');
    const member = memberOf(table, from);
    // A mock that waits under the new name already would be hidden by this one, or hide it: neither is ours to decide.
    return member && !memberOf(table, to) ? [{ op: 'renameKey', member, to }] : [];
  };
  const inTest = (test: ValueNode): readonly Operation[] => {
    const expect = valueOf(test, 'expect');
    const lists = ['states', 'visits', 'neverVisits'].flatMap((key) => itemsOf(valueOf(expect, key)));
    const events = itemsOf(valueOf(expect, 'events')).map((event) => valueOf(event, 'state'));
    const one = [valueOf(test, 'state'), valueOf(expect, 'nextState'), valueOf(valueOf(test, 'stateConfiguration'), 'errorCausedByState')];
    return [...mocks(test), ...[...one, ...lists, ...events].flatMap(named)];
  };
  const edits = patch(tree, [...mocks(tree.root), ...itemsOf(valueOf(tree.root, 'tests')).flatMap(inTest)]);
  return edits.ok ? applyEdits(text, edits.value) : text;
}

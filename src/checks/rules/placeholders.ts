import { pointerOf, type Segment } from '../../asl/pointer.ts';
import { stateAtOffset } from '../../asl/states.ts';
import type { Range, ValueNode } from '../../asl/tree.ts';
import { type Checked, placeholderNames, problem, type Rule } from '../problem.ts';

/** `${Name}` parts that a deployment tool fills in; each name once, where it stands first. */
export const placeholders: Rule = (checked) =>
  placeholdersIn(checked).map(({ name, place, pointer, count }) => {
    const state = stateAtOffset(checked.tree, place.offset);
    const more = count === 1 ? '' : ` It stands here ${count} times.`;
    return problem('info', 'placeholder', { ...place, pointer, ...(state && { state: state.id }) }, `\${${name}} is filled in when the definition is deployed (SAM, CloudFormation, CDK, Terraform); AWS does not take it as it stands.${more}`);
  });

interface Found {
  readonly name: string;
  readonly place: Range;
  readonly pointer: ReturnType<typeof pointerOf>;
  readonly count: number;
}

export function placeholdersIn({ tree }: Pick<Checked, 'tree'>): readonly Found[] {
  const found = new Map<string, Found>();
  const note = (name: string, node: Range, way: readonly Segment[]): void => {
    const first = found.get(name);
    found.set(name, first ? { ...first, count: first.count + 1 } : { name, place: { offset: node.offset, length: node.length }, pointer: pointerOf(way), count: 1 });
  };
  const inText = (text: string, node: Range, way: readonly Segment[]): void => {
    for (const name of placeholderNames(text)) note(name, node, way);
  };
  // A stack of our own: documents nest deeper than the call stack.
  const work: { readonly node: ValueNode; readonly way: readonly Segment[] }[] = tree.root ? [{ node: tree.root, way: [] }] : [];
  for (let next = work.pop(); next; next = work.pop()) {
    const { node, way } = next;
    if (node.kind === 'placeholder') note(node.name, node, way);
    else if (node.kind === 'string') inText(node.value, node, way);
    else if (node.kind === 'array') work.push(...node.items.map((item, index) => ({ node: item, way: [...way, index] })).reverse());
    else if (node.kind === 'object') {
      for (const { key } of node.members) inText(key.value, key, [...way, key.value]);
      work.push(...node.members.map(({ key, value }) => ({ node: value, way: [...way, key.value] })).reverse());
    }
  }
  return [...found.values()];
}

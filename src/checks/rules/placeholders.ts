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

/** A node on the stack, with its way to the root as a chain: few ways are ever asked for. */
interface Step {
  readonly node: ValueNode;
  readonly segment: Segment;
  readonly up: Step | null;
}

export function placeholdersIn({ tree }: Pick<Checked, 'tree'>): readonly Found[] {
  const found = new Map<string, Found>();
  const note = (name: string, node: Range, at: Step): void => {
    const first = found.get(name);
    found.set(name, first ? { ...first, count: first.count + 1 } : { name, place: { offset: node.offset, length: node.length }, pointer: pointerOf(wayTo(at)), count: 1 });
  };
  const inText = (text: string, node: Range, at: Step): void => {
    if (!text.includes('${')) return;
    for (const name of placeholderNames(text)) note(name, node, at);
  };
  // A stack of our own: documents nest deeper than the call stack.
  const work: Step[] = tree.root && tree.text.includes('${') ? [{ node: tree.root, segment: '', up: null }] : [];
  for (let step = work.pop(); step; step = work.pop()) {
    const { node } = step;
    const up = step;
    if (node.kind === 'placeholder') note(node.name, node, up);
    else if (node.kind === 'string') inText(node.value, node, up);
    else if (node.kind === 'array') for (const [at, item] of [...node.items.entries()].reverse()) work.push({ node: item, segment: at, up });
    else if (node.kind === 'object') {
      for (const { key, value } of node.members) inText(key.value, key, { node: value, segment: key.value, up });
      for (const { key, value } of node.members.toReversed()) work.push({ node: value, segment: key.value, up });
    }
  }
  return [...found.values()];
}

function wayTo(step: Step): readonly Segment[] {
  const way: Segment[] = [];
  for (let at: Step = step; at.up; at = at.up) way.push(at.segment);
  return way.reverse();
}

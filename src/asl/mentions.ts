import type { Pointer, StateName } from './names.ts';
import { childPointer, ROOT } from './pointer.ts';
import { indexStates } from './states.ts';
import type { StringNode, Tree, ValueNode } from './tree.ts';

/** A text that names a state without being one of the arrows that a rename takes along. */
export interface Mention {
  readonly node: StringNode;
  readonly pointer: Pointer;
}

/** What names states or says nothing to a run. */
const ARROWS: ReadonlySet<string> = new Set(['Next', 'Default', 'StartAt', 'Type', 'QueryLanguage', 'Resource']);

/**
 * Where a state's name stands in conditions, paths and expressions: `{ "Variable": "$$.State.Name", "StringEquals": "Pack" }`,
 * `{% $states.context.State.Name = 'Pack' %}`, `States.Format('Pack …')`. A text that only happens to say the same is among them: nobody but a
 * person can tell.
 */
export function mentionsOf(tree: Tree, name: StateName): readonly Mention[] {
  if (name === '' || !tree.text.includes(JSON.stringify(name).slice(1, -1))) return [];
  const quoted = [`'${name}'`, `"${name}"`, `\`${name}\``];
  const says = (text: string): boolean => text === name || quoted.some((spelling) => text.includes(spelling));
  const found: Mention[] = [];
  const look = (node: ValueNode, pointer: Pointer): void => {
    if (node.kind === 'string' && says(node.value)) found.push({ node, pointer });
    if (node.kind === 'array') node.items.forEach((item, index) => look(item, childPointer(pointer, index)));
    if (node.kind === 'object') for (const { key, value } of node.members) if (!ARROWS.has(key.value) || value.kind !== 'string') look(value, childPointer(pointer, key.value));
  };
  if (tree.root) look(tree.root, ROOT);
  return found;
}

/** Names of the states that the mentions stand in. */
export function mentioningStates(tree: Tree, mentions: readonly Mention[]): readonly StateName[] {
  const states = indexStates(tree).all;
  const names = mentions.flatMap(({ pointer }) => states.findLast((state) => pointer.startsWith(`${state.pointer}/`))?.name ?? []);
  return [...new Set(names)];
}

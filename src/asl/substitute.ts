import { unreachable } from '../lib/unreachable.ts';
import { parseJson } from './json/parseJson.ts';
import type { ValueNode } from './tree.ts';

/** Values for `${Name}`, as a deployment tool would fill them in. */
export type Substitutions = { readonly [name: string]: string };

const PLACEHOLDER = /\$\{([^{}\r\n]*)\}/g;

/** In a text every placeholder that has a value becomes it; the others stay as they are. */
export const substituteText = (text: string, values: Substitutions): string =>
  text.includes('${') ? text.replace(PLACEHOLDER, (whole, name: string) => (Object.hasOwn(values, name) ? (values[name] ?? whole) : whole)) : text;

/** A value with its placeholders filled in. A bare one whose value reads as JSON becomes that value: `3`, `true`, `["a"]`. */
export function substitute(node: ValueNode, values: Substitutions): ValueNode {
  switch (node.kind) {
    case 'object':
      return { ...node, members: node.members.map((member) => ({ ...member, key: { ...member.key, value: substituteText(member.key.value, values) }, value: substitute(member.value, values) })) };
    case 'array':
      return { ...node, items: node.items.map((item) => substitute(item, values)) };
    case 'string':
      return { ...node, value: substituteText(node.value, values) };
    case 'placeholder':
      return filled(node, values);
    case 'number':
    case 'literal':
    case 'broken':
      return node;
    default:
      return unreachable(node);
  }
}

function filled(node: Extract<ValueNode, { kind: 'placeholder' }>, values: Substitutions): ValueNode {
  const value = Object.hasOwn(values, node.name) ? values[node.name] : undefined;
  if (value === undefined) return node;
  const { root, problems } = parseJson(value);
  return root && problems.length === 0 ? root : { kind: 'string', offset: node.offset, length: node.length, value };
}

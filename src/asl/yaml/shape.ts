import { isJsonArray, isJsonObject, type Json } from '../../lib/Json.ts';
import { unreachable } from '../../lib/unreachable.ts';
import { parseJson } from '../json/parseJson.ts';
import type { Content } from '../operations.ts';
import type { ValueNode } from '../tree.ts';

/** A value without its place in a text: what is to be written, and what the text must say afterwards. */
export type Shape =
  /** `tagged`: as it stood behind `!Sub`. */
  | { readonly kind: 'text'; readonly value: string; readonly tagged?: string }
  | { readonly kind: 'number'; readonly spelling: string; readonly value: number }
  | { readonly kind: 'literal'; readonly value: boolean | null }
  /** A tag's value: written as it stood. */
  | { readonly kind: 'opaque'; readonly name: string; readonly source: string }
  /** `loose`: a merge key puts members where it stands, so their order is not looked at. */
  | { readonly kind: 'object'; readonly members: readonly (readonly [string, Shape])[]; readonly loose: boolean }
  | { readonly kind: 'array'; readonly items: readonly Shape[] }
  | { readonly kind: 'broken' };

export const textShape = (value: string): Shape => ({ kind: 'text', value });

export function shapeOfContent(content: Content): Shape {
  switch (content.kind) {
    case 'json':
      return shapeOfJson(content.value);
    case 'object':
      return { kind: 'object', members: content.members.map(([key, value]) => [key, shapeOfContent(value)] as const), loose: false };
    case 'array':
      return { kind: 'array', items: content.items.map(shapeOfContent) };
    case 'verbatim': {
      const { root } = parseJson(content.text);
      return root ? shapeOf(root, content.text) : { kind: 'broken' };
    }
    default:
      return unreachable(content);
  }
}

function shapeOfJson(value: Json): Shape {
  if (isJsonArray(value)) return { kind: 'array', items: value.map(shapeOfJson) };
  if (isJsonObject(value)) return { kind: 'object', members: Object.entries(value).map(([key, child]) => [key, shapeOfJson(child)] as const), loose: false };
  if (typeof value === 'number') return { kind: 'number', spelling: JSON.stringify(value), value };
  return typeof value === 'string' ? textShape(value) : { kind: 'literal', value };
}

export function shapeOf(node: ValueNode, text: string): Shape {
  switch (node.kind) {
    case 'object':
      return { kind: 'object', members: node.members.map(({ key, value }) => [key.value, shapeOf(value, text)] as const), loose: false };
    case 'array':
      return { kind: 'array', items: node.items.map((item) => shapeOf(item, text)) };
    case 'string': {
      const source = text.slice(node.offset, node.offset + node.length);
      return source.startsWith('!') && !/[\r\n]/.test(source) ? { kind: 'text', value: node.value, tagged: source } : textShape(node.value);
    }
    case 'number':
      return { kind: 'number', spelling: node.spelling, value: node.value };
    case 'literal':
      return { kind: 'literal', value: node.value };
    case 'placeholder':
      return placeholderShape(node.name, text.slice(node.offset, node.offset + node.length));
    case 'broken':
      return { kind: 'broken' };
    default:
      return unreachable(node);
  }
}

/** A bare `${X}` is the text that it is; behind a tag stands something only CloudFormation knows. */
export function placeholderShape(name: string, source: string): Shape {
  return source.startsWith('!') ? { kind: 'opaque', name, source } : textShape(`\${${name}}`);
}

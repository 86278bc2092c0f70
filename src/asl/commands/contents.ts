import type { JsonObject } from '../../lib/Json.ts';
import { rangeEnd } from '../intact.ts';
import type { Content } from '../operations.ts';
import { toJson } from '../toJson.ts';
import type { ValueNode } from '../tree.ts';
import { jsonContent } from './operate.ts';

/** A parsed value as content that the document spells in its own style, order of members kept. */
export function contentFrom(node: ValueNode): Content {
  switch (node.kind) {
    case 'object':
      return { kind: 'object', members: node.members.map(({ key, value }) => [key.value, contentFrom(value)] as const) };
    case 'array':
      return { kind: 'array', items: node.items.map(contentFrom) };
    default:
      return jsonContent(toJson(node));
  }
}

/** A parsed value with its own spelling, comments included. */
export const verbatimFrom = (text: string, node: ValueNode): Content => ({ kind: 'verbatim', text: text.slice(node.offset, rangeEnd(node)) });

export const memberContents = (object: JsonObject): readonly (readonly [string, Content])[] =>
  Object.entries(object).map(([key, value]) => [key, jsonContent(value)] as const);

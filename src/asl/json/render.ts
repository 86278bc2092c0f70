import type { Json } from '../../lib/Json.ts';
import { isJsonArray, isJsonObject } from '../../lib/Json.ts';
import { rangeEnd } from '../intact.ts';
import type { Content } from '../operations.ts';
import type { ArrayNode, ObjectNode } from '../tree.ts';
import { hasBreak, reindent } from './layout.ts';
import { parseJson } from './parseJson.ts';
import { isFlat, styleOf, valuesOf, type Style } from './style.ts';

/** Where new text lands. */
export interface Spot {
  readonly style: Style;
  /** Indentation of the line it starts on. */
  readonly indent: string;
  /** One step of indentation, as used around there. */
  readonly unit: string;
  /** Everything on one line. */
  readonly flat: boolean;
  /** The container it goes into: its entries are the example to follow. */
  readonly near: ObjectNode | ArrayNode | null;
}

/** A one-line object among one-line siblings stays one unless it grows past this. */
const FLAT_WIDTH = 100;

/** Spells content in the file's own style; the first line carries no indentation. */
export function render(text: string, content: Content, spot: Spot): string {
  if (content.kind === 'verbatim') return verbatim(content.text, spot);
  const node = normal(content);
  if (spot.flat) return flat(node, spot);
  if (isEmpty(node)) return flat(node, spot);
  const longest = flatSiblings(text, node, spot);
  if (longest > 0) {
    const line = flat(node, spot);
    if (!hasBreak(line) && line.length <= Math.max(FLAT_WIDTH, longest)) return line;
  }
  return tall(node, spot);
}

type Node = Exclude<Content, { kind: 'json' }> | { readonly kind: 'plain'; readonly spelling: string };

/** JSON as the same shapes that keep an order. */
function normal(content: Content): Node {
  if (content.kind !== 'json') return content;
  const { value } = content;
  if (isJsonArray(value)) return { kind: 'array', items: value.map(json) };
  if (isJsonObject(value)) return { kind: 'object', members: Object.entries(value).map(([key, child]) => [key, json(child)] as const) };
  return { kind: 'plain', spelling: JSON.stringify(value) };
}

const json = (value: Json): Content => ({ kind: 'json', value });

const isEmpty = (node: Node): boolean => (node.kind === 'object' && node.members.length === 0) || (node.kind === 'array' && node.items.length === 0);

/** Length of the longest sibling of that kind when all of them stand on one line; 0 where there is no such example. */
function flatSiblings(text: string, node: Node, { near }: Spot): number {
  if (!near) return 0;
  const alike = valuesOf(near).filter((value) => value.kind === node.kind && value.length > 2);
  return alike.length > 0 && alike.every((value) => isFlat(text, value)) ? Math.max(...alike.map((value) => value.length)) : 0;
}

function flat(node: Node, spot: Spot): string {
  const { style } = spot;
  const inner = (content: Content): string => (content.kind === 'verbatim' ? verbatim(content.text, spot) : flat(normal(content), spot));
  switch (node.kind) {
    case 'plain':
      return node.spelling;
    case 'verbatim':
      return verbatim(node.text, spot);
    case 'array':
      return enclosed('[', node.items.map(inner), ']', style.bracketPad, style);
    default:
      return enclosed('{', node.members.map(([key, value]) => JSON.stringify(key) + style.colon + inner(value)), '}', style.bracePad, style);
  }
}

function enclosed(open: string, parts: readonly string[], close: string, pad: string, style: Style): string {
  return parts.length === 0 ? open + close : open + pad + parts.join(`,${style.gap}`) + pad + close;
}

function tall(node: Node, spot: Spot): string {
  if (node.kind === 'plain' || node.kind === 'verbatim' || isEmpty(node) || isFlatList(node, spot)) return flat(node, spot);
  const { style, unit } = spot;
  const inside: Spot = { ...spot, indent: spot.indent + unit, near: null };
  const inner = (content: Content): string => (content.kind === 'verbatim' ? verbatim(content.text, inside) : tall(normal(content), inside));
  const parts = node.kind === 'array' ? node.items.map(inner) : node.members.map(([key, value]) => JSON.stringify(key) + style.colon + inner(value));
  const lineStart = style.eol + inside.indent;
  const [open, close] = node.kind === 'array' ? '[]' : '{}';
  return open + lineStart + parts.join(`,${lineStart}`) + style.eol + spot.indent + close;
}

function isFlatList(node: Node, { style }: Spot): boolean {
  if (node.kind !== 'array' || !style.flatLists) return false;
  return node.items.every((item) => normal(item).kind === 'plain') && node.items.reduce((sum, item) => sum + plainLength(item), 0) < FLAT_WIDTH;
}

const plainLength = (content: Content): number => {
  const node = normal(content);
  return node.kind === 'plain' ? node.spelling.length + 2 : FLAT_WIDTH;
};

/** The value in a pasted text, moved to its new indentation; what stands around the value is left out. */
function verbatim(pasted: string, { style, indent, unit }: Spot): string {
  const tree = parseJson(pasted);
  const value = tree.root ? pasted.slice(tree.root.offset, rangeEnd(tree.root)) : pasted;
  const own = styleOf(tree).unit;
  const base = /(?:\r\n|\r|\n)([ \t]*)[^\r\n]*$/.exec(value)?.[1] ?? '';
  const stepped = own === unit ? reindent(value, base, indent) : reindent(convertUnit(value, base, own, unit), '', indent);
  return stepped.replace(/\r\n|\r|\n/g, style.eol);
}

/** Takes the base off and spells each step of indentation as the document does. */
function convertUnit(text: string, base: string, from: string, to: string): string {
  return text.replace(/(\r\n|\r|\n)([ \t]*)(?=[^\r\n]|$)/g, (_line, lineEnd: string, indent: string) => {
    let rest = indent.startsWith(base) ? indent.slice(base.length) : indent;
    let steps = '';
    while (from !== '' && rest.startsWith(from)) {
      rest = rest.slice(from.length);
      steps += to;
    }
    return lineEnd + steps + rest;
  });
}

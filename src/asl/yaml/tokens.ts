import type { CST, Scalar } from 'yaml';

/** An item of a collection in the library's concrete tree. */
export interface Item {
  readonly start: readonly CST.SourceToken[];
  readonly key?: CST.Token | null;
  readonly sep?: readonly CST.SourceToken[];
  readonly value?: CST.Token;
}

export interface Props {
  readonly start: number;
  /** Where a tag stands; -1 without one. */
  readonly tag: number;
  readonly end: number;
}

/** Anchor and tag before a value: they stand behind the last `:` or `-` among the tokens. */
export function propsOf(tokens: readonly CST.SourceToken[]): Props {
  const from = tokens.findLastIndex(({ type }) => type === 'map-value-ind' || type === 'seq-item-ind' || type === 'comma');
  const props = tokens.slice(from + 1).filter(({ type }) => type === 'anchor' || type === 'tag');
  const last = props.at(-1);
  return {
    start: props[0]?.offset ?? -1,
    tag: props.find(({ type }) => type === 'tag')?.offset ?? -1,
    end: last ? last.offset + last.source.length : -1,
  };
}

/** Behind the `:` of a member; -1 without one. */
export function colonOf(item: Item): number {
  const colon = item.sep?.find(({ type }) => type === 'map-value-ind');
  return colon ? colon.offset + 1 : -1;
}

/** Behind the last character of a text; the line break that ends a block text is not taken in. */
export function scalarEnd(text: string, node: Scalar.Parsed): number {
  const [from, to] = node.range;
  if (node.type !== 'BLOCK_LITERAL' && node.type !== 'BLOCK_FOLDED') return to;
  if (to <= from || !/[\r\n]/.test(text[to - 1] ?? '')) return to;
  return text.slice(to - 2, to) === '\r\n' ? to - 2 : to - 1;
}

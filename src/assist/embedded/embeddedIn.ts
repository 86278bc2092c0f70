import type { Segment } from '../../asl/pointer.ts';
import type { Range, StringNode, Tree, ValueNode } from '../../asl/tree.ts';
import { isIntrinsicText } from '../../expr/intrinsics/parseIntrinsic.ts';
import { roleAt, type Role } from '../roleAt.ts';
import { stringMap } from '../stringMap.ts';
import { jsonataTokens, type EmbeddedKind, type EmbeddedToken } from './jsonataTokens.ts';
import { pathTokens } from './pathTokens.ts';
import { textUse, type TextUse } from './textUse.ts';

/** A text of the document that is read as an expression or a path. */
export interface Embedded {
  readonly node: StringNode;
  readonly use: Exclude<TextUse, null>;
  readonly role: Role;
  readonly key: Segment;
  readonly way: readonly Segment[];
}

export interface PlacedToken extends Range {
  readonly kind: EmbeddedKind;
}

const meets = (node: Range, range: Range): boolean => node.offset <= range.offset + range.length && node.offset + node.length >= range.offset;

/** Every expression and path in a range of the document, in its order. Looks only into what the range meets. */
export function embeddedIn(tree: Tree, range: Range = { offset: 0, length: tree.text.length }): readonly Embedded[] {
  const found: Embedded[] = [];
  const look = (node: ValueNode, way: readonly Segment[]): void => {
    if (node.kind !== 'object' && node.kind !== 'array') return;
    let role: Role | undefined;
    const parts = node.kind === 'object' ? node.members.map(({ key, value }) => [key.value, value] as const) : node.items.map((item, index) => [index, item] as const);
    for (const [key, value] of parts) {
      if (!meets(value, range)) continue;
      if (value.kind !== 'string') look(value, [...way, key]);
      else if (value.value.includes('$') || value.value.startsWith('{%') || isIntrinsicText(value.value)) {
        role ??= roleAt(tree, way);
        const use = useOf(role, key, value.value);
        if (use) found.push({ node: value, use, role, key, way: [...way, key] });
      }
    }
  };
  if (tree.root) look(tree.root, []);
  return found;
}

/** In JSONata a text without delimiters is only a text. */
export function useOf(role: Role, key: Segment | null, text: string): TextUse {
  const use = textUse(role, key);
  return use === 'jsonata' && !(text.startsWith('{%') && text.endsWith('%}') && text.length >= 4) ? null : use;
}

/** Tokens of a text, offsets counted in the text with its delimiters. */
export function tokensOfText(use: TextUse, text: string): readonly EmbeddedToken[] {
  if (use !== 'jsonata') return pathTokens(text);
  return [
    { kind: 'delimiter', at: 0, length: 2 },
    ...jsonataTokens(text.slice(2, -2)).map((token) => ({ ...token, at: token.at + 2 })),
    { kind: 'delimiter', at: text.length - 2, length: 2 },
  ];
}

/** The tokens of every expression and path in a range, where they stand in the document. */
export function embeddedTokens(tree: Tree, range: Range, most: number): readonly PlacedToken[] {
  const placed: PlacedToken[] = [];
  for (const { node, use } of embeddedIn(tree, range)) {
    const place = stringMap(tree, node);
    if (!place) continue;
    for (const { kind, at, length } of tokensOfText(use, node.value)) {
      const offset = place(at);
      placed.push({ kind, offset, length: place(at + length) - offset });
      if (placed.length >= most) return placed;
    }
  }
  return placed;
}

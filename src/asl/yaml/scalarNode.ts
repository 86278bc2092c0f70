import type { Scalar } from 'yaml';
import type { Range, ValueNode } from '../tree.ts';
import type { ScalarStyle } from './notes.ts';

const STYLES: { readonly [type: string]: ScalarStyle } = { PLAIN: 'plain', QUOTE_SINGLE: 'single', QUOTE_DOUBLE: 'double', BLOCK_LITERAL: 'literal', BLOCK_FOLDED: 'folded' };

export const styleOfScalar = (node: Scalar): ScalarStyle => (node.type === 'PLAIN' && node.source === '' ? 'empty' : (STYLES[node.type ?? 'PLAIN'] ?? 'plain'));

const PLACEHOLDER = /^\$\{([^{}\r\n]*)\}$/;

/** A text, number, truth value or null of the document. A number that JSON cannot hold (`.nan`) is broken. */
export function scalarNode(node: Scalar.Parsed, range: Range, text: string, restore: (value: string, from: number, to: number) => string): ValueNode {
  const { value } = node;
  const [from, to] = node.range;
  const source = node.source ?? text.slice(from, to);
  if (typeof value === 'boolean' || value === null) return { kind: 'literal', ...range, value };
  if (typeof value === 'number') return Number.isFinite(value) ? { kind: 'number', ...range, value, spelling: source } : { kind: 'broken', ...range };
  const written = restore(typeof value === 'string' ? value : source, from, to);
  const bare = node.type === 'PLAIN' && node.tag === undefined ? PLACEHOLDER.exec(written) : null;
  return bare ? { kind: 'placeholder', ...range, name: bare[1] ?? '' } : { kind: 'string', ...range, value: written };
}

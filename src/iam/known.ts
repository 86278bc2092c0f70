import { stringOf, valueOf } from '../asl/pointer.ts';
import type { ValueNode } from '../asl/tree.ts';
import { exactly } from './statements.ts';

/** A field of a state as it stands in the document. */
export type Known =
  | { readonly kind: 'literal'; readonly text: string }
  /** Known only when it runs; `written` is the path or expression. */
  | { readonly kind: 'computed'; readonly written: string }
  | { readonly kind: 'absent' };

/** Filled in when the definition is deployed. */
const PLACEHOLDER = /\$\{[^}]+\}/;

export function known(holder: ValueNode | null | undefined, key: string, jsonata: boolean): Known {
  const path = stringOf(holder, `${key}.$`);
  if (path !== undefined) return { kind: 'computed', written: path };
  return knownValue(valueOf(holder, key), jsonata);
}

export function knownValue(value: ValueNode | undefined, jsonata: boolean): Known {
  if (value === undefined) return { kind: 'absent' };
  if (value.kind === 'placeholder') return { kind: 'computed', written: `\${${value.name}}` };
  if (value.kind !== 'string') return { kind: 'computed', written: '' };
  const isComputed = (jsonata && /^\{%[^]*%\}$/.test(value.value)) || PLACEHOLDER.test(value.value);
  return isComputed ? { kind: 'computed', written: value.value } : { kind: 'literal', text: value.value };
}

/** The fixed parts of a text with `*` between them, as a pattern of IAM; null: nothing of it can be read. */
export function readPattern(from: Known): string | null {
  if (from.kind === 'literal') return exactly(from.text);
  const parts = from.kind === 'computed' ? fixedParts(from.written) : null;
  const pattern = parts?.map(exactly).join('*').replace(/\*{2,}/g, '*');
  return pattern === undefined || pattern === '*' || pattern === '' ? null : pattern;
}

function fixedParts(written: string): readonly string[] | null {
  const expression = /^\{%([^]*)%\}$/.exec(written)?.[1];
  if (expression !== undefined) return joined(expression);
  const format = /^\s*States\.Format\(\s*'((?:[^'\\]|\\.)*)'/.exec(written)?.[1];
  if (format !== undefined) return format.split('{}');
  return written.startsWith('$') && !written.includes('${') ? null : written.split(new RegExp(PLACEHOLDER, 'g'));
}

/**
 * The texts that a JSONata expression joins with `&`; what stands between two of them is computed. Null: it is no plain joining.
 * A reading of the text is enough: whatever it misses becomes a `*`.
 */
function joined(expression: string): readonly string[] | null {
  const texts: string[] = [];
  let rest = expression.trim();
  let computedBefore = true;
  while (rest !== '') {
    const text = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')\s*(?:&|$)\s*/.exec(rest);
    const other = /^[$\w.`[\]()]+\s*(?:&|$)\s*/.exec(rest);
    const found = text ?? other;
    if (!found) return texts.length > 0 ? [...texts, ''] : null;
    const literal = text?.[1] ?? text?.[2];
    if (literal === undefined) {
      if (texts.length === 0) texts.push('');
      computedBefore = true;
    } else if (computedBefore || texts.length === 0) texts.push(literal);
    else texts.push(`${texts.pop() ?? ''}${literal}`);
    if (literal !== undefined) computedBefore = false;
    rest = rest.slice(found[0].length);
  }
  if (texts.length === 0) return null;
  return computedBefore ? [...texts, ''] : texts;
}

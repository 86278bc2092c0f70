import { itemsOf, valueOf } from '../asl/pointer.ts';
import type { ValueNode } from '../asl/tree.ts';

export const itemsAt = (node: ValueNode, name: string): readonly ValueNode[] => itemsOf(valueOf(node, name));

/** A string as written; a bare placeholder reads as `${Name}`, so that it can be shown where the string would be. */
export function textAt(node: ValueNode, name: string): string | undefined {
  const value = valueOf(node, name);
  if (value?.kind === 'string') return value.value;
  return value?.kind === 'placeholder' ? `\${${value.name}}` : undefined;
}

/** A value in few characters: strings quoted, numbers as spelt, containers by their kind. */
export function briefly(value: ValueNode): string {
  switch (value.kind) {
    case 'string':
      return JSON.stringify(value.value);
    case 'number':
      return value.spelling;
    case 'literal':
      return String(value.value);
    case 'placeholder':
      return `\${${value.name}}`;
    case 'object':
      return '{…}';
    case 'array':
      return '[…]';
    case 'broken':
      return '?';
  }
}

const EXPRESSION = /^\s*\{%([\s\S]*)%\}\s*$/;

/** The inside of `{% … %}` on one line, or undefined for a plain string. */
export const expressionIn = (text: string): string | undefined => EXPRESSION.exec(text)?.[1]?.trim().replace(/\s+/g, ' ');

export const isTrue = (value: ValueNode | undefined): boolean => value?.kind === 'literal' && value.value === true;

export function shorten(text: string, max: number): string {
  const letters = Array.from(text);
  return letters.length <= max ? text : `${letters.slice(0, max - 1).join('').trimEnd()}…`;
}

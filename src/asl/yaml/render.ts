import { unreachable } from '../../lib/unreachable.ts';
import type { Shape } from './shape.ts';
import { isBlockSafe, spellBlock, spellText, type TextPlace } from './spellText.ts';
import type { YamlStyle } from './style.ts';

export const spaces = (count: number): string => ' '.repeat(Math.max(0, count));

const isEmpty = (shape: Shape): boolean => (shape.kind === 'object' && shape.members.length === 0) || (shape.kind === 'array' && shape.items.length === 0);

/** A value whose text begins on the line of its key and goes on below it. */
export interface Rendered {
  /** Begins with a blank or a line break. */
  readonly text: string;
  /** Where a comment may stand that was behind the value: at the end of the first line. */
  readonly head: number;
}

/**
 * What stands behind `key:` or `-` of an entry in that column. `inList`: an object begins on the line of the `-`.
 */
export function renderValue(shape: Shape, column: number, style: YamlStyle, inList: boolean): Rendered {
  if (shape.kind === 'text' && wantsBlock(shape.value)) {
    const block = spellBlock(shape.value, spaces(column + (inList ? 2 : style.unit)), style.eol, '');
    return { text: ` ${block}`, head: block.indexOf(style.eol) + 1 };
  }
  if ((shape.kind !== 'object' && shape.kind !== 'array') || isEmpty(shape)) return { text: ` ${renderFlow(shape, style, style.value)}`, head: -1 };
  if (inList) return { text: ` ${renderBlock(shape, column + 2, style)}`, head: -1 };
  const inner = column + (shape.kind === 'array' && style.indentless ? 0 : style.unit);
  return { text: style.eol + spaces(inner) + renderBlock(shape, inner, style), head: 0 };
}

const wantsBlock = (value: string): boolean => value.includes('\n') && isBlockSafe(value);

/** Members or items in a column; the first line carries no indentation. */
export function renderBlock(shape: Shape, column: number, style: YamlStyle): string {
  const lineStart = style.eol + spaces(column);
  if (shape.kind === 'object' && shape.members.length > 0) return shape.members.map(([key, value]) => `${spellKey(key, style, false)}:${renderValue(value, column, style, false).text}`).join(lineStart);
  if (shape.kind === 'array' && shape.items.length > 0) return shape.items.map((item) => `-${renderValue(item, column, style, true).text}`).join(lineStart);
  return renderFlow(shape, style, style.value);
}

export const spellKey = (key: string, style: YamlStyle, flow: boolean): string => spellText(key, { flow, style: style.key, quotes: style.quotes });

/** On one line, as inside `{…}` and `[…]`; of a text in the given style. */
export function renderFlow(shape: Shape, style: YamlStyle, text: TextPlace['style'], flow = false): string {
  switch (shape.kind) {
    case 'text':
      return shape.tagged ?? spellText(shape.value, { flow, style: text, quotes: style.quotes });
    case 'number':
      return shape.spelling;
    case 'literal':
      return String(shape.value);
    case 'opaque':
      return /[\r\n]/.test(shape.source) ? spellText(`\${${shape.name}}`, { flow, style: 'double', quotes: 'double' }) : shape.source;
    case 'object':
      if (shape.members.length === 0) return '{}';
      return `{${style.bracePad}${shape.members.map(([key, value]) => `${spellKey(key, style, true)}: ${renderFlow(value, style, text, true)}`).join(', ')}${style.bracePad}}`;
    case 'array':
      return `[${shape.items.map((item) => renderFlow(item, style, text, true)).join(', ')}]`;
    case 'broken':
      return 'null';
    default:
      return unreachable(shape);
  }
}

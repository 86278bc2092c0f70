import { unreachable } from '../lib/unreachable.ts';
import type { Tree, ValueNode } from './tree.ts';

const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/;

/** A number's own spelling where JSON takes it; YAML's `0x1F` and `+1` are spelt anew. */
export function jsonNumber(spelling: string, value: number): string {
  if (JSON_NUMBER.test(spelling)) return spelling;
  return /^[-+]?0[xo][\da-fA-F]+$/.test(spelling) && !Number.isSafeInteger(value) ? BigInt(spelling.replace(/^[-+]/, '')).toString() : JSON.stringify(value);
}

/**
 * A value as strict JSON, whatever format it stands in: numbers keep their spelling, aliases and merge keys are written out, what only a
 * deployment tool knows is the text `${Name}`.
 */
export function jsonTextOf(node: ValueNode, unit = '  ', indent = ''): string {
  const inner = indent + unit;
  const [lineStart, lineEnd] = unit === '' ? ['', ''] : [`\n${inner}`, `\n${indent}`];
  switch (node.kind) {
    case 'object': {
      if (node.members.length === 0) return '{}';
      const colon = unit === '' ? ':' : ': ';
      return `{${node.members.map(({ key, value }) => lineStart + JSON.stringify(key.value) + colon + jsonTextOf(value, unit, inner)).join(',')}${lineEnd}}`;
    }
    case 'array':
      return node.items.length === 0 ? '[]' : `[${node.items.map((item) => lineStart + jsonTextOf(item, unit, inner)).join(',')}${lineEnd}]`;
    case 'string':
    case 'literal':
      return JSON.stringify(node.value);
    case 'number':
      return jsonNumber(node.spelling, node.value);
    case 'placeholder':
      return JSON.stringify(`\${${node.name}}`);
    case 'broken':
      return 'null';
    default:
      return unreachable(node);
  }
}

/** A value to be edited as JSON: as it is written in a JSON document, spelt as JSON from a YAML one. */
export function jsonSourceOf({ format, text }: Pick<Tree, 'format' | 'text'>, node: ValueNode): string {
  return format === 'json' ? text.slice(node.offset, node.offset + node.length) : jsonTextOf(node);
}

import { objectOf } from '../lib/Json.ts';
import type { StateId } from './names.ts';
import { jsonSourceOf } from './jsonText.ts';
import { lineColumn, lineStarts } from './lines.ts';
import { outermost } from './outermost.ts';
import { toJson } from './toJson.ts';
import type { Tree } from './tree.ts';

/**
 * States as they stand in a `States` object, `{ "Pack": { … }, "Ship": { … } }`, in their own spelling: what `pasteStates` takes, and what fits into the
 * `States` of any definition. Null where none of them is there. What stands inside another one comes with it.
 */
export function copyStates(tree: Tree, ids: readonly StateId[]): string | null {
  const states = outermost(tree, ids);
  if (states.length === 0) return null;
  // What is copied goes to any editor, so out of YAML it goes as JSON.
  if (tree.format !== 'json') return `${JSON.stringify(objectOf(states.map(({ name, node }) => [name, toJson(node)] as const)), null, 2)}\n`;
  const members = states.map(({ member, node }) => `${JSON.stringify(member.key.value)}: ${shifted(tree.text, member.offset, jsonSourceOf(tree, node))}`);
  return `{\n  ${members.join(',\n  ')}\n}\n`;
}

/** Its further lines as deep as if its first stood two spaces in. */
function shifted(text: string, at: number, piece: string): string {
  const indent = /^[ \t]*/.exec(text.slice(lineStarts(text)[lineColumn(text, at).line - 1] ?? 0, at))?.[0] ?? '';
  return piece.split(/\r\n?|\n/).map((line, index) => (index > 0 && line.startsWith(indent) ? `  ${line.slice(indent.length)}` : line)).join('\n');
}

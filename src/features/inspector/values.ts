import type { FieldPath } from '../../asl/commands/setField.ts';
import { nodeAt, pointerOf } from '../../asl/pointer.ts';
import type { StateEntry } from '../../asl/states.ts';
import { toJson } from '../../asl/toJson.ts';
import type { ValueNode } from '../../asl/tree.ts';
import type { Json } from '../../lib/Json.ts';

export const nodeIn = (entry: StateEntry, path: FieldPath): ValueNode | null => nodeAt(entry.node, pointerOf(path));

/** The plain value of a field; undefined where it is not written. */
export function valueIn(entry: StateEntry, path: FieldPath): Json | undefined {
  const node = nodeIn(entry, path);
  return node ? toJson(node) : undefined;
}

/** The text of a field that is a string, else undefined. */
export function textIn(entry: StateEntry, path: FieldPath): string | undefined {
  const node = nodeIn(entry, path);
  return node?.kind === 'string' ? node.value : undefined;
}

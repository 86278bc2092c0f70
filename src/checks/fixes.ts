import { jsonContent, removeField, removeItem, setTo } from '../asl/commands/operate.ts';
import { placeInState } from '../asl/fields.ts';
import type { Operation } from '../asl/operations.ts';
import { memberOf, nodeAt, partAt } from '../asl/pointer.ts';
import type { Tree } from '../asl/tree.ts';
import type { Json } from '../lib/Json.ts';
import type { Fix } from './CheckRule.ts';
import type { Problem } from './problem.ts';

type Ops = Fix['ops'];

/** Renames the member the problem points at. `null`: no better name is known. */
export const renameTo = (to: (name: string, tree: Tree, problem: Problem) => string | null): Ops => (tree, problem) => {
  const part = partAt(tree, problem.pointer);
  if (part?.kind !== 'member') return [];
  const name = to(part.member.key.value, tree, problem);
  return name === null || memberOf(part.of, name) ? [] : [{ op: 'renameKey', member: part.member, to: name }];
};

export const setWhere = (value: (text: string, tree: Tree, problem: Problem) => Json | null): Ops => (tree, problem) => {
  const node = nodeAt(tree, problem.pointer);
  if (node === null) return [];
  const next = value(node.kind === 'string' ? node.value : '', tree, problem);
  return next === null ? [] : [setTo(node, next)];
};

/** Removes the member or item the problem points at. */
export const removeIt: Ops = (tree, problem) => {
  const part = partAt(tree, problem.pointer);
  if (part === null) return [];
  return part.kind === 'member' ? removeField(part.of, part.member.key.value) : [removeItem(part.of, part.index)];
};

/** Adds a member to the object the problem points at, where people write it. */
export const addMember = (key: string, value: Json): Ops => (tree, problem) => {
  const node = nodeAt(tree, problem.pointer);
  if (node?.kind !== 'object' || memberOf(node, key)) return [];
  const insert: Operation = { op: 'insert', place: placeInState(node, key), key, content: jsonContent(value) };
  return [insert];
};

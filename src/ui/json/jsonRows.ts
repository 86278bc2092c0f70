import { isJsonArray, isJsonObject, type Json } from '../../lib/Json.ts';
import type { PathSegment } from './valuePath.ts';

/** One line of a drawn tree. */
export interface JsonRow {
  /** A JSON pointer: `/lines/0/price`. */
  readonly id: string;
  readonly depth: number;
  readonly key: PathSegment;
  readonly value: Json;
  /** How many members or items; null where it is no container. */
  readonly size: number | null;
  readonly open: boolean;
  /** Of its siblings, from 1. */
  readonly position: number;
  readonly siblings: number;
}

export type IsOpen = (id: string, depth: number, size: number) => boolean;

export const sizeOf = (value: Json): number | null => (typeof value === 'object' && value !== null ? (isJsonArray(value) ? value.length : Object.keys(value).length) : null);

const escaped = (key: PathSegment): string => (typeof key === 'number' ? String(key) : key.replaceAll('~', '~0').replaceAll('/', '~1'));

export const childId = (parent: string, key: PathSegment): string => `${parent}/${escaped(key)}`;

/** `/lines/0` of `/lines/0/price`; empty at the top. */
export const parentId = (id: string): string => id.slice(0, Math.max(0, id.lastIndexOf('/')));

export function childrenOf(value: Json): readonly (readonly [key: PathSegment, value: Json])[] {
  if (isJsonArray(value)) return value.map((item, index) => [index, item] as const);
  return isJsonObject(value) ? Object.entries(value) : [];
}

/** The lines that are to be seen, in order: members of what is open. Iterative, because an answer may be nested deeper than the stack. */
export function visibleRows(value: Json, isOpen: IsOpen): readonly JsonRow[] {
  const rows: JsonRow[] = [];
  const pending: JsonRow[] = [];
  const push = (parent: Json, id: string, depth: number): void => {
    const children = childrenOf(parent);
    for (let at = children.length - 1; at >= 0; at -= 1) {
      const [key, child] = children[at] ?? [at, null];
      const [own, size] = [childId(id, key), sizeOf(child)];
      pending.push({ id: own, depth, key, value: child, size, open: size !== null && size > 0 && isOpen(own, depth, size), position: at + 1, siblings: children.length });
    }
  };
  push(value, '', 0);
  for (let row = pending.pop(); row !== undefined; row = pending.pop()) {
    rows.push(row);
    if (row.open) push(row.value, row.id, row.depth + 1);
  }
  return rows;
}

/** Names and indexes on the way to a row; `value` says which of them count items. */
export function segmentsTo(value: Json, id: string): readonly PathSegment[] {
  const segments: PathSegment[] = [];
  let at: Json | undefined = value;
  for (const part of id.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
    const inArray: boolean = isJsonArray(at ?? null);
    segments.push(inArray ? Number(name) : name);
    at = isJsonArray(at ?? null) ? (at as readonly Json[])[Number(name)] : isJsonObject(at ?? null) ? (at as { readonly [key: string]: Json })[name] : undefined; // Both are guarded on the same line.
  }
  return segments;
}

/** All containers on the way to a row, so that they can be opened. */
export function ancestorsOf(id: string): readonly string[] {
  const found: string[] = [];
  for (let up = parentId(id); up !== ''; up = parentId(up)) found.push(up);
  return found;
}

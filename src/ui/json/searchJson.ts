import type { Json } from '../../lib/Json.ts';
import { childId, childrenOf } from './jsonRows.ts';
import type { PathSegment } from './valuePath.ts';

/** More are not stepped through by hand. */
export const MOST_MATCHES = 1_000;

/** Ids of the rows whose name or plain value holds the text, in document order, whatever their case. Whole containers do not match by what is in them. */
export function searchJson(value: Json, text: string, most = MOST_MATCHES): readonly string[] {
  const wanted = text.toLowerCase();
  if (wanted === '') return [];
  const found: string[] = [];
  const pending: (readonly [id: string, key: PathSegment, value: Json])[] = [];
  const push = (parent: Json, id: string): void => {
    const children = childrenOf(parent);
    for (let at = children.length - 1; at >= 0; at -= 1) {
      const [key, child] = children[at] ?? [at, null];
      pending.push([childId(id, key), key, child]);
    }
  };
  push(value, '');
  for (let next = pending.pop(); next !== undefined && found.length < most; next = pending.pop()) {
    const [id, key, inside] = next;
    const isContainer = typeof inside === 'object' && inside !== null;
    if ((typeof key === 'string' && key.toLowerCase().includes(wanted)) || (!isContainer && String(inside).toLowerCase().includes(wanted))) found.push(id);
    if (isContainer) push(inside, id);
  }
  return found;
}

import type { FieldPath } from '../../asl/commands/setField.ts';
import type { StateEntry } from '../../asl/states.ts';
import { sourceOf } from '../../asl/sourceOf.ts';
import { isJsonata } from './typedValue.ts';
import { nodeIn, textIn } from './values.ts';

/** A value as its field shows it: expressions bare, everything else as it stands in the file; empty where nothing is written. */
export function shownText(document: Parameters<typeof sourceOf>[0], entry: StateEntry, path: FieldPath, template: boolean): string {
  const computed = template && entry.language === 'JSONPath' ? textIn(entry, [...path.slice(0, -1), `${String(path.at(-1))}.$`]) : undefined;
  if (computed !== undefined) return computed;
  const node = nodeIn(entry, path);
  if (!node) return '';
  if (entry.language === 'JSONata' && node.kind === 'string' && isJsonata(node.value)) return node.value;
  return sourceOf(document, node);
}

import { useEffect, useState } from 'react';
import { optimizedAction } from '../../catalog/optimized.ts';
import { readResource } from '../../catalog/resource.ts';
import type { PaletteWorld } from '../../editor/palette/paletteWorld.ts';
import type { PaletteItem } from './paletteItems.ts';

/** Typing fetches nothing until it rests this long. */
const REST_MS = 150;

/** What AWS begins with where it does not say what the action does. */
const ASIDE = /^(?:End of support notice|This operation is not supported|This API (?:action|operation) is not supported)/;

/** One sentence of AWS about each of these actions, as they come: they lie in a file for each service. */
export function useNotes(items: readonly PaletteItem[], { catalog }: PaletteWorld): readonly PaletteItem[] {
  const [notes, setNotes] = useState<ReadonlyMap<string, string>>(new Map());
  const missing = [...new Set(items.flatMap(({ id, adds }) => (adds === 'item' && id.startsWith('action:') && !notes.has(id) ? [id] : [])))].join('\n');
  useEffect(() => {
    if (missing === '') return undefined;
    let gone = false;
    const timer = setTimeout(() => {
      void Promise.all(missing.split('\n').map(async (id) => [id, await noteOf(id, catalog)] as const)).then((found) => {
        if (!gone) setNotes((known) => new Map([...known, ...found]));
      });
    }, REST_MS);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [missing, catalog]);
  return items.map((item) => (notes.get(item.id) ? { ...item, note: notes.get(item.id) } : item));
}

/** Empty: there is none. */
async function noteOf(id: string, catalog: PaletteWorld['catalog']): Promise<string> {
  const read = readResource(id.slice('action:'.length));
  if (!('action' in read)) return '';
  const call = read.kind === 'sdk' ? `${read.service}.${read.action}` : (optimizedAction(read.service, read.action)?.sdk ?? '');
  const [service = '', action = ''] = call.split('.');
  const docs = service === '' ? undefined : await catalog.docs(service).catch(() => undefined);
  const at = docs && Object.hasOwn(docs.actions, action) ? docs.actions[action] : undefined;
  const text = (at !== undefined && docs?.texts[at]) || '';
  return ASIDE.test(text) ? '' : text;
}

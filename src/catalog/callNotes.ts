import type { DocsFile, ServiceFile } from './CatalogFiles.ts';
import type { StructureShape } from './Shape.ts';

/** One sentence about each thing, where AWS has one. */
export interface CallNotes {
  readonly action: string | undefined;
  readonly member: (shape: StructureShape, name: string) => string | undefined;
}

/** `spelled`: names of members that the integration spells otherwise than the service's file. */
export function callNotes(file: ServiceFile, docs: DocsFile, action: string, spelled: ServiceFile['spelled'] = {}): CallNotes {
  const text = (at: number | undefined): string | undefined => (at === undefined || at < 0 ? undefined : docs.texts[at]);
  const places = new Map<number, ReadonlyMap<string, number>>();
  const placesIn = (id: number): ReadonlyMap<string, number> => {
    let known = places.get(id);
    if (!known) {
      const code = file.shapes[id];
      const members = Array.isArray(code) ? (code[0] === 'u' ? code[1] : {}) : (code ?? {});
      known = new Map(Object.keys(members).map((key, at) => [spelling(key.replace(/\*$/, ''), spelled), at]));
      places.set(id, known);
    }
    return known;
  };
  return {
    action: Object.hasOwn(docs.actions, action) ? text(docs.actions[action]) : undefined,
    member({ id }, name) {
      const at = id === undefined ? undefined : placesIn(id).get(name);
      return at === undefined ? undefined : text(docs.members[String(id)]?.[at]);
    },
  };
}

export const spelling = (name: string, spelled: ServiceFile['spelled'] = {}): string => (Object.hasOwn(spelled, name) ? (spelled[name] ?? name) : name);

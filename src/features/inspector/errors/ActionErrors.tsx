import { type ReactNode, useMemo } from 'react';
import type { StateEntry } from '../../../asl/states.ts';
import { useCatalogAnswer } from '../../../editor/useCatalogAnswer.ts';
import { textIn } from '../values.ts';
import { type ErrorCatalog, ErrorCatalogContext } from './possibleErrors.ts';

/** The resources of a state, and of the states inside it: their errors come out of a Map or Parallel. */
function resourcesIn(entry: StateEntry): readonly string[] {
  const own = entry.type === 'Task' ? textIn(entry, ['Resource']) : undefined;
  return [...(own === undefined ? [] : [own]), ...entry.inner.flatMap((scope) => scope.children.flatMap(resourcesIn))];
}

/** What is inside offers the errors that the catalog knows of the actions this state calls. */
export function ActionErrors({ entry, children }: { readonly entry: StateEntry; readonly children: ReactNode }) {
  const resources = [...new Set(resourcesIn(entry))].toSorted();
  const known = useCatalogAnswer(resources.length === 0 ? null : `errors ${resources.join(' ')}`, async (reader) =>
    new Map(await Promise.all(resources.map(async (resource) => [resource, await reader.errorsOf(resource)] as const))));
  const catalog = useMemo((): ErrorCatalog => (resource) => known?.get(resource) ?? [], [known]);
  return <ErrorCatalogContext value={catalog}>{children}</ErrorCatalogContext>;
}

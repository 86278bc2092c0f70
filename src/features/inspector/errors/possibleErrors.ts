import { createContext } from 'react';
import { ownErrors } from '../../../catalog/optimized.ts';
import type { StateEntry } from '../../../asl/states.ts';
import { nodeIn, textIn } from '../values.ts';

/** The errors a catalog knows of an integration, by its `Resource`. `ActionErrors` provides it. */
export type ErrorCatalog = (resource: string) => readonly string[];
export const ErrorCatalogContext = createContext<ErrorCatalog>(() => []);

/** The errors this state can raise, those worth naming first. States inside a Map or Parallel raise theirs through it. */
export function possibleErrors(entry: StateEntry, catalog: ErrorCatalog = () => []): readonly string[] {
  const general = entry.language === 'JSONata' ? ['States.QueryEvaluationError', 'States.DataLimitExceeded'] : ['States.DataLimitExceeded'];
  return [...new Set([...raisedBy(entry, catalog), ...general, 'States.ALL'])];
}

function raisedBy(entry: StateEntry, catalog: ErrorCatalog): readonly string[] {
  switch (entry.type) {
    case 'Task':
      return ofTask(entry, catalog);
    case 'Fail': {
      const error = textIn(entry, ['Error']);
      return error === undefined || error.startsWith('{%') ? [] : [error];
    }
    case 'Map':
      return [...inside(entry, catalog), ...ofMap(entry)];
    case 'Parallel':
      return inside(entry, catalog);
    default:
      return [];
  }
}

const inside = (entry: StateEntry, catalog: ErrorCatalog): readonly string[] => entry.inner.flatMap((scope) => scope.children.flatMap((state) => raisedBy(state, catalog)));

function ofTask(entry: StateEntry, catalog: ErrorCatalog): readonly string[] {
  const resource = textIn(entry, ['Resource']) ?? '';
  const has = (field: string): boolean => nodeIn(entry, [field]) !== null || nodeIn(entry, [`${field}Path`]) !== null;
  const times = [...(has('TimeoutSeconds') ? ['States.Timeout'] : []), ...(has('HeartbeatSeconds') ? ['States.HeartbeatTimeout'] : [])];
  const { passing, errors } = ownErrors(resource);
  return [...passing, ...errors, ...catalog(resource), ...times, 'States.TaskFailed', ...(has('TimeoutSeconds') ? [] : ['States.Timeout']), 'States.Permissions'];
}

function ofMap(entry: StateEntry): readonly string[] {
  const tolerant = ['ToleratedFailureCount', 'ToleratedFailurePercentage'].some((field) => nodeIn(entry, [field]) !== null || nodeIn(entry, [`${field}Path`]) !== null);
  return [
    ...(tolerant || nodeIn(entry, ['ItemReader']) ? ['States.ExceedToleratedFailureThreshold'] : []),
    ...(nodeIn(entry, ['ItemReader']) ? ['States.ItemReaderFailed'] : []),
    ...(nodeIn(entry, ['ResultWriter']) ? ['States.ResultWriterFailed'] : []),
  ];
}

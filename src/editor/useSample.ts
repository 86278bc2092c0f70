import { useEffect, useSyncExternalStore } from 'react';
import type { StateEntry } from '../asl/states.ts';
import { keepSample, knownSample, onSample } from './catalogSamples.ts';
import { hasOwnSample } from './sampleMock.ts';
import { resourceOf } from './testability.ts';

/** Fetches a sample of what the service of a task answers, for `sampleMock`, and draws again when it is there. */
export function useSample(entry: StateEntry): void {
  const resource = entry.type === 'Task' ? (resourceOf(entry) ?? '') : '';
  useSyncExternalStore(onSample, () => knownSample(resource));
  useEffect(() => {
    if (resource.includes(':states:::') && !hasOwnSample(resource) && knownSample(resource) === undefined) void learn(resource);
  }, [resource]);
}

/** Where it cannot be had, the sample stays an empty object. */
async function learn(resource: string): Promise<void> {
  const { pageCatalog } = await import('../services/pageCatalog.ts');
  const sample = await pageCatalog().sampleFor(resource);
  if (sample !== undefined) keepSample(resource, JSON.stringify(sample, null, 2));
}

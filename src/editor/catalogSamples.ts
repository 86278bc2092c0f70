/** Sample results of services' actions, by `Resource`. Constant data that comes lazily, so it is no part of a document's store. */
const samples = new Map<string, string>();
const listeners = new Set<() => void>();

export const knownSample = (resource: string): string | undefined => samples.get(resource);

export function keepSample(resource: string, text: string): void {
  samples.set(resource, text);
  for (const listener of listeners) listener();
}

export function onSample(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

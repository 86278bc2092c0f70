/** Who undoes instead of Monaco. */
export interface UndoHost {
  undo(): void;
  redo(): void;
  canUndo(): boolean;
  canRedo(): boolean;
}

interface UriLike { toString(): string }

const hosts = new Map<string, UndoHost>();

/** For the model with that URI; answers how to take it back. */
export function registerUndoHost(uri: UriLike, host: UndoHost): () => void {
  hosts.set(uri.toString(), host);
  return () => { if (hosts.get(uri.toString()) === host) hosts.delete(uri.toString()); };
}

const hostOf = (resource: unknown): UndoHost | undefined => hosts.get(String(resource));

/**
 * Monaco's `IUndoRedoService`, given at the first creation of an editor. It keeps nothing: the document has one history for canvas,
 * forms and code, and Monaco's own stack beside it would put the wrong characters back after an edit from outside.
 */
export const sharedUndo = {
  _serviceBrand: undefined,
  getUriComparisonKey: (resource: UriLike): string => resource.toString(),
  registerUriComparisonKeyComputer: () => ({ dispose() { /* Nothing was registered. */ } }),
  pushElement(): void { /* The store records what was typed. */ },
  getLastElement: (): null => null,
  getElements: () => ({ past: [], future: [] }),
  hasElements: (): boolean => false,
  setElementsValidFlag(): void { /* No elements. */ },
  removeElements(): void { /* No elements. */ },
  createSnapshot: (resource: UriLike) => ({ resource, elements: [] }),
  restoreSnapshot(): void { /* No elements. */ },
  canUndo: (resource: unknown): boolean => hostOf(resource)?.canUndo() ?? false,
  undo: (resource: unknown): void => hostOf(resource)?.undo(),
  canRedo: (resource: unknown): boolean => hostOf(resource)?.canRedo() ?? false,
  redo: (resource: unknown): void => hostOf(resource)?.redo(),
};

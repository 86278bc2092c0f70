import type { Problem } from '../checks/problem.ts';
import type { Tree } from '../asl/tree.ts';
import type { ChecksReply, ChecksRequest } from './checksWorker.ts';
import type { EditorStore } from './createEditorStore.ts';

/** The part of a worker that is used; tests answer without a thread. */
export interface ChecksWorker {
  onmessage: ((event: MessageEvent<ChecksReply>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(request: ChecksRequest): void;
  terminate(): void;
}

/** Null where there are no workers. */
const startWorker = (): ChecksWorker | null => (typeof Worker === 'undefined' ? null : new Worker(new URL('./checksWorker.ts', import.meta.url), { type: 'module' }));

/** On the page's own thread: the rules are loaded only then. What needs the catalog, the calls of services, is left out. */
const checkHere = async (tree: Tree): Promise<readonly Problem[]> => (await import('../checks/problems.ts')).problemsOf(tree);

/**
 * Runs the checks behind every parsed text, in a worker, so that no key stroke waits for them. A newer text overtakes the one that is
 * being checked, and an answer about a text that has changed since is dropped. A text that a rule fails at keeps what was found before,
 * and the next one is checked again. Without a worker, or when it died, here: then one at a time.
 */
export function startChecks(store: EditorStore, makeWorker: () => ChecksWorker | null = startWorker, check = checkHere): () => void {
  let worker: ChecksWorker | null = null;
  let able = true;
  let soon: ReturnType<typeof setTimeout> | undefined;
  /** What is checked here. */
  let busy: Tree | null = null;
  let id = 0;

  const keep = (tree: Tree, problems: readonly Problem[]): void => {
    if (store.getState().tree === tree) store.setState({ problems });
  };
  const here = (tree: Tree): void => {
    if (busy !== null) return; // the newest follows
    busy = tree;
    void check(tree)
      .then((problems) => keep(tree, problems))
      .catch((error: unknown) => console.error(error))
      .then(() => {
        busy = null;
        if (store.getState().tree !== tree) ask();
      });
  };
  const ask = (): void => {
    const { tree } = store.getState();
    worker ??= able ? makeWorker() : null;
    if (worker === null) return here(tree);
    const own = worker;
    own.onmessage = ({ data }) => {
      if (data.id !== id || data.problems === null) return;
      // What was found before says more than the beginning of what is found now.
      if (!data.more || store.getState().problems.length === 0) keep(tree, data.problems);
    };
    own.onerror = () => {
      able = false;
      worker = null;
      own.terminate();
      here(tree);
    };
    id += 1;
    own.postMessage({ id, text: tree.text, format: tree.format });
  };
  const later = (): void => {
    clearTimeout(soon);
    soon = setTimeout(ask, 0);
  };
  later();
  const unsubscribe = store.subscribe((state, before) => {
    if (state.tree !== before.tree) later();
  });
  return () => {
    clearTimeout(soon);
    unsubscribe();
    worker?.terminate();
  };
}

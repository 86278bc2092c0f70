import type { Problem } from '../checks/problem.ts';
import type { Tree } from '../asl/tree.ts';
import type { EditorStore } from './createEditorStore.ts';

type Check = (tree: Tree) => readonly Problem[];

/** The rules come after the first picture: a chunk of their own. */
const loadRules = async (): Promise<Check> => (await import('../checks/problems.ts')).problemsOf;

/** Runs the checks behind every parsed text, never in the way of a key stroke; only the newest text's result is kept. */
export function startChecks(store: EditorStore, load: () => Promise<Check> = loadRules): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let rules: Promise<Check> | null = null;

  const check = async (): Promise<void> => {
    rules ??= load();
    const problemsOf = await rules;
    const { tree } = store.getState();
    const problems = problemsOf(tree);
    store.setState({ problems });
  };
  const soon = (): void => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void check(), 0);
  };
  soon();
  const unsubscribe = store.subscribe((state, before) => {
    if (state.tree !== before.tree) soon();
  });
  return () => {
    clearTimeout(waiting);
    unsubscribe();
  };
}

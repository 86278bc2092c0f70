import type { Tree } from '../asl/tree.ts';

/** Why nothing can be read from this text; null: it can. The page has words of its own for an empty document. */
export function fatalProblem({ text, problems, root }: Pick<Tree, 'text' | 'problems' | 'root'>): string | null {
  if (text.trim() === '') return 'it is empty.';
  return problems.find(({ fatal }) => fatal)?.message ?? (root === null ? 'it is empty.' : null);
}

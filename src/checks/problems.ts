import type { Tree } from '../asl/tree.ts';
import { createChecker } from './createChecker.ts';
import type { Problem } from './problem.ts';

export type { Problem, Severity } from './problem.ts';

const checker = createChecker();
const found = new WeakMap<Tree, readonly Problem[]>();

/** Everything wrong with the document, in its order. Of a text that does not parse only that: the rest would be guesswork. */
export function problemsOf(tree: Tree): readonly Problem[] {
  let problems = found.get(tree);
  if (!problems) found.set(tree, (problems = checker.check(tree)));
  return problems;
}

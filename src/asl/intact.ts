import { EXTRA_CLOSER, UNCLOSED_CODES } from './json/problems.ts';
import type { ArrayNode, ObjectNode, ParseProblem, Range, Tree, ValueNode } from './tree.ts';

const fatals = new WeakMap<Tree, readonly ParseProblem[]>();

function fatalProblems(tree: Tree): readonly ParseProblem[] {
  let known = fatals.get(tree);
  if (!known) fatals.set(tree, (known = tree.problems.filter((problem) => problem.fatal)));
  return known;
}

export const rangeEnd = (range: Range): number => range.offset + range.length;

const touches = (problem: Range, range: Range): boolean => problem.offset <= rangeEnd(range) && rangeEnd(problem) >= range.offset;

const isContainer = (node: ValueNode | Range): node is ObjectNode | ArrayNode => 'kind' in node && (node.kind === 'object' || node.kind === 'array');

/** Where brackets do not pair, a container on the open side may end elsewhere than its writer meant. */
function unpairs(problem: ParseProblem, container: Range): boolean {
  if (UNCLOSED_CODES.has(problem.code)) return problem.offset <= rangeEnd(container);
  return problem.code === EXTRA_CLOSER && container.offset <= problem.offset;
}

/** The fatal problem inside or touching a range, if any: edits there could write over text that was not understood. */
export function problemIn(tree: Tree, range: ValueNode | Range): ParseProblem | undefined {
  return fatalProblems(tree).find((problem) => touches(problem, range) || (isContainer(range) && unpairs(problem, range)));
}

/**
 * The fatal problem that makes inserting into or removing from a container unsafe. What is broken deep inside one entry, with its
 * brackets paired, does not hurt its neighbours.
 */
export function problemBetween(tree: Tree, container: ObjectNode | ArrayNode): ParseProblem | undefined {
  return fatalProblems(tree).find((problem) => {
    if (unpairs(problem, container)) return true;
    return touches(problem, container) && !entries(container).some((entry) => isContainer(entry) && within(problem, entry));
  });
}

const entries = (container: ObjectNode | ArrayNode): readonly ValueNode[] =>
  container.kind === 'object' ? container.members.map((member) => member.value) : container.items;

const within = (problem: Range, node: ValueNode): boolean => problem.offset > node.offset && rangeEnd(problem) < rangeEnd(node);

/** True when no fatal problem lies inside a range or touches it, so that edits there are safe. */
export const isIntact = (tree: Tree, node: ValueNode | Range): boolean => problemIn(tree, node) === undefined;

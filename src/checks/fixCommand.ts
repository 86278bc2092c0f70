import { ok } from '../lib/Result.ts';
import { refuse } from '../asl/commands/operate.ts';
import type { Command, Operation } from '../asl/operations.ts';
import type { Range, Tree } from '../asl/tree.ts';
import { CATALOGUE } from './catalogue.ts';
import type { CheckRule } from './CheckRule.ts';
import type { Problem } from './problem.ts';

const byId: ReadonlyMap<string, CheckRule> = new Map(CATALOGUE.map((rule) => [rule.id, rule]));

/** May be done without looking at each: the machine means the same afterwards. */
export const isSafe = ({ code, fix }: Problem): boolean => fix !== undefined && byId.get(code)?.fix?.safe === true;

/**
 * Repairs these problems in one step, each where it stands in the tree given; those whose place has changed since are left out, and
 * so is one that would touch what another has touched already.
 * Errors: `nothing-to-fix`.
 */
export const fixCommand = (problems: readonly Problem[]): Command => (tree) => {
  const ops: Operation[] = [];
  const touched: Range[] = [];
  let done = 0;
  for (const problem of problems) {
    const own = byId.get(problem.code)?.fix?.ops(tree, problem) ?? [];
    const ranges = own.map((op) => rangeOf(tree, op));
    if (own.length === 0 || ranges.some((range) => touched.some((other) => overlap(range, other)))) continue;
    ops.push(...own);
    touched.push(...ranges);
    done += 1;
  }
  if (done === 0) return refuse('nothing-to-fix', 'The text has changed since this was found. The checks run again in a moment.');
  const [first] = problems;
  return ok({ ops, label: done === 1 && first ? labelOf(first) : `Fix ${done} problems` });
};

const labelOf = (problem: Problem): string => `${problem.fix ?? 'Fix'}${problem.state === undefined ? '' : ` in ${problem.state}`}`;

const overlap = (a: Range, b: Range): boolean => a.offset < b.offset + Math.max(b.length, 1) && b.offset < a.offset + Math.max(a.length, 1);

/** What an operation writes over. */
function rangeOf(tree: Tree, op: Operation): Range {
  switch (op.op) {
    case 'set':
      return op.node;
    case 'renameKey':
      return op.member.key;
    case 'insert':
      return { offset: op.place.into.offset, length: 1 };
    case 'detach':
      return { offset: op.at, length: 1 };
    default:
      return op.part.kind === 'member' ? op.part.member : (op.part.of.items[op.part.index] ?? { offset: 0, length: tree.text.length });
  }
}

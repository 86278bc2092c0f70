import type { Problem } from './problem.ts';

/** In the order of the document. A place that a rule has already called wrong is not called wrong again. */
export function withActionProblems(problems: readonly Problem[], found: readonly Problem[]): readonly Problem[] {
  if (found.length === 0) return problems;
  const said = new Map<number, Set<string>>();
  for (const { offset, severity, code } of problems) said.set(offset, (said.get(offset) ?? new Set()).add(severity).add(code));
  // `parameter-case` says the same of any service, and can mend it.
  const isSaid = ({ offset, severity }: Problem): boolean => ['error', severity, 'parameter-case'].some((what) => said.get(offset)?.has(what));
  const more = found.filter((problem) => !isSaid(problem));
  return [...problems, ...more].toSorted((a, b) => a.offset - b.offset);
}

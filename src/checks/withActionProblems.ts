import type { Problem } from './problem.ts';

/** In the order of the document. A place that a rule has already called wrong is not called wrong again. */
export function withActionProblems(problems: readonly Problem[], found: readonly Problem[]): readonly Problem[] {
  if (found.length === 0) return problems;
  const severities = new Map<number, Set<string>>();
  for (const { offset, severity } of problems) severities.set(offset, (severities.get(offset) ?? new Set()).add(severity));
  const more = found.filter(({ offset, severity }) => !severities.get(offset)?.has('error') && !severities.get(offset)?.has(severity));
  return [...problems, ...more].toSorted((a, b) => a.offset - b.offset);
}

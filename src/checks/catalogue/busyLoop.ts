import type { StateEntry } from '../../asl/states.ts';
import { type CheckRule, finding } from '../CheckRule.ts';
import { done } from '../examples.ts';
import { type Flow, flowOf } from '../flow.ts';
import { atName } from '../problem.ts';

/** What takes no time: a loop of these alone goes round as fast as AWS can. */
const INSTANT: ReadonlySet<string> = new Set(['Pass', 'Choice']);

/** States on a loop of instant states: what is left when those without a way in or a way out are taken off, again and again. */
function spinning(flow: Flow): readonly StateEntry[] {
  const left = new Set(flow.scope.children.filter((state) => flow.reached.has(state) && INSTANT.has(state.type ?? '')));
  const work = [...left];
  for (let state = work.pop(); state; state = work.pop()) {
    if (!left.has(state)) continue;
    const inside = (flow.into.get(state) ?? []).filter(({ from }) => left.has(from));
    const on = (flow.out.get(state) ?? []).filter(({ to }) => left.has(to));
    if (inside.length > 0 && on.length > 0) continue;
    left.delete(state);
    work.push(...inside.map(({ from }) => from), ...on.map(({ to }) => to));
  }
  return [...left];
}

export const busyLoop: CheckRule = {
  id: 'busy-loop',
  severity: 'info',
  title: 'A loop without a pause or a task',
  why: 'Pass and Choice take no time. A loop of them alone counts through transitions, which AWS bills, and ends after 25,000 events unless it counts to less. A Map over a list of numbers does the same and keeps its place.',
  example: {
    bad: { Count: { Type: 'Pass', Parameters: { 'n.$': 'States.MathAdd($.n, 1)' }, Next: 'More' }, More: { Type: 'Choice', Choices: [{ Variable: '$.n', NumericLessThan: 9, Next: 'Count' }], Default: 'Out' }, Out: done },
    good: { Count: { Type: 'Pass', Parameters: { 'n.$': 'States.MathAdd($.n, 1)' }, Next: 'More' }, More: { Type: 'Choice', Choices: [{ Variable: '$.n', NumericLessThan: 9, Next: 'Rest' }], Default: 'Out' }, Rest: { Type: 'Wait', Seconds: 1, Next: 'Count' }, Out: done },
  },
  of: 'machine',
  find: (facts) => facts.index.scopes.flatMap((scope) => {
    const flow = flowOf(scope);
    const [first] = flow ? spinning(flow) : [];
    return first ? [finding(atName(first), `${JSON.stringify(first.name)} stands in a loop of Pass and Choice states alone. Put a Wait or the work itself into the loop, or use a Map.`)] : [];
  }),
};

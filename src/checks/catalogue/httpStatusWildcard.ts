import { type CheckRule, finding } from '../CheckRule.ts';
import { done } from '../examples.ts';
import { at, bothHandlers } from '../stateParts.ts';

export const httpStatusWildcard: CheckRule = {
  id: 'http-status-wildcard',
  severity: 'warning',
  title: 'A status code with a wildcard',
  why: 'Error names are compared as they stand: States.Http.StatusCode.5XX or 5* matches no error, because an HTTP task gives the number itself, such as States.Http.StatusCode.503. List the codes you want, or use States.TaskFailed.',
  example: {
    bad: { A: { Type: 'Parallel', Branches: [{ StartAt: 'B', States: { B: done } }, { StartAt: 'C', States: { C: done } }], Retry: [{ ErrorEquals: ['States.Http.StatusCode.5XX'] }], End: true } },
    good: { A: { Type: 'Parallel', Branches: [{ StartAt: 'B', States: { B: done } }, { StartAt: 'C', States: { C: done } }], Retry: [{ ErrorEquals: ['States.Http.StatusCode.503'] }], End: true } },
  },
  of: 'state',
  find: (state) => bothHandlers(state).flatMap(({ errors }) => errors.flatMap(({ node, way }) =>
    /^States\.Http\.StatusCode\.(?!\d{3}$)/.test(node.value) ? [finding(at(state, node, ...way), `${node.value} matches nothing: AWS compares names as they stand. List each code, such as States.Http.StatusCode.503.`)] : [])),
};

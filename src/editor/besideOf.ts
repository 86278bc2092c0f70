import type { TestRun } from './EditorState.ts';

/**
 * The last answer of the other side (here, or AWS) to the very same test, for a comparison. `before`: the last run of the state; another
 * fingerprint is another test.
 */
export function besideOf(before: TestRun | undefined, now: Pick<TestRun, 'fingerprint' | 'route'>): Pick<TestRun, 'beside'> {
  if (before === undefined || before.fingerprint !== now.fingerprint) return {};
  if ((before.route === 'aws') === (now.route === 'aws')) return before.beside === undefined ? {} : { beside: before.beside };
  const { route, outcome } = before;
  return outcome?.kind === 'answered' || outcome?.kind === 'refused' ? { beside: { route, outcome } } : {};
}

import type { StatesError } from './failure.ts';
import type { Iterations } from './outcome.ts';

export const THRESHOLD_EXCEEDED: StatesError = {
  error: 'States.ExceedToleratedFailureThreshold',
  cause: 'The specified tolerated failure threshold was exceeded',
};

/** A Map that sets no tolerance ignores the count in a test (recorded). */
export function exceedsTolerance({ toleratedCount, toleratedPercentage, inputs }: Iterations, failures: number): boolean {
  if (toleratedCount !== undefined && failures > toleratedCount) return true;
  return toleratedPercentage !== undefined && inputs.length > 0 && (failures / inputs.length) * 100 > toleratedPercentage;
}

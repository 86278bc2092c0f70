import type { Json } from '../lib/Json.ts';
import type { StatesError } from './failure.ts';

/** UTF-8 bytes of the compact JSON, counted only as far as `limit`. */
export function exceedsBytes(value: Json, limit: number): boolean {
  const text = JSON.stringify(value);
  if (text.length > limit) return true;
  return text.length * 3 > limit && new TextEncoder().encode(text).length > limit;
}

/** `name`: the ARN of a function, the service of an integration, or the state's own name. */
export const dataLimitExceeded = (name: string): StatesError => ({
  error: 'States.DataLimitExceeded',
  cause: `The state/task '${name}' returned a result with a size exceeding the maximum number of bytes service limit.`,
});

import type { Json } from '../lib/Json.ts';
import type { StatesError } from './failure.ts';

/** UTF-8 bytes of a payload's compact JSON. `text`: where the caller has it already. An infinite limit costs nothing. */
export function exceedsBytes(value: Json, limit: number, text: (value: Json) => string = JSON.stringify): boolean {
  if (limit === Number.POSITIVE_INFINITY || typeof value === 'number' || typeof value === 'boolean' || value === null) return false;
  const written = text(value);
  if (written.length > limit) return true;
  return written.length * 3 > limit && new TextEncoder().encode(written).length > limit;
}

/** `name`: the ARN of a function, the service of an integration, or the state's own name. */
export const dataLimitExceeded = (name: string): StatesError => ({
  error: 'States.DataLimitExceeded',
  cause: `The state/task '${name}' returned a result with a size exceeding the maximum number of bytes service limit.`,
});

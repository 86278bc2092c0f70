import { readOrigin } from '../../http/allowedOrigins.ts';
import type { HostMapping } from '../../http/hostMapping.ts';

/** Why a mapping cannot be kept, as a sentence; null when it can. */
export function mappingProblem({ from, to }: HostMapping): string | null {
  if (!readOrigin(from.trim()).ok) return `“${from}” is no origin. Type it like https://api.stripe.com, without a path.`;
  if (to.trim() === 'sandbox') return null;
  const target = readOrigin(to.trim());
  return target.ok && !target.value.wildcard ? null : `“${to}” is no origin. Type sandbox, or an origin like http://127.0.0.1:4010.`;
}

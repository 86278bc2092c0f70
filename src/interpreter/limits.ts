import type { Limits } from './environment.ts';

/** AWS's quotas; sources: asl-semantics.md sections 3.1, 6 and 10. */
export const AWS_LIMITS: Limits = {
  payloadBytes: 262_144,
  assignBytes: 262_144,
  variablesBytes: 10 * 1024 * 1024,
  jsonataTimeoutMs: 1_000,
  jsonataDepth: 100,
  historyEvents: 25_000,
};

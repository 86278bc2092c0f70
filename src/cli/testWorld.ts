import { isHttpResource } from '../asl/httpResource.ts';
import { performHttpTask } from '../http/performHttpTask.ts';
import { needsMock } from '../suite/mockAnswers.ts';
import { allowedWorld, type Allowed } from './allowedWorld.ts';
import type { Perform } from './evaluate.ts';

/** What becomes of a task without a mock: an HTTP task to an allowed origin is sent, everything else is refused with a sentence. */
export const testPerformer = (allowed: Allowed, region: string): Perform => async (call) => {
  const refused = (origin?: string) => ({ kind: 'needs-mock', message: needsMock(call, origin) }) as const;
  if (!isHttpResource(call.resource)) return { kind: 'not-performed', reason: refused() };
  return performHttpTask(call, allowedWorld(region, allowed, refused), new AbortController().signal);
};

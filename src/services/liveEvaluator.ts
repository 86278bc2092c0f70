import { createLatestWorker, type LatestDeps, type LatestWorker } from './latestWorker.ts';
import type { LiveAnswer, LiveOrder } from './liveMessages.ts';

export type LiveEvaluator = LatestWorker<LiveOrder, LiveAnswer>;

/** Evaluates states and expressions in a worker that is ended when one does not come to an end. */
export const createLiveEvaluator = (deps: LatestDeps): LiveEvaluator =>
  createLatestWorker<LiveOrder, LiveAnswer>(deps, {
    say: (order) => ({ type: 'live', order }),
    hear: (message) => (message.type === 'live-answer' ? message.answer : undefined),
    gaveUp: (why) => ({ kind: 'gave-up', message: why.kind === 'endless' ? ENDLESS : why.kind === 'broken' ? BROKEN : `It could not be evaluated: ${why.message}. Please report it with this state.` }),
  });

const ENDLESS = 'It computes for more than three seconds, so it was given up. Look for an expression that never comes to an end.';
const BROKEN = 'It could not be evaluated here. Reload the page to try again; a test still works.';

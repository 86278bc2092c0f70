import type { HttpPreview } from '../interpreter/previewHttpTask.ts';
import { createLatestWorker, type LatestDeps } from './latestWorker.ts';
import type { PreviewOrder } from './testerMessages.ts';

/** Prepares HTTP tasks while somebody types: nothing is sent, and nothing computes on the page. */
export interface Previewer {
  /** Never rejects. Overtaken by a later order, it answers null. */
  preview(order: PreviewOrder): Promise<HttpPreview | null>;
}

export function createPreviewer(deps: LatestDeps): Previewer {
  const worker = createLatestWorker<PreviewOrder, HttpPreview>(deps, {
    say: (order) => ({ type: 'preview', order }),
    hear: (message) => (message.type === 'previewed' ? message.preview : undefined),
    gaveUp: (why) => unusable(why.kind === 'endless' ? ENDLESS : why.kind === 'broken' ? BROKEN : `The request could not be prepared: ${why.message}. Please report it with this state.`),
  });
  return { preview: (order) => worker.ask(order) };
}

const unusable = (message: string): HttpPreview => ({ kind: 'unusable', message });
const ENDLESS = 'An expression of this state computes for more than three seconds, so the preview was given up. Look for one that never comes to an end.';
const BROKEN = 'The preview could not be computed here. Reload the page to try again; a test still works.';

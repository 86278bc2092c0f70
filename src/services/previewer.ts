import type { HttpPreview } from '../interpreter/previewHttpTask.ts';
import { pooled, type PooledWorker } from './pooledWorker.ts';
import type { PreviewOrder, WorkerLike } from './testerMessages.ts';
import type { Timer } from './timer.ts';

/** Prepares HTTP tasks while somebody types: nothing is sent, and nothing computes on the page. */
export interface Previewer {
  /**
   * Never rejects. While one is computed only the latest other order waits; those it overtakes answer null, for nobody looks at them.
   */
  preview(order: PreviewOrder): Promise<HttpPreview | null>;
}

interface PreviewerDeps {
  readonly createWorker: () => WorkerLike;
  readonly timer: Timer;
}

const START_MS = 30_000;
/** Longer than any expression that somebody would want to wait for at every key. */
const RUNAWAY_MS = 3_000;

type Answer = (preview: HttpPreview | null) => void;

export function createPreviewer({ createWorker, timer }: PreviewerDeps): Previewer {
  let worker: PooledWorker | null = null;
  let current: Answer | null = null;
  let waiting: { readonly order: PreviewOrder; readonly answer: Answer } | null = null;

  const run = (order: PreviewOrder, answer: Answer): void => {
    worker ??= pooled(createWorker);
    const own = worker;
    let cancel = (): void => undefined;
    const finish = (preview: HttpPreview, healthy: boolean): void => {
      cancel();
      own.listen = null;
      if (!healthy) {
        own.terminate();
        worker = null;
      }
      current = null;
      answer(preview);
      const next = waiting;
      waiting = null;
      if (next) run(next.order, next.answer);
    };
    const watch = (ms: number, message: string): void => {
      cancel();
      cancel = timer.after(ms, () => finish(unusable(message), false));
    };
    current = answer;
    own.listen = (event) => {
      if (event.type === 'broken') return finish(unusable(BROKEN), false);
      const { data } = event;
      if (data.type === 'ready') return watch(RUNAWAY_MS, ENDLESS);
      if (data.type === 'previewed') return finish(data.preview, true);
      if (data.type === 'failed') return finish(unusable(`The request could not be prepared: ${data.message}. Please report it with this state.`), false);
      return undefined;
    };
    if (own.broken !== null) return finish(unusable(BROKEN), false);
    own.post({ type: 'preview', order });
    watch(own.ready ? RUNAWAY_MS : START_MS, own.ready ? ENDLESS : BROKEN);
  };

  return {
    preview: (order) => new Promise((answer) => {
      if (current === null) return run(order, answer);
      waiting?.answer(null);
      waiting = { order, answer };
    }),
  };
}

const unusable = (message: string): HttpPreview => ({ kind: 'unusable', message });
const ENDLESS = 'An expression of this state computes for more than three seconds, so the preview was given up. Look for one that never comes to an end.';
const BROKEN = 'The preview could not be computed here. Reload the page to try again; a test still works.';

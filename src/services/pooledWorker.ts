import type { FromWorker, WorkerLike } from './testerMessages.ts';

/** A worker and what it said before anyone listened. */
export interface PooledWorker {
  ready: boolean;
  /** Why it cannot be used. */
  broken: string | null;
  listen: ((event: WorkerEvent) => void) | null;
  post: WorkerLike['postMessage'];
  terminate(): void;
}
export type WorkerEvent = { readonly type: 'message'; readonly data: FromWorker } | { readonly type: 'broken'; readonly message: string };

export function pooled(createWorker: () => WorkerLike): PooledWorker {
  let worker: WorkerLike | null = null;
  const self: PooledWorker = {
    ready: false,
    broken: null,
    listen: null,
    post: (message) => worker?.postMessage(message),
    terminate: () => worker?.terminate(),
  };
  const breaks = (message: string): void => {
    self.broken = message;
    self.listen?.({ type: 'broken', message });
  };
  try {
    worker = createWorker();
    worker.onmessage = (event) => {
      if (event.data.type === 'ready') self.ready = true;
      self.listen?.({ type: 'message', data: event.data });
    };
    worker.onerror = (event) => breaks(event.message ?? '');
  } catch (thrown) {
    breaks(thrown instanceof Error ? thrown.message : String(thrown));
  }
  return self;
}

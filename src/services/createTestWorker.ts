import type { FromWorker, ToWorker, WorkerLike } from './testerMessages.ts';

/** The real worker behind the tester. */
export function createTestWorker(): WorkerLike {
  const worker = new Worker(new URL('./testWorker.ts', import.meta.url), { type: 'module', name: 'asl-studio-test' });
  const self: WorkerLike = {
    onmessage: null,
    onerror: null,
    postMessage: (message: ToWorker) => worker.postMessage(message),
    terminate: () => worker.terminate(),
  };
  worker.onmessage = (event: MessageEvent<FromWorker>) => self.onmessage?.(event);
  // A worker whose script cannot load says so with a plain event.
  worker.onerror = (event) => self.onerror?.('message' in event ? { message: event.message } : {});
  worker.onmessageerror = () => self.onerror?.({ message: 'a message could not be read' });
  return self;
}

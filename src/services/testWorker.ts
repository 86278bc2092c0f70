import { testState } from '../interpreter/testState.ts';
import { serveTests } from './testServer.ts';
import type { FromWorker, ToWorker } from './testerMessages.ts';

interface WorkerScope {
  postMessage(message: FromWorker): void;
  onmessage: ((event: { readonly data: ToWorker }) => void) | null;
}

// The types of a page and of a worker cannot stand side by side in one program, and this file is the only one that runs in a worker.
const scope = globalThis as unknown as WorkerScope;
const receive = serveTests((message) => scope.postMessage(message), testState, {
  now: () => Date.now(),
  random: () => Math.random(),
  id: () => crypto.randomUUID(),
});
scope.onmessage = (event) => receive(event.data);
scope.postMessage({ type: 'ready' });

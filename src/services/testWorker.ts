import { testState } from '../interpreter/testState.ts';
import { serveTests } from './testServer.ts';
import type { FromWorker, ToWorker } from './testerMessages.ts';

/** Resolves once waiting messages have been heard; a timer of 0 ms would take four after a while. */
const channel = new MessageChannel();
const turns: (() => void)[] = [];
channel.port1.onmessage = () => turns.shift()?.();
const turn = (): Promise<void> =>
  new Promise((resolve) => {
    turns.push(resolve);
    channel.port2.postMessage(null);
  });

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
  pause: (ms) => (ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms)) : turn()),
}, async (resource) => (await import('./pageCatalog.ts')).pageCatalog().responseShape(resource));
scope.onmessage = (event) => receive(event.data);
scope.postMessage({ type: 'ready' });

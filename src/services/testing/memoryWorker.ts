import type { Ports } from '../../interpreter/environment.ts';
import { serveTests, type Engine } from '../testServer.ts';
import type { FromWorker, ToWorker, WorkerLike } from '../testerMessages.ts';

export interface MemoryWorker extends WorkerLike {
  readonly terminated: boolean;
  /** As when the browser ends a worker: nothing is heard from it any more but the event. */
  crash(message: string): void;
}

const fixedPorts: Omit<Ports, 'perform'> = { now: () => 0, random: () => 0.5, id: () => '00000000-0000-4000-8000-000000000000' };

/** The worker's real half without a thread. Messages are copied as `postMessage` copies them, so what is no plain data throws here too. */
export function memoryWorker(engine: Engine, ports = fixedPorts): MemoryWorker {
  let terminated = false;
  const later = (deliver: () => void): void => queueMicrotask(() => !terminated && deliver());
  const receive = serveTests((message) => post(message), engine, ports);
  const worker = {
    onmessage: null as WorkerLike['onmessage'],
    onerror: null as WorkerLike['onerror'],
    get terminated() {
      return terminated;
    },
    postMessage(message: ToWorker) {
      const data = structuredClone(message);
      later(() => receive(data));
    },
    terminate: () => void (terminated = true),
    crash(message: string) {
      terminated = true;
      worker.onerror?.({ message });
    },
  };
  function post(message: FromWorker): void {
    const data = structuredClone(message);
    later(() => worker.onmessage?.({ data }));
  }
  post({ type: 'ready' });
  return worker;
}

import { createContext } from 'react';
import type { Graph, Layout } from '../../graph/types.ts';
import type { LayoutReply, LayoutRequest } from './layoutWorker.ts';

/** The part of a worker that is used; tests answer without a thread. */
export interface LayoutWorker {
  onmessage: ((event: MessageEvent<LayoutReply>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(request: LayoutRequest): void;
  terminate(): void;
}

export interface LayoutService {
  /** Answers later, and only for the newest graph. */
  ask(graph: Graph, answer: (layout: Layout) => void): void;
  close(): void;
}

/** On the page's own thread: the layout library is loaded only then, so that the first page does without it. */
const layoutHere = async (graph: Graph): Promise<Layout> => (await import('../../graph/layoutRoots.ts')).layoutRoots(graph);

/** Layout beside the page. Where there is no worker, or it died, here after all: late is better than never. */
export function createLayoutService(makeWorker: () => LayoutWorker | null): LayoutService {
  let worker: LayoutWorker | null = null;
  let newest = 0;
  let busy = false;
  let waiting: { readonly request: LayoutRequest; readonly answer: (layout: Layout) => void } | null = null;

  const send = (request: LayoutRequest, answer: (layout: Layout) => void): void => {
    busy = true;
    const done = (result: Layout): void => {
      busy = false;
      if (request.id === newest) answer(result);
      const next = waiting;
      waiting = null;
      if (next) send(next.request, next.answer);
    };
    const own = (worker ??= makeWorker());
    if (own === null) return void layoutHere(request.graph).then(done);
    own.onmessage = (event) => done(event.data.layout);
    own.onerror = () => {
      own.terminate();
      worker = null;
      void layoutHere(request.graph).then(done);
    };
    own.postMessage(request);
  };

  return {
    ask(graph, answer) {
      newest += 1;
      const request = { id: newest, graph };
      if (busy) waiting = { request, answer };
      else send(request, answer);
    },
    close() {
      newest += 1;
      worker?.terminate();
      worker = null;
      // What was asked is never answered; whoever asks again gets a new worker.
      busy = false;
      waiting = null;
    },
  };
}

/** Null where there are no workers. */
export const startLayoutWorker = (): LayoutWorker | null =>
  typeof Worker === 'undefined' ? null : new Worker(new URL('./layoutWorker.ts', import.meta.url), { type: 'module' });

/** How the canvas gets its worker. */
export const LayoutWorkerContext = createContext<() => LayoutWorker | null>(startLayoutWorker);

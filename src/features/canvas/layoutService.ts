import { layout } from '../../graph/layout.ts';
import type { Graph, Layout } from '../../graph/types.ts';
import type { LayoutReply, LayoutRequest } from './layoutWorker.ts';

/** Up to here layout takes a few milliseconds: at once and without a flicker. */
export const AT_ONCE = 60;

export interface LayoutService {
  /** Answers later, and only for the newest graph. */
  ask(graph: Graph, answer: (layout: Layout) => void): void;
  close(): void;
}

/** Layout beside the page. Where there is no worker, or it died, here after all: late is better than never. */
export function createLayoutService(makeWorker: () => Worker): LayoutService {
  let worker: Worker | null = null;
  let newest = 0;
  let busy = false;
  let waiting: { readonly request: LayoutRequest; readonly answer: (layout: Layout) => void } | null = null;

  const send = (request: LayoutRequest, answer: (layout: Layout) => void): void => {
    const own = (worker ??= makeWorker());
    busy = true;
    const done = (result: Layout): void => {
      busy = false;
      if (request.id === newest) answer(result);
      const next = waiting;
      waiting = null;
      if (next) send(next.request, next.answer);
    };
    own.onmessage = (event: MessageEvent<LayoutReply>) => done(event.data.layout);
    own.onerror = () => {
      own.terminate();
      worker = null;
      done(layout(request.graph));
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

export const startLayoutWorker = (): Worker => new Worker(new URL('./layoutWorker.ts', import.meta.url), { type: 'module' });

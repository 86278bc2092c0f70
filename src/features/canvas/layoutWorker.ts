import { layoutRoots } from '../../graph/layoutRoots.ts';
import type { Graph, Layout } from '../../graph/types.ts';

export interface LayoutRequest {
  readonly id: number;
  readonly graph: Graph;
}
export interface LayoutReply {
  readonly id: number;
  readonly layout: Layout;
}

/** The only thing this worker hears is a graph, and all it says is its layout. */
addEventListener('message', (event: MessageEvent<LayoutRequest>) => {
  const reply: LayoutReply = { id: event.data.id, layout: layoutRoots(event.data.graph) };
  postMessage(reply);
});

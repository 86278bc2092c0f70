/**
 * What the canvas draws, derived from the tree. A pure function of the document: no positions of the user's, no DOM.
 * Pixels are absolute on the canvas, y downwards.
 */
import type { Pointer, StateId, StateType } from '../asl/names.ts';

export type NodeKind = 'start' | 'end' | 'state' | 'container';

/** What a card shows. Two graphs keep the same `NodeData` object for a state that did not change. */
export interface NodeData {
  readonly kind: NodeKind;
  /** Empty for markers. */
  readonly name: string;
  readonly type: StateType | 'Http' | 'Unknown' | 'Marker';
  /** The second line, in the user's words: `POST api.stripe.com/v1/invoices`, `3 rules`. */
  readonly summary: string;
  /** Bold start of the second line, `POST`. */
  readonly summaryLead?: string;
  readonly pointer: Pointer;
  readonly stateId?: StateId;
  /** Number of retriers and catchers: badges. */
  readonly retries: number;
  readonly catches: number;
  /** `Branch 2`: dashed lanes of a Parallel. Only on containers, one rectangle per lane relative to the container. */
  readonly lanes?: readonly { readonly label: string; readonly x: number; readonly y: number; readonly width: number; readonly height: number }[];
  /** A container without any state inside: it offers a drop place. */
  readonly empty?: boolean;
  /** What else is worth knowing at a glance, the most important first; retriers and catchers among it. */
  readonly badges?: readonly Badge[];
  /** A path ends here although no end is drawn, because it stands in a container. */
  readonly ends?: boolean;
  /** A closed container, drawn as a card (`kind` is `state`): how many states it holds. */
  readonly folded?: number;
}

export type BadgeKind = 'token' | 'sync' | 'retry' | 'timeout' | 'concurrency' | 'language' | 'catch';

export interface Badge {
  readonly kind: BadgeKind;
  /** What stands beside the sign: `3`, `30 s`. */
  readonly text?: string;
  /** The whole of it in words, for tooltips and screen readers: `3 retriers`. */
  readonly label: string;
}

export interface GraphNode {
  /** JSON pointer of the state (`/States/Pack`); markers begin with `#` (`#start`, `#end/States/Pack`, `#start/States/Ship/Branches/0`). */
  readonly id: string;
  /** Id of the container it stands in. */
  readonly parent?: string;
  readonly data: NodeData;
}

export type EdgeKind = 'start' | 'next' | 'choice' | 'default' | 'catch' | 'end';

export interface GraphEdge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly kind: EdgeKind;
  /** Chip on the line, shortened by rule; `title` is the whole text. */
  readonly label?: string;
  readonly title?: string;
  /** Pointer to the string in the document that names the target (`/States/A/Next`, `/States/B/Choices/0/Next`, `/States/B/Catch/1/Next`). */
  readonly field?: Pointer;
}

export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

export interface PlacedNode {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly parent?: string;
}
export interface PlacedEdge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly kind: EdgeKind;
  readonly points: readonly { readonly x: number; readonly y: number }[];
  readonly label?: { readonly text: string; readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}
export interface Layout {
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
  readonly lanes: { readonly [containerId: string]: NodeData['lanes'] };
}

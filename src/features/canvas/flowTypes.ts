import type { Edge, Node } from 'reactflow';
import type { Pointer, StateId } from '../../asl/names.ts';
import type { EdgeKind, NodeData, PlacedEdge } from '../../graph/types.ts';

/** What a card draws. Callbacks come from the store's actions, status from the card's own subscription. */
export interface CardData extends Record<string, unknown> {
  readonly node: NodeData;
  readonly lanes: NonNullable<NodeData['lanes']>;
}
export interface LineData extends Record<string, unknown> {
  readonly kind: EdgeKind;
  readonly points: PlacedEdge['points'];
  readonly chip: PlacedEdge['label'];
  readonly title: string | undefined;
  readonly field: Pointer | undefined;
  /** The state it leaves; none for the start. */
  readonly from: StateId | undefined;
  /** Names for test ids and labels: `canvas.edge.<source>.<target>.<kind>`. */
  readonly names: readonly [source: string, target: string];
}

export type CardNode = Node<CardData, 'state' | 'container' | 'start' | 'end'>;
/** A card draws its data, and hears of its selection and status itself: whatever else React Flow says of it renders nothing. */
export const sameCard = (a: { readonly id: string; readonly data: CardData }, b: { readonly id: string; readonly data: CardData }): boolean => a.id === b.id && a.data === b.data;

export type LineEdge = Edge<LineData, 'line'>;

export interface Flow {
  readonly nodes: CardNode[];
  readonly edges: LineEdge[];
}

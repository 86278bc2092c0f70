import type { Pointer } from '../../asl/names.ts';
import type { GraphEdge } from '../../graph/types.ts';

/** The field that makes an arrow; that of an end is its `End`. */
export const fieldOf = (edge: GraphEdge): Pointer => edge.field ?? (`${edge.source}/End` as Pointer);

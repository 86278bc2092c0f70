import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useStore } from 'reactflow';

const layers = new WeakMap<Element, Element | null>();

/** React Flow makes it once, before it makes its own element known. */
function layerIn(canvas: Element): Element | null {
  const known = layers.get(canvas) ?? canvas.querySelector('.react-flow__edgelabel-renderer');
  layers.set(canvas, known);
  return known;
}

/**
 * The layer of chips, over the lines. React Flow's own `EdgeLabelRenderer` looks for it in the whole page for each chip and at each
 * change of its store, which was most of a selection and a third of a pan with 3,000 states; here it is looked for once.
 */
export function LabelLayer({ children }: { readonly children: ReactNode }) {
  const layer = useStore((s) => (s.domNode === null ? null : layerIn(s.domNode)));
  return layer && createPortal(children, layer);
}

/** The line of an arrow inside a part of the page; it takes the focus. Ids hold names, so they are compared and not put into a selector. */
export function edgeIn(root: ParentNode | null, edge: string): SVGElement | null {
  for (const line of root?.querySelectorAll<SVGElement>('[data-edge-id]') ?? []) if (line.dataset['edgeId'] === edge) return line;
  return null;
}

import type { Layout } from './types.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The least box around cards, lines and chips; nothing is a point at 0. */
export function boundsOf({ nodes, edges }: Layout): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  const see = (x: number, y: number): void => {
    [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)];
  };
  const seeBox = (box: Box): void => {
    see(box.x, box.y);
    see(box.x + box.width, box.y + box.height);
  };
  for (const node of nodes) seeBox(node);
  for (const { points, label } of edges) {
    for (const point of points) see(point.x, point.y);
    if (label) seeBox(label);
  }
  return left === Infinity ? { x: 0, y: 0, width: 0, height: 0 } : { x: left, y: top, width: right - left, height: bottom - top };
}

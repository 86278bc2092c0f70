import type { Viewport } from 'reactflow';
import type { CardNode } from './flowTypes.ts';

/** A drawing of all cards that fits the map. `left`, `top`: canvas pixels at its corner; `scale`: map pixels per canvas pixel; paths in map pixels. */
export interface MapBox {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly top: number;
  readonly scale: number;
  readonly cards: string;
  readonly containers: string;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const SIZE = { width: 132, height: 136 };
const MARGIN = 8;
/** A small workflow is not blown up to fill the map. */
const MAX_SCALE = 0.16;
/** Cards thinner than this would vanish. */
const THINNEST = 1.5;

/** Null where nothing is to be seen. */
export function mapOf(nodes: readonly CardNode[]): MapBox | null {
  if (nodes.length === 0) return null;
  const all = bounds(nodes.map(boxOf));
  const scale = Math.min(MAX_SCALE, (SIZE.width - 2 * MARGIN) / Math.max(1, all.width), (SIZE.height - 2 * MARGIN) / Math.max(1, all.height));
  const left = all.x + all.width / 2 - SIZE.width / 2 / scale;
  const top = all.y + all.height / 2 - SIZE.height / 2 / scale;
  const at = { left, top, scale };
  return { ...SIZE, ...at, containers: drawn(nodes.filter((node) => node.type === 'container'), at), cards: drawn(nodes.filter((node) => node.type === 'state'), at) };
}

/** Some of the cards again, to be drawn over the map: a selection does not draw all of them anew. */
export const drawn = (nodes: readonly CardNode[], { left, top, scale }: Pick<MapBox, 'left' | 'top' | 'scale'>): string =>
  nodes.map(boxOf).map(({ x, y, width, height }) => rectangle({ x: (x - left) * scale, y: (y - top) * scale, width: width * scale, height: height * scale })).join('');

/** Where the view lies on the map, kept inside it: a frame that has left the map would tell nothing. */
export function viewOnMap(map: MapBox, { x, y, zoom }: Viewport, size: { readonly width: number; readonly height: number }): Box {
  const from = (value: number, end: number): number => Math.min(end - 4, Math.max(0, value));
  const to = (value: number, end: number): number => Math.max(4, Math.min(end, value));
  const place = (start: number, length: number, end: number): readonly [number, number] => {
    const begin = from(start, end);
    return [begin, Math.max(4, to(start + length, end) - begin)];
  };
  const [left, width] = place((-x / zoom - map.left) * map.scale, (size.width / zoom) * map.scale, map.width);
  const [top, height] = place((-y / zoom - map.top) * map.scale, (size.height / zoom) * map.scale, map.height);
  return { x: left, y: top, width, height };
}

const boxOf = ({ position, width = 0, height = 0 }: CardNode): Box => ({ ...position, width, height });

function bounds(boxes: readonly Box[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of boxes) {
    [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x + width), Math.max(bottom, y + height)];
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

const rectangle = ({ x, y, width, height }: Box): string => `M${r(x)} ${r(y)}h${r(Math.max(THINNEST, width))}v${r(Math.max(THINNEST, height))}h${r(-Math.max(THINNEST, width))}z`;
const r = (value: number): number => Math.round(value * 10) / 10;

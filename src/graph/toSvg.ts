import { boundsOf, type Box } from './boundsOf.ts';
import { PALETTES, type Palette, type PictureTheme } from './pictureLook.ts';
import { cardSvg, containerSvg, markerSvg } from './pictureNodes.ts';
import { chipSvg, lineSvg } from './pictureEdges.ts';
import type { Graph, GraphNode, Layout, PlacedNode } from './types.ts';
import { xmlText } from './xmlText.ts';

export interface PictureOptions {
  readonly theme: PictureTheme;
  /** What the picture is of: its name for those who cannot see it. */
  readonly title: string;
  /** `@font-face` rules with the fonts in them; without them the reader's own fonts stand in. */
  readonly fontFaces?: string;
}

export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const MARGIN = 32;

/**
 * A graph and its layout as an SVG that needs nothing else: no script, no reference to anything outside, every text escaped. Deeper
 * things lie over what holds them; lines under cards, chips over both.
 */
export function toSvg(graph: Graph, layout: Layout, { theme, title, fontFaces = '' }: PictureOptions): Picture {
  const look = PALETTES[theme];
  const box = grown(boundsOf(layout));
  const data = new Map(graph.nodes.map((node) => [node.id, node]));
  const words = new Map(graph.edges.map((edge) => [edge.id, edge.title ?? edge.label]));
  const depths = depthsOf(layout.nodes);
  const levels = new Map<number, string[]>();
  const add = (depth: number, part: string): void => void (levels.get(depth) ?? levels.set(depth, []).get(depth))?.push(part);
  for (const placed of layout.nodes) {
    const node = data.get(placed.id);
    if (node) add((depths.get(placed.id) ?? 0) * 3 + (node.data.kind === 'container' ? 0 : 2), nodeSvg(node, placed, layout, look));
  }
  for (const edge of layout.edges) add((depths.get(edge.target) ?? 0) * 3 + 1, lineSvg(edge, words.get(edge.id), look));
  const parts = [...levels.entries()].toSorted(([a], [b]) => a - b).flatMap(([, level]) => level);
  const chips = layout.edges.map((edge) => chipSvg(edge, words.get(edge.id), look));
  const [width, height] = [Math.ceil(box.width), Math.ceil(box.height)];
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${box.x} ${box.y} ${width} ${height}" role="img">`,
    `<title>${xmlText(title)}</title>`,
    `<style>${fontFaces}${STYLE}</style>`,
    `<rect x="${box.x}" y="${box.y}" width="${width}" height="${height}" fill="${look.ground}"/>`,
    ...parts, ...chips,
    '</svg>', '',
  ].join('\n');
  return { svg, width, height };
}

/** The fonts of the studio where they are embedded or installed, else the reader's. */
const STYLE =
  'text{font-family:"Inter Variable",Inter,system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}' +
  '.code{font-family:"JetBrains Mono Variable","JetBrains Mono",ui-monospace,Menlo,Consolas,monospace;font-variant-ligatures:none}';

function nodeSvg({ data }: GraphNode, placed: PlacedNode, layout: Layout, look: Palette): string {
  if (data.kind === 'container') return containerSvg(data, placed, layout.lanes[placed.id] ?? [], look);
  return data.kind === 'state' ? cardSvg(data, placed, look) : markerSvg(data, placed, look);
}

/** Parents come before children in a layout. */
function depthsOf(nodes: readonly PlacedNode[]): ReadonlyMap<string, number> {
  const depth = new Map<string, number>();
  for (const node of nodes) depth.set(node.id, node.parent === undefined ? 0 : (depth.get(node.parent) ?? 0) + 1);
  return depth;
}

const grown = ({ x, y, width, height }: Box): Box => ({ x: Math.floor(x - MARGIN), y: Math.floor(y - MARGIN), width: width + 2 * MARGIN, height: height + 2 * MARGIN });

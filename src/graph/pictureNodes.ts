import { SIGN_CATCH, SIGN_RETRY, SIGNS, type Palette } from './pictureLook.ts';
import { fitted } from './pictureText.ts';
import { CONTAINER } from './sizes.ts';
import { textWidth } from './textWidth.ts';
import type { NodeData, PlacedNode } from './types.ts';
import { xmlText } from './xmlText.ts';

const strokes = (d: string, colour: string, at: string, width = 1.4): string => `<path transform="${at}" d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;

export function cardSvg(data: NodeData, { x, y, width, height }: PlacedNode, look: Palette): string {
  const left = x + 48;
  const folded = data.folded === undefined ? '' : `<path d="M${x + 6} ${y + height + 3.5}h${width - 12}M${x + 12} ${y + height + 7}h${width - 24}" stroke="${look.cardBorder}"/>`;
  const badges = badgesSvg(data, x + width - 8, y + 10, look);
  const summary = data.folded === undefined ? [data.summaryLead, data.summary].filter(Boolean).join(' ') : `holds ${data.folded} ${data.folded === 1 ? 'state' : 'states'}`;
  return [
    `<g><title>${xmlText(data.name)}</title>`,
    `<rect x="${x + 0.5}" y="${y + 0.5}" width="${width - 1}" height="${height - 1}" rx="8" fill="${look.card}" stroke="${look.cardBorder}"/>${folded}`,
    tile(data, x + 12, y + 14, 28, look),
    `<text x="${left}" y="${y + 24}" font-size="13" font-weight="600" fill="${look.text}">${xmlText(fitted(data.name, width - 56 - badges.width, 13, 'text', true))}</text>`,
    `<text x="${left}" y="${y + 42}" font-size="11.5" fill="${look.text3}">${xmlText(fitted(summary, width - 56, 11.5))}</text>`,
    badges.svg, '</g>',
  ].join('');
}

function tile(data: NodeData, x: number, y: number, size: number, look: Palette): string {
  const [ink, ground] = look.types[data.type];
  const inset = (size - 16) / 2;
  return `<rect x="${x}" y="${y}" width="${size}" height="${size}" rx="6" fill="${ground}"/>${strokes(SIGNS[data.type], ink, `translate(${x + inset} ${y + inset})`)}`;
}

/** Retriers and catchers as counts; the rest is read on the canvas. They end at `right`. */
function badgesSvg(data: NodeData, right: number, y: number, look: Palette): { readonly svg: string; readonly width: number } {
  const signs = [...(data.retries > 0 ? [{ d: SIGN_RETRY, text: String(data.retries), ink: look.text2 }] : []), ...(data.catches > 1 ? [{ d: SIGN_CATCH, text: String(data.catches), ink: look.caught }] : [])];
  let width = 0;
  const parts = signs.toReversed().map(({ d, text, ink }) => {
    const own = 15 + textWidth(text, 10.5, 'text');
    width += own + 6;
    const x = right - width + 6;
    return `${strokes(d, ink, `translate(${x} ${y + 3}) scale(.6875)`, 1.8)}<text x="${x + 13}" y="${y + 12.5}" font-size="10.5" font-weight="600" fill="${ink}">${text}</text>`;
  });
  return { svg: parts.join(''), width };
}

export function containerSvg(data: NodeData, { x, y, width, height }: PlacedNode, lanes: NonNullable<NodeData['lanes']>, look: Palette): string {
  const head = CONTAINER.header;
  const second = data.type === 'Map' ? `<path d="M${x + 8} ${y + height + 3.5}h${width - 16}" stroke="${look.cardBorder}"/>` : '';
  const parts = lanes.map((lane, i) => {
    const at = x + lane.x;
    const rule = i === 0 ? '' : `<path d="M${at + 0.5} ${y + head}V${y + height}" stroke="${look.chipLine}" stroke-dasharray="4 4"/>`;
    return `${rule}<text x="${at + 16}" y="${y + head + 24}" font-size="11" font-weight="500" fill="${look.text3}">${xmlText(lane.label)}</text>`;
  });
  const room = width - 64;
  return [
    `<g><title>${xmlText(data.name)}</title>`,
    `<rect x="${x + 0.5}" y="${y + 0.5}" width="${width - 1}" height="${height - 1}" rx="12" fill="${look.container}" stroke="${look.cardBorder}"/>${second}`,
    `<path d="M${x + 1} ${y + head}V${y + 12.5}a11.5 11.5 0 0 1 11.5-11.5H${x + width - 12.5}a11.5 11.5 0 0 1 11.5 11.5V${y + head}Z" fill="${look.header}"/><path d="M${x + 1} ${y + head - 0.5}h${width - 2}" stroke="${look.line}"/>`,
    tile(data, x + 10, y + 10, 24, look),
    `<text x="${x + 44}" y="${y + 19}" font-size="13" font-weight="600" fill="${look.text}">${xmlText(fitted(data.name, room, 13, 'text', true))}</text>`,
    `<text x="${x + 44}" y="${y + 34}" font-size="11" fill="${look.text3}">${xmlText(fitted(data.summary, room, 11))}</text>`,
    ...parts, '</g>',
  ].join('');
}

export function markerSvg(data: NodeData, { x, y, width, height, parent }: PlacedNode, look: Palette): string {
  const [cx, cy] = [x + width / 2, y + height / 2];
  if (data.kind === 'end') return `<circle cx="${cx}" cy="${cy}" r="5.25" fill="${look.ground}" stroke="${look.edge}" stroke-width="1.5"/><circle cx="${cx}" cy="${cy}" r="2.5" fill="${look.edge}"/>`;
  if (parent !== undefined) return '';
  return `<rect x="${x + 0.5}" y="${y + 0.5}" width="${width - 1}" height="${height - 1}" rx="${height / 2 - 0.5}" fill="${look.card}" stroke="${look.cardBorder}"/><circle cx="${x + 16}" cy="${cy}" r="4" fill="${look.edge}"/><text x="${x + 26}" y="${cy + 4.2}" font-size="12" font-weight="500" fill="${look.text2}">Start</text>`;
}

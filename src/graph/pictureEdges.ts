import { SIGN_CATCH, type Palette } from './pictureLook.ts';
import { headOf, roundedPath, slashBefore } from './roundedPath.ts';
import type { PlacedEdge } from './types.ts';
import { xmlText } from './xmlText.ts';

const said = (words: string | undefined): string => (words === undefined ? '' : `<title>${xmlText(words)}</title>`);

export function lineSvg({ points, kind, label }: PlacedEdge, words: string | undefined, look: Palette): string {
  const colour = kind === 'catch' ? look.caught : look.edge;
  const dash = kind === 'catch' ? ' stroke-dasharray="5 4"' : '';
  const head = kind === 'end' ? '' : `<path d="${headOf(points)}" fill="${colour}"/>`;
  const slash = kind === 'default' && label ? `<path d="${slashBefore(label, points)}" fill="none" stroke="${colour}" stroke-width="1.5"/>` : '';
  return `<g>${said(words)}<path d="${roundedPath(points)}" fill="none" stroke="${colour}" stroke-width="1.5"${dash}/>${head}${slash}</g>`;
}

export function chipSvg({ label, kind }: PlacedEdge, words: string | undefined, look: Palette): string {
  if (!label) return '';
  const { x, y, width, height, text } = label;
  const caught = kind === 'catch';
  const [fill, line, ink] = caught ? [look.caughtBg, look.caughtLine, look.caught] : [look.card, look.chipLine, look.text2];
  const sign = caught ? `<path transform="translate(${x + 6} ${y + 4.5}) scale(.6875)" d="${SIGN_CATCH}" fill="none" stroke="${ink}" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"/>` : '';
  const centre = x + width / 2 + (caught ? 7.5 : 0);
  const face = kind === 'choice' ? ' class="code" font-size="10.5"' : ' font-size="11"';
  return `<g>${said(words)}<rect x="${x + 0.5}" y="${y + 0.5}" width="${width - 1}" height="${height - 1}" rx="${height / 2 - 0.5}" fill="${fill}" stroke="${line}"/>${sign}<text x="${centre}" y="${y + height / 2 + 3.8}" text-anchor="middle" font-weight="500"${face} fill="${ink}">${xmlText(text)}</text></g>`;
}

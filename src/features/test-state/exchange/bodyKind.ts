import { contentTypeOf } from '../../../http/contentType.ts';
import type { ReceivedResponse } from '../../../http/exchange.ts';
import { bodyText } from '../bodyText.ts';

/** How a body is best looked at. HTML and its like are text: nothing that a server sent is ever rendered. */
export type BodyKind =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string; readonly label: string }
  | { readonly kind: 'binary'; readonly label: string; readonly start: readonly HexLine[] };

/** Sixteen bytes: `89 50 4e 47 …` and `.PNG…`. */
export interface HexLine {
  readonly offset: string;
  readonly hex: string;
  readonly letters: string;
}

const SHOWN_BYTES = 128;
const PER_LINE = 16;

export function bodyKind(response: ReceivedResponse): BodyKind {
  if (response.body.length === 0) return { kind: 'empty' };
  const { type } = contentTypeOf(response.headers);
  const text = bodyText(response);
  if (text !== null) return { kind: 'text', text, label: labelOf(type) };
  return { kind: 'binary', label: type === '' ? 'no content type' : type, start: hexLines(response.body.subarray(0, SHOWN_BYTES)) };
}

const labelOf = (type: string): string => {
  const short = /(?:^|[/+])(json|xml|html|css|csv|javascript)$/.exec(type)?.[1];
  return short === undefined ? 'Text' : short === 'javascript' ? 'JavaScript' : short.toUpperCase();
};

export function hexLines(bytes: Uint8Array): readonly HexLine[] {
  const lines: HexLine[] = [];
  for (let at = 0; at < bytes.length; at += PER_LINE) {
    const part = [...bytes.subarray(at, at + PER_LINE)];
    lines.push({
      offset: at.toString(16).padStart(4, '0'),
      hex: part.map((byte) => byte.toString(16).padStart(2, '0')).join(' '),
      letters: part.map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.')).join(''),
    });
  }
  return lines;
}

const ENDINGS: { readonly [type: string]: string } = {
  'application/json': 'json', 'application/pdf': 'pdf', 'application/zip': 'zip', 'application/gzip': 'gz', 'application/xml': 'xml', 'text/xml': 'xml', 'text/html': 'html', 'text/csv': 'csv',
  'image/png': 'png', 'image/jpeg': 'jpg', 'image/gif': 'gif', 'image/webp': 'webp', 'image/svg+xml': 'svg', 'audio/mpeg': 'mp3', 'video/mp4': 'mp4',
};

/** `response.png`: what the server calls the file is not trusted with its name. */
export function fileNameFor(response: ReceivedResponse): string {
  const { type } = contentTypeOf(response.headers);
  const ending = Object.hasOwn(ENDINGS, type) ? ENDINGS[type] : bodyText(response) === null ? 'bin' : 'txt';
  return `response.${ending}`;
}

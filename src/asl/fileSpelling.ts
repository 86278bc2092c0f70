export type FileEncoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** How a file was written, so that saving it changes nothing but the edits. */
export interface FileSpelling {
  readonly bom: boolean;
  readonly eol: '\n' | '\r\n';
  readonly finalNewline: boolean;
  readonly encoding: FileEncoding;
}

export const PLAIN_SPELLING: FileSpelling = { bom: false, eol: '\n', finalNewline: true, encoding: 'utf-8' };

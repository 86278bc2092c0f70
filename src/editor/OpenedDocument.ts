import type { FileSpelling } from '../asl/fileSpelling.ts';
import type { Format } from '../asl/tree.ts';
import type { Sidecar } from './sidecar.ts';

/** A document as it is put into the editor. Its text has `\n` line ends and no BOM; `spelling` gives the file's own back on saving. */
export interface OpenedDocument {
  readonly text: string;
  /** Absent: JSON. */
  readonly format?: Format;
  readonly name: string;
  readonly draftId: string;
  readonly spelling?: FileSpelling;
  readonly sidecar?: Sidecar;
}

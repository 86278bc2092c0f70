import type { Format } from '../tree.ts';

/** A state machine inside something else. */
export interface EmbeddedMachine {
  readonly name: string;
  /** `Resources › OrderFlow › Properties › Definition` */
  readonly where: string;
  readonly line: number;
  /** The definition, where it stands in this file and could be read. */
  readonly text?: string;
  /** Absent: JSON. */
  readonly format?: Format;
  /** The file that holds it instead. */
  readonly file?: string;
}

export type TemplateFlavour = 'SAM' | 'CloudFormation' | 'Serverless Framework' | 'AWS CLI';

export type Recognised =
  | { readonly kind: 'machine'; readonly format: Format }
  | { readonly kind: 'empty' }
  /** Looks like ASL but cannot be read: opened as a draft. */
  | { readonly kind: 'broken-machine'; readonly message: string; readonly offset: number }
  | { readonly kind: 'not-json'; readonly message: string; readonly offset: number }
  | { readonly kind: 'template'; readonly flavour: TemplateFlavour; readonly message: string; readonly machines: readonly EmbeddedMachine[] }
  | { readonly kind: 'other'; readonly message: string };

/** A request or a response as Step Functions takes and gives it. A shape may hold itself, so it is never to be printed whole. */
export type Shape =
  | StringShape
  | NumberShape
  | { readonly is: 'boolean' }
  | { readonly is: 'list'; readonly of: Shape; readonly min?: number; readonly max?: number }
  | { readonly is: 'map'; readonly of: Shape; readonly min?: number; readonly max?: number }
  | StructureShape
  | { readonly is: 'any' };

/** A timestamp or a blob is a string there. */
export interface StringShape {
  readonly is: 'string';
  readonly as?: 'timestamp' | 'blob';
  readonly min?: number;
  readonly max?: number;
  readonly enum?: readonly string[];
}

export interface NumberShape {
  readonly is: 'number';
  readonly min?: number;
  readonly max?: number;
}

export interface StructureShape {
  readonly is: 'structure';
  /** One member of them, and no other. */
  readonly union?: true;
  readonly members: { readonly [name: string]: Shape };
  readonly required?: readonly string[];
  /** For its sentences. */
  readonly id?: number;
}

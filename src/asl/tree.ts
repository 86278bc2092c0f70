/**
 * The document as it is written: nodes with offsets (UTF-16 code units into `Tree.text`), members in order, duplicates kept,
 * numbers with their spelling, placeholders (`${X}`) as nodes of their own. JSON and YAML parse to this same shape.
 * A tree is immutable; an edit makes a new text and a new tree.
 */
export type Format = 'json' | 'yaml';

export interface Range {
  readonly offset: number;
  readonly length: number;
}

export interface ObjectNode extends Range {
  readonly kind: 'object';
  readonly members: readonly Member[];
}
export interface ArrayNode extends Range {
  readonly kind: 'array';
  readonly items: readonly ValueNode[];
}
export interface StringNode extends Range {
  readonly kind: 'string';
  readonly value: string;
}
export interface NumberNode extends Range {
  readonly kind: 'number';
  readonly value: number;
  /** As written: `1.0`, `1e3`, `12345678901234567890`. */
  readonly spelling: string;
}
export interface LiteralNode extends Range {
  readonly kind: 'literal';
  readonly value: boolean | null;
}
/** A bare `${Name}` where a value stands: legal in SAM, CloudFormation, CDK and Terraform sources. */
export interface PlaceholderNode extends Range {
  readonly kind: 'placeholder';
  readonly name: string;
}
/** Text that could not be read as a value; it is never written over. */
export interface BrokenNode extends Range {
  readonly kind: 'broken';
}
export type ValueNode = ObjectNode | ArrayNode | StringNode | NumberNode | LiteralNode | PlaceholderNode | BrokenNode;

export interface KeyNode extends Range {
  readonly value: string;
}
export interface Member extends Range {
  readonly key: KeyNode;
  readonly value: ValueNode;
}

export interface ParseProblem extends Range {
  readonly code: string;
  readonly message: string;
  /** False for what is unusual but readable, such as a comment or a bare placeholder. */
  readonly fatal: boolean;
}

export interface Tree {
  readonly format: Format;
  readonly text: string;
  readonly root: ValueNode | null;
  readonly problems: readonly ParseProblem[];
}

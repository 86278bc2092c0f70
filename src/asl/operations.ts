import type { Json } from '../lib/Json.ts';
import type { Result } from '../lib/Result.ts';
import type { Pointer, StateId, StateName } from './names.ts';
import type { ArrayNode, Member, ObjectNode, Tree, ValueNode } from './tree.ts';

/**
 * What is inserted or set. Plain JSON is spelt by the patcher in the file's own style; `members` keeps an order that a JS object
 * cannot (numeric names); `verbatim` is text in the document's format that is re-indented but otherwise kept (a pasted subtree).
 */
export type Content =
  | { readonly kind: 'json'; readonly value: Json }
  | { readonly kind: 'object'; readonly members: readonly (readonly [string, Content])[] }
  | { readonly kind: 'array'; readonly items: readonly Content[] }
  | { readonly kind: 'verbatim'; readonly text: string };

/** Where an insertion or a moved thing lands: before the member or item at that index, or behind the last. */
export interface Place {
  readonly into: ObjectNode | ArrayNode;
  readonly at: number | 'end';
}

/** A member of an object, or an item of an array with its parent. */
export type Part = { readonly kind: 'member'; readonly of: ObjectNode; readonly member: Member } | { readonly kind: 'item'; readonly of: ArrayNode; readonly index: number };

/**
 * All operations of one command speak of the same tree, the one the command was given. They do not overlap, except that a
 * part may be moved while something inside it is set, renamed, inserted or removed.
 */
export type Operation =
  | { readonly op: 'set'; readonly node: ValueNode; readonly content: Content }
  | { readonly op: 'insert'; readonly place: Place; readonly key?: string; readonly content: Content }
  | { readonly op: 'remove'; readonly part: Part }
  | { readonly op: 'renameKey'; readonly member: Member; readonly to: string }
  | { readonly op: 'move'; readonly part: Part; readonly place: Place; readonly key?: string }
  /** Writes a copy where a YAML alias or merge key stands at that offset; JSON has neither. */
  | { readonly op: 'detach'; readonly at: number };

/** How the sidecar follows a command; it rides in the same history entry. */
export type SidecarChange =
  | { readonly kind: 'rename-state'; readonly from: StateName; readonly to: StateName }
  | { readonly kind: 'remove-state'; readonly state: StateName };

export interface Edit {
  readonly ops: readonly Operation[];
  /** For the undo menu and the live region: `Rename Pack`. */
  readonly label: string;
  /** What is selected afterwards; absent: the selection stays. */
  readonly select?: readonly StateId[];
  readonly sidecar?: readonly SidecarChange[];
  /** What a person should know that the picture does not show; said beside the label, not kept with it. */
  readonly remarks?: readonly Remark[];
  /** A second step, on the tree that the operations leave: for what must be moved into something new. `runCommand` does both. */
  readonly then?: Command;
}

export interface Remark {
  /** A sentence. */
  readonly message: string;
  /** Where it is to be seen, in the text after the command. */
  readonly at?: { readonly pointer: Pointer };
}

/** Why a command did nothing, as a sentence with the place and the next step. `kind` is for tests and callers. */
export interface Refusal {
  readonly kind: string;
  readonly message: string;
  /** Offset in the text that the sentence speaks of. */
  readonly offset?: number;
  /** What would make it possible: done first, then the command again. */
  readonly offer?: { readonly label: string; readonly command: Command };
}

/** A pure function of the tree: operations or a reason. It knows no store, and not how JSON or YAML spell an operation. */
export type Command = (tree: Tree) => Result<Edit, Refusal>;

/** A splice of the text. A list of them is sorted by offset, does not overlap, and speaks of the text before all of them. */
export interface TextEdit {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}

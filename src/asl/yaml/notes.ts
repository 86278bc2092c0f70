import type { ArrayNode, Member, ObjectNode, Tree, ValueNode } from '../tree.ts';

/** What YAML's text says about a node beside its value; kept beside the tree, which is the same for every format. */
export type Container = ObjectNode | ArrayNode;
export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded' | 'empty';

/** Text of a range with the edits inside it. */
export type Within = (from: number, to: number) => string;

/** One `key: value` or `- item` as it stands in the text. */
export interface Entry {
  /** Of the key (its `?` or anchor), of the `-`, or of the item of a flow list. */
  readonly start: number;
  /** Behind the name; -1 in lists. */
  readonly keyEnd: number;
  /** Behind the `:` or `-`; -1 where there is none. */
  readonly head: number;
  /** Behind the value. */
  readonly end: number;
  /** Index of its first member or item in the tree, and how many it makes: a merge key may make many, what is unreadable none. */
  readonly first: number;
  readonly count: number;
  /** A `? key` or something else that is kept as it is. */
  readonly odd: boolean;
  readonly merge: boolean;
}

export interface ContainerNote {
  /** `pair`: a list entry such as `[a: 1]`, an object without braces. */
  readonly style: 'block' | 'flow' | 'pair';
  /** Column of the entries of a block. */
  readonly column: number;
  readonly entries: readonly Entry[];
}

/** A node that stands in the tree because of an alias or a merge key. */
export interface Sharing {
  readonly kind: 'alias' | 'merge';
  readonly name: string;
  /** Offset of the alias or of the merge key's entry. */
  readonly at: number;
  /** The node that is repeated. */
  readonly origin: ValueNode;
  /** The alias itself, not something inside of what it stands for. */
  readonly whole: boolean;
}

export interface ValueNote {
  readonly style: ScalarStyle | 'block' | 'flow' | 'alias';
  /** Behind the anchor and its like that stand before the value; -1 where nothing does. */
  readonly propsEnd: number;
  readonly shared?: Sharing | undefined;
}

export interface Anchor {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly aliases: readonly number[];
}

export interface Holder {
  readonly container: Container;
  readonly entry: Entry;
}

export interface DocumentNote {
  readonly anchors: readonly Anchor[];
  readonly holders: ReadonlyMap<ValueNode, Holder>;
  readonly containers: ReadonlyMap<Container, ContainerNote>;
  readonly values: ReadonlyMap<ValueNode, ValueNote>;
  /** Members that come from a merge key. */
  readonly merged: ReadonlyMap<Member, Sharing>;
  readonly aliasNodes: ReadonlyMap<number, ValueNode>;
}

const notes = new WeakMap<Tree, DocumentNote>();

export const keepNotes = (tree: Tree, note: DocumentNote): void => void notes.set(tree, note);

export function notesOf(tree: Tree): DocumentNote {
  const note = notes.get(tree);
  if (!note) throw new Error('Not a tree that parseYaml made');
  return note;
}

import type { Operation } from '../asl/operations.ts';
import type { StateEntry } from '../asl/states.ts';
import type { Tree } from '../asl/tree.ts';
import type { JsonObject } from '../lib/Json.ts';
import type { Checked, Place, Problem, Severity } from './problem.ts';
import type { VariableUse } from './variables/variableUse.ts';

/** One thing a rule found. `fixable: false`: the rule has a fix, but not for this one. */
export interface Finding extends Place {
  readonly message: string;
  readonly fixable?: boolean;
}

export const finding = (place: Place, message: string, more: { readonly fixable?: boolean } = {}): Finding => ({ ...place, message, ...more });

/** The whole repair of one problem, in the tree it was found in; nothing where the place has changed. */
export interface Fix {
  /** On the button: `Rename it to ItemProcessor`. */
  readonly label: string;
  /** The machine does the same afterwards, or can only do what was meant: may be done to many at once. */
  readonly safe: boolean;
  readonly ops: (tree: Tree, problem: Problem) => readonly Operation[];
}

/** States by name, the first being where it starts, or a whole machine. Proven by a test: the rule speaks of `bad` and not of `good`. */
export interface Example {
  readonly bad: JsonObject;
  readonly good: JsonObject;
}

export interface About {
  /** kebab-case; the `code` of its problems. */
  readonly id: string;
  /** `error`: AWS refuses the definition or cannot run it. */
  readonly severity: Severity;
  readonly title: string;
  /** Why it matters and what AWS does. */
  readonly why: string;
  readonly example: Example;
}

export interface Facts extends Checked {
  readonly variablesOf: (state: StateEntry) => VariableUse;
}

/**
 * `of: 'state'`: looks at the text of one state and its query language, at nothing around it, so what it found is kept while
 * that text stays. `of: 'machine'`: looks at everything, each time.
 */
export type CheckRule = About & { readonly fix?: Fix } & (
  | { readonly of: 'state'; readonly find: (state: StateEntry, tree: Tree) => readonly Finding[] }
  | { readonly of: 'machine'; readonly find: (facts: Facts) => readonly Finding[] }
);

/** As the text of a definition; what stands in documents, tests and the panel. */
export function machineOf(example: JsonObject): JsonObject {
  return 'States' in example ? example : { StartAt: Object.keys(example)[0] ?? '', States: example };
}

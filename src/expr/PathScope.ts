import type { Roots } from './jsonpath/evaluatePath.ts';

/** Where chance and the clock come from: ports of the interpreter, never read directly. */
export interface Sources {
  now(): number;
  /** Uniform in [0, 1). */
  random(): number;
  /** A fresh version-4 UUID. */
  id(): string;
}

/** Everything a JSONPath field of a state can see. */
export interface PathScope extends Roots {
  readonly sources: Sources;
}

/** Why an expression gave no value: the cause text as AWS words it. The name of the error depends on the language. */
export interface ExpressionFailure {
  readonly message: string;
  /** The field of the state, `Output/a[0]`, where it is known. */
  readonly location?: string;
  /** The character of the JSONata expression, where it is known. */
  readonly offset?: number;
}

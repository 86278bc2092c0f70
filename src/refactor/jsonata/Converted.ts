import type { Result } from '../../lib/Result.ts';

/** A JSONata expression, without the `{% %}` around it. */
export interface Expression {
  readonly text: string;
  /** An operator stands outermost: within another expression it needs parentheses. */
  readonly loose?: true;
  /** The type of its value, where that is certain. */
  readonly gives?: 'text' | 'number' | 'boolean' | 'list' | 'object';
  /** Sentences: for which data the value is another than before. */
  readonly remarks: readonly string[];
}

/** Why something was left as it is, and what the person can do about it. */
export interface NotConverted {
  readonly reason: string;
  readonly nextStep: string;
}

export type Converted<T = Expression> = Result<T, NotConverted>;

/** As an operand, an argument's part or the beginning of a path. */
export const tight = ({ text, loose }: Expression): string => (loose ? `(${text})` : text);

export const BY_HAND = 'Write this expression in JSONata by hand.';

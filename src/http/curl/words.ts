import { err, ok, type Result } from '../../lib/Result.ts';

export interface Word {
  readonly text: string;
  /** Where it begins in the command. */
  readonly offset: number;
}

export interface Words {
  readonly words: readonly Word[];
  /** Redirections and commands after the first: read over, never obeyed. */
  readonly ignored: readonly string[];
  readonly notes: readonly string[];
}

export interface CurlProblem {
  readonly message: string;
  readonly offset: number;
}

export const unclosed = (quote: string, offset: number) => err({ message: `The quote ${quote} that begins here is not closed. Copy the whole command.`, offset } as const);
export const wordsOf = (words: readonly Word[], ignored: readonly string[] = [], notes: readonly string[] = []): Result<Words, CurlProblem> =>
  ok({ words, ignored, notes: [...new Set(notes)] });

import jsonata from 'jsonata';
import { newerOperator } from './newerOperator.ts';

export interface JsonataSyntaxError {
  readonly message: string;
  /** Offset in the expression's text. */
  readonly offset: number;
}

/** What keeps an expression (the text between the delimiters) from being read as JSONata 2.0.6; null: nothing. */
export function jsonataSyntax(text: string): JsonataSyntaxError | null {
  const newer = newerOperator(text);
  if (newer) return newer;
  try {
    jsonata(text);
    return null;
  } catch (error) {
    const { code, message } = error as { code?: string; message?: string };
    return { message: code === undefined ? String(message) : `${code}: ${message ?? ''}`, offset: jsonataOffset(error, text) ?? 0 };
  }
}

/** Where in the expression an error of jsonata is; undefined where it does not say. */
export function jsonataOffset(error: unknown, text: string): number | undefined {
  const { position, token } = error as { position?: number; token?: unknown };
  if (position === undefined) return undefined;
  // The parser has read the token it complains of already.
  const start = typeof token === 'string' && text.slice(0, position).endsWith(token) ? position - token.length : position;
  return Math.min(start, text.length);
}

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
    const { code, message, position } = error as { code?: string; message?: string; position?: number };
    return { message: code === undefined ? String(message) : `${code}: ${message ?? ''}`, offset: Math.min(position ?? 0, text.length) };
  }
}

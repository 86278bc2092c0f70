import type { QueryLanguage } from '../../asl/names.ts';
import type { JsonObject } from '../../lib/Json.ts';
import { dialectOf, type Dialect } from './dialect.ts';

/** Several states that solve one known problem, to be put into a workflow at once. */
export interface StatesPattern {
  readonly id: string;
  readonly name: string;
  /** One line. */
  readonly text: string;
  /** Other words people search for. */
  readonly words: string;
  readonly machine: (dialect: Dialect) => { readonly StartAt: string; readonly States: { readonly [name: string]: JsonObject } };
}

/** As `pasteStates` takes it. */
export const patternText = (pattern: StatesPattern, language: QueryLanguage): string => JSON.stringify(pattern.machine(dialectOf(language)), null, 2);

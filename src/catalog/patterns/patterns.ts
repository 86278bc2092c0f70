import { FAILURE_PATTERNS } from './failurePatterns.ts';
import { FLOW_PATTERNS } from './flowPatterns.ts';
import type { StatesPattern } from './Pattern.ts';

export const PATTERNS: readonly { readonly group: string; readonly patterns: readonly StatesPattern[] }[] = [
  { group: 'Many things, waiting and asking', patterns: FLOW_PATTERNS },
  { group: 'When something fails', patterns: FAILURE_PATTERNS },
];

export const patternById = (id: string): StatesPattern | undefined => PATTERNS.flatMap(({ patterns }) => patterns).find((one) => one.id === id);

import type { ChipTone } from '../../ui/Chip.tsx';
import type { IconName } from '../../ui/icons.tsx';
import type { ConvertedState } from './useConversion.ts';
import type { Proof } from './useProofs.ts';

export interface Look {
  readonly tone: ChipTone;
  readonly icon: IconName;
  readonly text: string;
  /** A sentence or two. */
  readonly says: string;
}

/** What is known of a state's conversion: that it cannot be, that it was tested, or that it is still to be. */
export function lookOf(state: ConvertedState, proof: Proof | undefined): Look {
  if (!state.after) return { tone: 'failed', icon: 'x', text: 'Stays JSONPath', says: 'It keeps its language and every byte.' };
  if (!proof) return { tone: 'outline', icon: 'history', text: 'Testing', says: 'Both versions are being tested with the same data.' };
  const data = proof.own ? 'your test input' : 'data made up for its paths';
  switch (proof.verdict.kind) {
    case 'same':
      return { tone: 'succeeded', icon: 'check', text: 'Same result', says: `Both versions gave the same in ${proof.tests === 1 ? 'a test' : `${proof.tests} tests`} with ${data}. Nothing was sent.` };
    case 'different':
      return { tone: 'caught', icon: 'warning', text: 'Differs', says: `With ${data} they differ in ${proof.verdict.what}. Before: ${short(proof.verdict.before)} After: ${short(proof.verdict.after)}` };
    case 'open':
      return { tone: 'outline', icon: 'unknown', text: 'Not tested', says: `With ${data} neither version comes to a result: ${short(proof.verdict.why)}` };
  }
}

const short = (text: string): string => (text.length > 240 ? `${text.slice(0, 240)}…` : text);

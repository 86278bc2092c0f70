/** What the page asks its worker while somebody looks at a state: nothing of it is sent anywhere. */
import type { ProofPair, Verdict } from '../interpreter/conversionProof.ts';
import type { TypedAnswer, TypedExpression } from '../interpreter/live/evaluateTyped.ts';
import type { LiveStages, StagesOrder } from '../interpreter/live/liveStages.ts';
import type { TestStateRequest } from '../interpreter/testStateApi.ts';
import type { Json } from '../lib/Json.ts';

export type LiveOrder =
  | { readonly kind: 'stages'; readonly order: StagesOrder; readonly nowMs: number }
  | {
      readonly kind: 'typed';
      readonly typed: Omit<TypedExpression, 'context'>;
      /** The state around it, for the context object. */
      readonly around: { readonly request: TestStateRequest; readonly name: string; readonly region: string; readonly item?: Json };
      readonly nowMs: number;
    }
  /** A state before and after its conversion to JSONata, with the same data. */
  | { readonly kind: 'proof'; readonly pairs: readonly ProofPair[]; readonly region: string; readonly nowMs: number };

/** `gave-up`: a sentence of ours. */
export type LiveAnswer =
  | { readonly kind: 'stages'; readonly stages: LiveStages }
  | { readonly kind: 'typed'; readonly answer: TypedAnswer }
  /** One for each pair. */
  | { readonly kind: 'proof'; readonly verdicts: readonly Verdict[] }
  | { readonly kind: 'gave-up'; readonly message: string };

export type ToLive = { readonly type: 'live'; readonly order: LiveOrder };
export type FromLive = { readonly type: 'live-answer'; readonly answer: LiveAnswer };

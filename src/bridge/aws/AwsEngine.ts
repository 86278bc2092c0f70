import type { TestStateRequest } from '../../interpreter/testStateApi.ts';
import type { ValidateOptions } from '../../interpreter/validateDefinition.ts';

/** What stands behind the local endpoint; whoever starts the studio hands it in, so that it computes off this event loop. */
export interface AwsEngine {
  /** Once the signal aborts nobody waits for the answer any more: it stops, and what it answers then is thrown away. */
  testState(request: TestStateRequest, around: Around, signal: AbortSignal): Promise<EngineAnswer>;
  validate(definition: string, options: ValidateOptions, signal: AbortSignal): Promise<EngineAnswer>;
  close(): Promise<void>;
}

export interface Around {
  readonly region: string;
  readonly accountId: string;
}

export type EngineAnswer =
  | { readonly kind: 'answer'; readonly body: object }
  /** The API's own exception. */
  | { readonly kind: 'refused'; readonly name: string; readonly message: string }
  /** Ours: what AWS could do and this cannot, or may not; a sentence. */
  | { readonly kind: 'not-here'; readonly message: string }
  /** An expression that never ends. */
  | { readonly kind: 'runaway'; readonly message: string }
  | { readonly kind: 'failed'; readonly message: string }
  /** More waits than will ever be answered in time. */
  | { readonly kind: 'busy' };

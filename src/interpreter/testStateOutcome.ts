import type { Exchange } from '../http/exchange.ts';
import type { PreparedRequest } from '../http/prepared.ts';
import type { JsonObject } from '../lib/Json.ts';
import type { NotPerformed } from './environment.ts';
import type { TestStateException, TestStateResponse } from './testStateApi.ts';

/**
 * What `testState` answers. `answered` holds the TestState response and, beside it and never inside it, what only the studio knows.
 * `refused` is the API's own exception. `not-performed`: the state was evaluated up to its task and the task was not carried out
 * for a reason of ours (no consent, no connection …). `unsupported`: this part of the language is not built yet; never a guess.
 */
export type TestStateOutcome =
  | { readonly kind: 'answered'; readonly response: TestStateResponse; readonly extras: TestExtras }
  | { readonly kind: 'refused'; readonly exception: TestStateException }
  | { readonly kind: 'not-performed'; readonly reason: NotPerformed; readonly partial: TestStateResponse['inspectionData'] }
  | { readonly kind: 'unsupported'; readonly message: string };

export interface TestExtras {
  readonly exchange?: Exchange;
  /** What fetched the access token for it; secrets and token are masked. */
  readonly tokenExchange?: Exchange;
  /** Who contributed which part of the HTTP request; secrets included. */
  readonly prepared?: PreparedRequest;
  /** Ours beside AWS's cause: what to change. */
  readonly hint?: string;
  /** What this state assigned, apart from what it was given. */
  readonly assigned?: JsonObject;
  /** How often each state inside a Map or Parallel was entered, where its inside was run. */
  readonly visits?: readonly { readonly state: string; readonly times: number }[];
  /** What AWS would answer where the studio goes beyond it. */
  readonly awsWouldSay?: string;
}

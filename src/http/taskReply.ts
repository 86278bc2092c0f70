import type { Json } from '../lib/Json.ts';
import type { Exchange } from './exchange.ts';
import type { PreparedRequest } from './prepared.ts';

/** `inspectionData.request` of the TestState API. Source: test-state.md section 11. */
export interface InspectedRequest {
  readonly protocol?: string;
  readonly method?: string;
  readonly url?: string;
  readonly headers?: string;
  readonly body?: string;
}

/** `inspectionData.response` of the TestState API. */
export interface InspectedResponse {
  readonly protocol?: string;
  readonly statusCode?: string;
  readonly statusMessage?: string;
  readonly headers?: string;
  readonly body?: string;
}

/** `inspectionData.request` and `.response` as TRACE shows them (with and without the connection's part), and what truly went out. */
export interface HttpTrace {
  readonly request: InspectedRequest;
  readonly requestRevealed: InspectedRequest;
  /** Echoed secret values are masked. */
  readonly response?: InspectedResponse;
  /** Echoed secret values stand as the server sent them: only for `revealSecrets`. */
  readonly responseRevealed?: InspectedResponse;
  /** As sent and received, secrets included: call `redactExchange` before it is kept. */
  readonly exchange?: Exchange;
  /** What fetched the access token for this request, where that was needed; secrets and token are masked in it already. */
  readonly tokenExchange?: Exchange;
  /** Who contributed which part, and what a person should know; secrets included. */
  readonly prepared?: PreparedRequest;
}

export interface NotPerformed {
  readonly kind: 'no-connection' | 'no-secret' | 'secret-not-allowed' | 'consent-denied' | 'needs-inside-grant' | 'refused-address' | 'no-route' | 'needs-mock' | 'stopped' | 'unsupported';
  /** A sentence with the place and the next step. */
  readonly message: string;
  /** The connection that the state names, where that is the reason: it can be made. */
  readonly connectionArn?: string;
}

export type TaskReply =
  | { readonly kind: 'result'; readonly value: Json; readonly http?: HttpTrace }
  | { readonly kind: 'failure'; readonly error?: string; readonly cause?: string; readonly http?: HttpTrace; /** Ours beside AWS's cause: what to change. */ readonly hint?: string }
  /** Our own answer, never AWS's: a person denied consent, no connection, no route. The test has no result then. */
  | { readonly kind: 'not-performed'; readonly reason: NotPerformed; readonly http?: HttpTrace };

import type { Json, JsonObject } from '../lib/Json.ts';
import type { Connection, ConnectionSecrets } from './connection.ts';
import type { Exchange } from './exchange.ts';
import type { TokenCache } from './oauth/tokenCache.ts';
import type { TokenRequest } from './oauth/tokenRequest.ts';
import type { ArgumentsField } from './prepareFailure.ts';
import type { PreparedRequest } from './prepared.ts';
import type { NotPerformed } from './taskReply.ts';

/** The part of a task call that an HTTP task needs. */
export interface TaskCallLike {
  /** Evaluated `Parameters` or `Arguments`. */
  readonly arguments: Json;
  readonly timeoutMs?: number;
  /** Which of the two, for AWS's texts; `Parameters` where absent. */
  readonly field?: ArgumentsField;
  /** Evaluated `Credentials`. */
  readonly credentials?: JsonObject;
}

export interface Denied {
  readonly kind: NotPerformed['kind'];
  /** A sentence with the place and the next step. */
  readonly message: string;
}

/** How one request travels. */
export interface SendRoute {
  readonly kind: 'send';
  /** Full URL after host mapping. */
  readonly sentTo: string;
  readonly mapped: boolean;
  /** `host:port` the person granted as an internal address. */
  readonly insideGrant?: string;
  /** What the bridge checks again; filled in from the connection where absent. */
  readonly secretOrigins?: readonly string[];
  readonly route: 'bridge' | 'direct' | 'cli';
  /** How the token request travels that must go first, where one was asked for. */
  readonly token?: SendRoute;
}

export type Routed = SendRoute | { readonly kind: 'denied'; readonly reason: Denied };

/** What IAM decides on. */
export interface EndpointCall {
  readonly method: string;
  /** `ApiEndpoint` as evaluated and as written, without `QueryParameters`. */
  readonly endpoint: string;
  readonly connectionArn: string;
  /** Of `Credentials`: Step Functions takes this role on for the call, so what the machine's own role lacks does not matter. */
  readonly taskRoleArn?: string;
}

/** Why AWS would not make the call: an error of the state as AWS names it, which Retry and Catch see. */
export interface RefusedCall {
  readonly error: string;
  readonly cause: string;
  /** Ours beside AWS's cause: what to change. */
  readonly hint?: string;
}

/** What an HTTP task needs of the world. */
export interface HttpWorld {
  readonly region: string;
  /** Whether the role under test may make this call. Comes before any secret is read, any token fetched and any question asked. Absent: everything is allowed. */
  authorize?(call: EndpointCall): RefusedCall | null;
  /** Why nothing goes to this endpoint, whoever asks. Comes before a request is prepared, which may be large. Absent: everything may be asked for. */
  refuses?(endpoint: URL): Denied | null;
  /** Where secrets may always go. */
  readonly sandboxOrigin?: string;
  /** The person named connection and request together on the command line, and so gave the permission (`cli test-state`). */
  readonly secretsGoAnywhere?: true;
  connectionByArn(arn: string): { readonly connection: Connection; readonly secrets: ConnectionSecrets } | null;
  /** Host mapping, consent, choice of route. May ask the person: one question for the request and the token request that must go first. */
  route(prepared: PreparedRequest, token?: TokenRequest): Promise<Routed>;
  /** Sends, once: the request, or its token request. Answers a failure as a value. */
  send(prepared: PreparedRequest, routed: SendRoute, signal: AbortSignal): Promise<Exchange>;
  /** Access tokens of OAuth connections; absent: each request fetches its own. */
  readonly tokens?: TokenCache;
  /** Where a token request really goes, so that the token of a stand-in never reaches the real API. Absent: to its own URL. */
  tokenTarget?(request: TokenRequest): string;
}

/**
 * What page and bridge say to each other. Every call carries the token in `x-asl-studio-token` and is same-origin.
 * Bodies are JSON; a send answers NDJSON, one `SendEvent` a line.
 */
import type { Phases, SendFailure, TlsFacts } from '../http/exchange.ts';

/** Raised whenever an older page and a newer bridge (or the reverse) would misunderstand each other. */
export const PROTOCOL_VERSION = 1;
export const TOKEN_HEADER = 'x-asl-studio-token';
/** Present on every answer of a bridge, so that `npm start` knows its own instance on a held port. */
export const PRODUCT_HEADER = 'x-asl-studio';
export const PATHS = { hello: '/bridge/hello', send: '/bridge/send' } as const;

/** `GET /bridge/hello` */
export interface Hello {
  readonly product: 'asl-studio';
  readonly protocol: number;
  readonly version: string;
  /** Origin of the sample third-party API, `http://127.0.0.1:7421`; absent when it could not start. */
  readonly sandboxOrigin?: string;
}

/** `POST /bridge/send` */
export interface SendRequest {
  readonly protocol: number;
  readonly method: string;
  /** Where it goes: after host mapping. */
  readonly url: string;
  /** Flat `name, value …`; sent byte for byte in this order. `Host`, `Content-Length` and `Connection` are given by the caller. */
  readonly headers: readonly string[];
  /** Null: no body. */
  readonly bodyBase64: string | null;
  readonly timeoutMs: number;
  /** Origins the request's secrets are bound to; absent: the request holds no secret. The sandbox is always allowed. */
  readonly secretOrigins?: readonly string[];
  /** `host:port` that the person granted as an internal address, e.g. `127.0.0.1:4010`. */
  readonly insideGrant?: string;
}

export type SendEvent =
  | { readonly type: 'sent'; readonly remoteAddress: string; readonly headers: readonly string[] }
  | {
      readonly type: 'head';
      readonly httpVersion: string;
      readonly status: number;
      readonly statusText: string;
      readonly headers: readonly string[];
      readonly tls?: TlsFacts;
    }
  | { readonly type: 'data'; readonly base64: string }
  | { readonly type: 'end'; readonly phases: Phases; readonly sizeBytes: number; readonly truncated: boolean }
  | { readonly type: 'error'; readonly failure: SendFailure; readonly phases: Phases };

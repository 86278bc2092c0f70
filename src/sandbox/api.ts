import type { IncomingHttpHeaders } from 'node:http';
import type { Json } from '../lib/Json.ts';

export interface SandboxRequest {
  readonly method: string;
  /** Only path and query mean anything: which API a path belongs to is told by the path, so host mapping sends them all here. */
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  /** `name, value …` as received. */
  readonly rawHeaders: readonly string[];
  readonly body: Buffer;
}

export interface SandboxReply {
  readonly status: number;
  readonly headers?: { readonly [name: string]: string };
  /** Absent: no body. */
  readonly body?: Json | Buffer;
  readonly delayMs?: number;
}

/** Null: not a path of this API. */
export type SandboxApi = (request: SandboxRequest) => SandboxReply | null;

/** The path as decoded segments, `['v1', 'invoices', 'in_1']`; null where an escape is broken. */
export function segmentsOf(url: URL): readonly string[] | null {
  try {
    return url.pathname.split('/').slice(1).map(decodeURIComponent);
  } catch {
    return null;
  }
}

/** Credentials of any form; the sandbox checks that they are there, not what they are. */
export const hasCredentials = ({ headers }: SandboxRequest): boolean => /^\S+\s+\S/.test(headers.authorization ?? '');

/** `{ value }` or null where the body is not JSON. */
export function jsonBody({ body }: SandboxRequest): { readonly value: Json } | null {
  try {
    return { value: JSON.parse(body.toString('utf8')) as Json }; // what JSON.parse answers is Json
  } catch {
    return null;
  }
}

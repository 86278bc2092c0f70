/** What a person is asked before a request leaves this machine, and the list of what left (design.md section 6, rules 2, 3 and 7). */
import type { StateName } from '../asl/names.ts';

/** A question to the person before a request leaves. Nothing has been sent while it stands. */
export interface ConsentQuestion {
  readonly id: string;
  readonly method: string;
  /** As evaluated, without what the connection adds. */
  readonly url: string;
  readonly sentTo: string;
  readonly mapped: boolean;
  /** `public name`, `internal address (loopback)` …, as the person should read it. */
  readonly addressLabel: string;
  readonly inside: boolean;
  /** Set when a granted public name turned out to resolve inside. */
  readonly resolvedTo?: string;
  readonly connectionName: string;
  readonly connectionAdds: readonly string[];
  readonly bodyBytes: number;
  readonly route: 'bridge' | 'direct';
  readonly awsWouldRefuse?: string;
  /** The connection has no access token that still holds: this request goes first, and the answer is for both. */
  readonly token?: TokenQuestion;
}

/** The request for an access token, within the question that it belongs to. */
export interface TokenQuestion {
  readonly method: string;
  readonly url: string;
  readonly sentTo: string;
  readonly mapped: boolean;
  readonly addressLabel: string;
  readonly inside: boolean;
}
export type ConsentAnswer = 'mock' | 'once' | 'always' | 'cancel';

/** One line of the list of everything that left this machine. Holds nothing that the connection contributed. */
export interface SentEntry {
  readonly id: string;
  readonly at: number;
  readonly workflow: string;
  readonly state: StateName;
  readonly method: string;
  readonly url: string;
  readonly sentTo: string;
  readonly connection: string;
  readonly status: number | null;
  readonly failure?: string;
  readonly bytes: number;
  /** It fetched an access token, or had AWS test the state. */
  readonly purpose?: 'token' | 'aws';
}

type Stamp = 'id' | 'at' | 'workflow';
/** A line whose stamp may be put on by whoever keeps the list. */
export type SentNow = Omit<SentEntry, Stamp> & Partial<Pick<SentEntry, Stamp>>;

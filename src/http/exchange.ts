/** What was truly sent and received, as the sender saw it. Shown in the panel, kept in history with secrets masked, never inside a TestState response. */
export interface SentRequest {
  readonly method: string;
  /** As evaluated. */
  readonly url: string;
  /** Where it really went, when a host mapping applied: `http://127.0.0.1:4010/v1/invoices`. */
  readonly sentTo: string;
  /** `name, value, name, value …` in the order sent. */
  readonly headers: readonly string[];
  readonly body: Uint8Array | null;
}

export interface ReceivedResponse {
  readonly httpVersion: string;
  readonly status: number;
  readonly statusText: string;
  /** `name, value, name, value …` in the order and case received, repetitions kept. */
  readonly headers: readonly string[];
  /** After decompression, capped as AWS caps it. */
  readonly body: Uint8Array;
  /** Bytes on the wire before decompression. */
  readonly sizeBytes: number;
  /** The body was cut at the cap. */
  readonly truncated: boolean;
}

/** Milliseconds since the request began; a phase that did not happen is absent (no TLS over http, no DNS for an IP literal). */
export interface Phases {
  readonly dns?: number;
  readonly connect?: number;
  readonly tls?: number;
  readonly sent?: number;
  readonly firstByte?: number;
  readonly end?: number;
}

export interface TlsFacts {
  readonly protocol: string;
  readonly cipher: string;
  readonly subject: string;
  readonly issuer: string;
  /** When the certificate's validity begins and ends, ISO 8601; a bridge of an older version does not tell the beginning. */
  readonly validFrom?: string;
  readonly validTo: string;
}

export interface Exchange {
  readonly request: SentRequest;
  readonly response?: ReceivedResponse;
  /** Why there is no response. */
  readonly failure?: SendFailure;
  readonly phases: Phases;
  readonly durationMs: number;
  readonly remoteAddress?: string;
  readonly tls?: TlsFacts;
  readonly route: 'bridge' | 'direct' | 'cli';
  /** What this route could not send or see as it is: `A page may not set these headers: …`. */
  readonly notes?: readonly string[];
  /** What a person should know of what came back, and of how AWS takes it. */
  readonly replyNotes?: readonly string[];
}

/** The same with more to know about its reply. */
export const withReplyNotes = (exchange: Exchange, more: readonly string[]): Exchange =>
  more.length === 0 ? exchange : { ...exchange, replyNotes: [...(exchange.replyNotes ?? []), ...more] };

/**
 * Everything that can stop a send. `refused` kinds come from our own guards (nothing was sent); the others from the network.
 * `message` is a sentence with the place and the next step, without secrets.
 */
export type SendFailure = {
  readonly kind:
    | 'refused-address' // never sent to: link-local, metadata, multicast, the bridge itself
    | 'needs-inside-grant' // resolves to loopback, private, CGNAT or unique-local, and the person has not granted that host and port
    | 'secret-not-allowed' // the connection's secret is bound to other origins
    | 'consent-denied'
    | 'bad-request'
    | 'dns'
    | 'connect'
    | 'tls'
    | 'timeout'
    | 'reset'
    | 'too-large'
    | 'cors'
    | 'no-bridge'
    | 'stopped';
  readonly message: string;
  /** Address the name resolved to, where that is the reason. */
  readonly address?: string;
  /** The sender broke off after it had begun: the request may have arrived, whatever `kind` says. */
  readonly maybeSent?: true;
};

/** Failures before anything left the machine. */
export const REFUSED_BEFORE_SENDING: ReadonlySet<SendFailure['kind']> = new Set([
  'refused-address', 'needs-inside-grant', 'secret-not-allowed', 'consent-denied', 'bad-request', 'no-bridge',
]);

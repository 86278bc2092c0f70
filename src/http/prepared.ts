/** The exact request of an HTTP task before it is sent, with who contributed each part. Source: http-task.md sections 3-5. */
export type Origin = 'definition' | 'connection' | 'service';

export interface PreparedHeader {
  readonly name: string;
  readonly value: string;
  readonly origin: Origin;
  /** True where the value, or a part of it, must not be shown: redaction goes by origin, not by name. */
  readonly secret: boolean;
}

/** One name-value pair of the query or of a form body, encoded as it stands on the wire. */
export interface PreparedPair {
  readonly name: string;
  readonly value: string;
  readonly origin: Origin;
  readonly secret: boolean;
}

/** A value of the definition that does not go out as written: the connection's or Step Functions' own takes its place. */
export interface Overridden {
  readonly part: 'header' | 'query' | 'body';
  /** As the definition spells it; a top-level name of the query or the body. */
  readonly name: string;
  /** Text as it is; anything else as its JSON text. */
  readonly definitionValue: string;
  readonly by: 'connection' | 'service';
}

export interface PreparedRequest {
  readonly method: string;
  /** The evaluated URL with the merged query, as AWS would call it: before host mapping, secrets included. */
  readonly url: string;
  /** The same URL with what the connection contributed masked. */
  readonly publicUrl: string;
  readonly query: readonly PreparedPair[];
  /** In the order of sending; `Host` and `Content-Length` included. */
  readonly headers: readonly PreparedHeader[];
  /** Null: no body at all. */
  readonly body: PreparedBody | null;
  readonly connectionArn: string;
  /** Milliseconds until the attempt is given up: the service's 60 s or a smaller `TimeoutSeconds`. */
  readonly timeoutMs: number;
  /** What a person should know: `Your Range header is replaced by Step Functions' own.` */
  readonly notes: readonly string[];
  /** What the definition says and the request does not; absent: not looked at. */
  readonly overridden?: readonly Overridden[];
  /** Why Step Functions itself would not call this endpoint, though the studio can: `http://127.0.0.1:4010`. */
  readonly awsWouldRefuse?: string;
  /** The truly secret strings inside, for masking where a server echoes them. Empty: the connection holds no secret; absent: not known, assume one. */
  readonly secretValues?: readonly string[];
}

export interface PreparedBody {
  /** As sent, secrets included; always text, sent as UTF-8. */
  readonly text: string;
  /** With what the connection contributed masked. */
  readonly publicText: string;
  readonly encoding: 'json' | 'text' | 'form';
  /** Form pairs, for the decoded view; empty for other encodings. */
  readonly pairs: readonly PreparedPair[];
  /** Top-level members of the body that came from the connection. */
  readonly connectionKeys?: readonly string[];
}

/** The evaluated fields of `Parameters` or `Arguments`, not yet merged or checked. */
export type { JsonObject as HttpTaskArguments } from '../lib/Json.ts';

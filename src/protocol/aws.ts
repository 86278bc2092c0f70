/**
 * Calls of AWS through the bridge: the page names profile, region and endpoint, the credentials stay with the bridge. Bodies are JSON; a test
 * answers NDJSON, one `AwsEvent` a line, with empty lines between while AWS takes its time.
 */
import type { TestStateRequest, TestStateResponse } from '../interpreter/testStateApi.ts';

export const AWS_PATHS = { profiles: '/bridge/aws/profiles', identity: '/bridge/aws/identity', testState: '/bridge/aws/test-state' } as const;

/** Where a call goes, as the person set it. */
export interface AwsPlace {
  /** Absent: what the machine's own chain finds first (environment, default profile …). */
  readonly profile?: string;
  readonly region: string;
  /** Not AWS's own: gets made-up credentials, unless the bridge was started with `--sign-endpoint` for it. */
  readonly endpoint?: string;
  /** `host:port` of that endpoint, granted as an internal address. */
  readonly insideGrant?: string;
}

/** `GET /bridge/aws/profiles`: what the AWS files of this machine hold, by name only. */
export interface AwsProfiles {
  readonly profiles: readonly AwsProfile[];
  /** Roles that the files name; a test runs under one, or under any other that the person types. */
  readonly roles: readonly string[];
  /** Keys, or a profile, in the environment of the bridge. */
  readonly environment: { readonly credentials: boolean; readonly profile?: string; readonly region?: string };
}

export interface AwsProfile {
  readonly name: string;
  readonly region?: string;
  /** How it signs in. */
  readonly by: 'keys' | 'sso' | 'role' | 'process' | 'other';
}

/** `POST /bridge/aws/identity` */
export interface AwsIdentityRequest {
  readonly protocol: number;
  readonly place: AwsPlace;
}
export type AwsIdentity = { readonly kind: 'own'; readonly accountId?: string } | { readonly kind: 'made-up' } | { readonly kind: 'failed'; readonly failure: AwsFailure };

/** `POST /bridge/aws/test-state` */
export interface AwsTestRequest extends AwsIdentityRequest {
  readonly request: TestStateRequest;
}

export type AwsEvent =
  /** Others are being answered; so many stand before this one. */
  | { readonly type: 'queued'; readonly ahead: number }
  /** AWS takes no more calls for now; the same call is made again after the wait. */
  | { readonly type: 'throttled'; readonly attempt: number; readonly waitMs: number }
  | { readonly type: 'calling'; readonly host: string; readonly credentials: 'own' | 'made-up' }
  | { readonly type: 'answer'; readonly response: TestStateResponse; readonly requestId?: string; readonly tookMs: number }
  /** AWS's own refusal, as it came. */
  | { readonly type: 'refused'; readonly name: string; readonly message: string; readonly status: number; readonly requestId?: string; readonly tookMs: number }
  | { readonly type: 'failed'; readonly failure: AwsFailure };

/** Why there is no answer of AWS; a sentence of ours with the next step. */
export interface AwsFailure {
  readonly kind: 'credentials' | 'not-signed' | 'bad-request' | 'refused-address' | 'needs-inside-grant' | 'unreachable' | 'timeout';
  readonly message: string;
  readonly address?: string;
}

import type { AwsFailure, AwsPlace } from '../../protocol/aws.ts';
import { AnswerTooLong } from './cappedAnswers.ts';
import { AddressRefused } from './vetEndpoint.ts';

/** A request that real credentials would have signed for a host that is not AWS's. */
export class NotSigned extends Error {
  readonly host: string;
  constructor(host: string) {
    super(host);
    this.host = host;
  }
}

/** A refusal in the service's own words, as the SDK throws it. */
export interface ServiceRefusal {
  readonly name: string;
  readonly message: string;
  readonly $metadata: { readonly httpStatusCode?: number; readonly requestId?: string };
}

export function isServiceRefusal(error: unknown): error is ServiceRefusal {
  return error instanceof Error && '$fault' in error && '$metadata' in error && typeof error.$metadata === 'object' && error.$metadata !== null && 'httpStatusCode' in error.$metadata;
}

/** AWS took nothing of the call. Only names: a 429 of something in between may have come after. */
export const wasThrottled = (error: unknown): boolean => isServiceRefusal(error) && ['ThrottlingException', 'Throttling', 'TooManyRequestsException', 'RequestLimitExceeded'].includes(error.name);

/**
 * Everything else that can go wrong, in our sentences: what providers and Node say may quote commands, files and keys. `wasSigned`: the
 * credentials were there, so it was not they that failed.
 */
export function awsFailureFrom(error: unknown, place: AwsPlace, wasSigned: boolean): AwsFailure {
  const refused = inCauses(error, (one) => one instanceof AddressRefused);
  if (refused) return refused.failure;
  if (error instanceof NotSigned) {
    return {
      kind: 'not-signed',
      message: `Nothing was sent: your AWS configuration (AWS_ENDPOINT_URL, or endpoint_url in a profile) leads to ${error.host}, which is not AWS's. Name it as the endpoint in the AWS settings to use made-up credentials there, or start with npm start -- --sign-endpoint URL to sign with yours.`,
    };
  }
  return wasSigned ? networkFailure(error, place) : credentialsFailure(error, place);
}

function credentialsFailure(error: unknown, { profile }: AwsPlace): AwsFailure {
  const said = error instanceof Error ? error.message : '';
  const by = profile === undefined ? '' : ` --profile ${/^[\w.-]+$/.test(profile) ? profile : `"${profile}"`}`;
  const again = 'If you changed your AWS files since npm start, start it again.';
  if (/sso|token/i.test(said) && /expired|invalid|login|refresh|not found/i.test(said)) return { kind: 'credentials', message: `The AWS sign-in has expired or was not made yet. Run "aws sso login${by}" in a terminal, then test again.` };
  if (profile !== undefined && /could not be found|not found|does not exist|could not resolve/i.test(said)) return { kind: 'credentials', message: `No credentials were found under the profile "${profile}" in your AWS files. Choose another profile in the AWS settings. ${again}` };
  if (/could not load credentials/i.test(said)) return { kind: 'credentials', message: `No AWS credentials were found on this machine. Make a profile with "aws configure" or "aws configure sso" and choose it in the AWS settings. ${again}` };
  return { kind: 'credentials', message: `The AWS credentials could not be had. Run "aws sts get-caller-identity${by}" in a terminal: it shows why. ${again}` };
}

function networkFailure(error: unknown, { region, endpoint }: AwsPlace): AwsFailure {
  const target = endpoint ?? `Step Functions in ${region}`;
  if (inCauses(error, (one) => one instanceof AnswerTooLong)) return { kind: 'unreachable', message: `The answer of ${target} is longer than any of Step Functions, so it was not read to its end.${endpoint === undefined ? '' : ' Look at the endpoint in the AWS settings.'}` };
  const code = codeIn(error);
  if (code === 'TimeoutError' || code === 'ETIMEDOUT') return { kind: 'timeout', message: `${target} did not answer in time. The test may have run all the same.` };
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return { kind: 'unreachable', message: `The name of ${target} does not resolve. Look at the region${endpoint === undefined ? '' : ' and the endpoint'} in the AWS settings, and at your network.` };
  if (code === 'ECONNREFUSED') return { kind: 'unreachable', message: `Nothing listens at ${target}. Start it, or take the endpoint out of the AWS settings.` };
  const why = /^[A-Z][A-Z0-9_]{2,40}$/.test(code) ? ` (${code})` : '';
  return { kind: 'unreachable', message: `${target} gave no answer that could be read${why}. Look at the region${endpoint === undefined ? '' : ' and the endpoint'} in the AWS settings; the test may have run all the same.` };
}

function codeIn(error: unknown): string {
  const found = inCauses(error, (one): one is Error & { readonly code: string } => one instanceof Error && 'code' in one && typeof one.code === 'string');
  return found?.code ?? (error instanceof Error ? error.name : '');
}

function inCauses<T>(error: unknown, is: (one: unknown) => one is T): T | undefined {
  for (let [one, depth] = [error, 0]; one !== undefined && depth < 8; depth += 1) {
    if (is(one)) return one;
    one = one instanceof Error ? one.cause : undefined;
  }
  return undefined;
}

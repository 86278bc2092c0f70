import type { Json } from '../lib/Json.ts';
import type { SandboxReply } from './api.ts';

export interface StripeProblem {
  readonly type: 'invalid_request_error' | 'card_error' | 'idempotency_error';
  readonly message: string;
  readonly code?: string;
  readonly param?: string;
  readonly decline_code?: string;
}

export const stripeOk = (body: Json): SandboxReply => ({ status: 200, body });

export const stripeError = (status: number, problem: StripeProblem): SandboxReply => ({
  status,
  body: { error: { ...problem, ...(problem.code === undefined ? {} : { doc_url: `https://stripe.com/docs/error-codes/${problem.code.replaceAll('_', '-')}` }) } },
});

export const missing = (param: string): SandboxReply =>
  stripeError(400, { type: 'invalid_request_error', code: 'parameter_missing', param, message: `Missing required param: ${param}.` });

/** 404 where the id stands in the path, 400 where it is a parameter. */
export const noSuch = (what: string, id: string, param: string, status: 400 | 404): SandboxReply =>
  stripeError(status, { type: 'invalid_request_error', code: 'resource_missing', param, message: `No such ${what}: '${id}'` });

export const rateLimited: SandboxReply = stripeError(429, {
  type: 'invalid_request_error', code: 'rate_limit', message: 'Request rate limit exceeded. This customer answers 429 twice, so that a Retry can be seen at work.',
});

export const cardDeclined: SandboxReply = stripeError(402, { type: 'card_error', code: 'card_declined', decline_code: 'generic_decline', message: 'Your card was declined.' });

export const stripeList = (url: string, data: readonly Json[], object: 'list' | 'search_result' = 'list'): SandboxReply =>
  stripeOk({ object, data: [...data], has_more: false, url });

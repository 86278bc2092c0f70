import { matchesArn } from './arn.ts';
import { holds, type RequestContext } from './conditions.ts';
import { listOf, type PolicyDocument, type PolicyStatement } from './policyTypes.ts';
import { matches, wildcardPattern, type VariableValue } from './wildcard.ts';

export interface IamRequest {
  /** `states:InvokeHTTPEndpoint`; its case does not matter. */
  readonly action: string;
  readonly resource: string;
  readonly context: RequestContext;
}

/** Which statement decided, counted from 0. */
export interface StatementPlace {
  readonly policy: number;
  readonly statement: number;
  readonly sid?: string;
}

export type Decision =
  | { readonly kind: 'allowed'; readonly by: StatementPlace }
  /** A statement with `Deny` matches: no statement with `Allow` can lift it. */
  | { readonly kind: 'denied'; readonly by: StatementPlace }
  /** Nothing allows it. */
  | { readonly kind: 'not-allowed' };

/** What the identity policies of one role say to one request. Source: IAM User Guide, "Policy evaluation logic". */
export function evaluate(policies: readonly PolicyDocument[], request: IamRequest): Decision {
  let allowed: StatementPlace | null = null;
  for (const [policy, document] of policies.entries()) {
    for (const [statement, one] of document.Statement.entries()) {
      if (!applies(one, document, request)) continue;
      const by: StatementPlace = { policy, statement, ...(one.Sid === undefined ? {} : { sid: one.Sid }) };
      if (one.Effect === 'Deny') return { kind: 'denied', by };
      allowed ??= by;
    }
  }
  return allowed === null ? { kind: 'not-allowed' } : { kind: 'allowed', by: allowed };
}

function applies(statement: PolicyStatement, { Version }: PolicyDocument, { action, resource, context }: IamRequest): boolean {
  const value: VariableValue | null = Version === '2012-10-17' ? (key) => single(context.get(key.toLowerCase())) : null;
  const actionMatches = (pattern: string): boolean => matches(wildcardPattern(pattern.toLowerCase()), action.toLowerCase());
  const resourceMatches = (pattern: string): boolean => matchesArn(pattern, resource, value);
  const onAction = statement.NotAction === undefined ? listOf(statement.Action).some(actionMatches) : !listOf(statement.NotAction).some(actionMatches);
  if (!onAction) return false;
  const onResource = statement.NotResource === undefined ? listOf(statement.Resource).some(resourceMatches) : !listOf(statement.NotResource).some(resourceMatches);
  return onResource && holds(statement.Condition, context, value);
}

const single = (values: readonly string[] | undefined): string | undefined => (values?.length === 1 ? values[0] : undefined);

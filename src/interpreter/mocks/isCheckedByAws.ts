import { resourceParts } from '../resource.ts';

/** Source: test-state.md section 7.2. */
const UNCHECKED_BY_AWS = new Set(['http:invoke', 'apigateway:invoke', 'eks:call', 'eks:runJob', 'eks:runJob.sync']);

/** True where AWS checks a mock against the response of a service. */
export function isCheckedByAws(arn: string): boolean {
  const { pattern, resourceType, resource } = resourceParts(arn);
  return (pattern === 'request-response' || pattern === 'sync') && !UNCHECKED_BY_AWS.has(`${resourceType}:${resource}`);
}

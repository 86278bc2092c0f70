/** How a task waits for its service. */
export type Pattern = 'request-response' | 'sync' | 'sync:2' | 'waitForTaskToken';

export type Resource =
  | { readonly kind: 'sdk' | 'optimized'; readonly service: string; readonly action: string; readonly pattern: Pattern }
  | { readonly kind: 'lambda' | 'activity' | 'other' };

const INTEGRATION = /^arn:[\w-]+:states:[^:]*:[^:]*:(aws-sdk:)?([\w-]+):([\w-]+?)(?:\.(sync:2|sync|waitForTaskToken))?$/;

/** What the `Resource` of a Task names. */
export function readResource(arn: string): Resource {
  if (/^arn:[\w-]+:lambda:/.test(arn)) return { kind: 'lambda' };
  if (/^arn:[\w-]+:states:[^:]*:[^:]*:activity:/.test(arn)) return { kind: 'activity' };
  const found = INTEGRATION.exec(arn);
  if (!found) return { kind: 'other' };
  const [, sdk, service = '', action = '', pattern = 'request-response'] = found;
  return { kind: sdk === undefined ? 'optimized' : 'sdk', service, action, pattern: pattern as Pattern };
}

export const sdkResource = (service: string, action: string): string => `arn:aws:states:::aws-sdk:${service}:${action}`;
export const optimizedResource = (service: string, action: string): string => `arn:aws:states:::${service}:${action}`;

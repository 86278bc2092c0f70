export type Pattern = 'request-response' | 'sync' | 'token' | 'activity' | 'lambda';

export interface ResourceParts {
  readonly pattern: Pattern;
  /** `lambda`, `aws-sdk:s3`, `http`; empty for a Lambda function or an activity named by its ARN. */
  readonly resourceType: string;
  /** The action with its suffix: `invoke`, `startExecution.sync:2`. */
  readonly resource: string;
}

/** What a Task's `Resource` says about the way the task is performed. Source: integrations.md section 1. */
export function resourceParts(arn: string): ResourceParts {
  if (/^arn:[^:]+:states:[^:]*:[^:]*:activity:/.test(arn)) return { pattern: 'activity', resourceType: '', resource: arn };
  const integration = /^arn:[^:]+:states:[^:]*:[^:]*:(.+)$/.exec(arn)?.[1];
  if (integration === undefined) return { pattern: 'lambda', resourceType: '', resource: arn };
  const found = /^((?:aws-sdk:)?[^:]+):(.+)$/.exec(integration);
  const resource = found?.[2] ?? '';
  const pattern = resource.endsWith('.waitForTaskToken') ? 'token' : /\.sync(:2)?$/.test(resource) ? 'sync' : 'request-response';
  return { pattern, resourceType: found?.[1] ?? integration, resource };
}

export const isHttpTask = (arn: string): boolean => /^arn:[^:]+:states:::http:invoke$/.test(arn);

/** What `States.DataLimitExceeded` calls the task: the ARN of a function, else the service. */
export function taskName(arn: string): string {
  const { resourceType, resource } = resourceParts(arn);
  return resourceType === '' ? resource : resourceType;
}

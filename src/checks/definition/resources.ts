import { OPTIMIZED, optimizedAction } from '../../catalog/optimized.ts';
import { readResource } from '../../catalog/resource.ts';

/** The message for a resource AWS would not take, and whether it is only a placeholder that stands for one. */
export function resourceProblem(resource: string): { readonly message: string; readonly placeholder: boolean } | null {
  const placeholder = resource.includes('${');
  if (!resource.startsWith('arn:')) return { message: 'Value is not a valid resource ARN', placeholder };
  // Of an integration AWS has no table for, nothing is said.
  const read = /^arn:[^:]+:states:::/.test(resource) ? readResource(resource) : null;
  if (read?.kind !== 'optimized' || !Object.hasOwn(OPTIMIZED, read.service) || optimizedAction(read.service, read.action)) return null;
  const message =
    `The resource provided ${resource} is not recognized. The value is not a valid resource ARN, ` +
    'or the resource is not available in this region.';
  return { message, placeholder: false };
}

/** What an Express state machine cannot do. The blank after the integration pattern is AWS's own. */
export function expressProblem(resource: string): string | null {
  if (/:activity:/.test(resource)) return 'Express state machine does not support Activity ARN';
  const pattern = /\.(sync|waitForTaskToken)(?::2)?$/.exec(resource)?.[1];
  return pattern === undefined ? null : `Express state machine does not support '.${pattern}' service integration `;
}

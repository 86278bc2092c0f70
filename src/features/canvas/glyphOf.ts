import type { NodeData } from '../../graph/types.ts';
import type { IconName } from '../../ui/icons.tsx';

const BY_SERVICE: Readonly<Record<string, IconName>> = {
  lambda: 'function', dynamodb: 'table', rds: 'table', rdsdata: 'table', athena: 'table', redshiftdata: 'table', sns: 'bell', ses: 'bell', sesv2: 'bell', sqs: 'queue',
  events: 'bus', eventbridge: 'bus', apigateway: 'bus', ecs: 'container', batch: 'container', eks: 'container', bedrock: 'spark', bedrockruntime: 'spark', sagemaker: 'spark',
  s3: 'bucket', states: 'flow', sfn: 'flow', glue: 'swap', secretsmanager: 'key', ssm: 'key',
};

/** A generic shape for the service behind a Task; types have shapes of their own. */
export function glyphOf(data: NodeData): IconName | undefined {
  if (data.type !== 'Task') return undefined;
  if (data.summary.startsWith('Function ')) return 'function';
  const service = /^([a-z0-9-]+):/i.exec(data.summary)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(BY_SERVICE, service) ? BY_SERVICE[service] : undefined;
}

import type { IconName } from './icons.tsx';

const BY_SERVICE: Readonly<Record<string, IconName>> = {
  lambda: 'function', dynamodb: 'table', rds: 'table', rdsdata: 'table', athena: 'table', redshiftdata: 'table', sns: 'bell', ses: 'bell', sesv2: 'bell', sqs: 'queue',
  events: 'bus', eventbridge: 'bus', apigateway: 'bus', ecs: 'container', batch: 'container', eks: 'container', bedrock: 'spark', bedrockruntime: 'spark', sagemaker: 'spark',
  s3: 'bucket', states: 'flow', sfn: 'flow', glue: 'swap', secretsmanager: 'key', ssm: 'key',
};

/** A generic shape for a service, by its name in a `Resource`. */
export const serviceGlyph = (service: string): IconName | undefined => (Object.hasOwn(BY_SERVICE, service) ? BY_SERVICE[service] : undefined);

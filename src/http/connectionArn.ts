import { partitionOf } from '../lib/awsPartition.ts';

/** `arn:aws:events:<region>:<account>:connection/<name>/<uuid>`. Source: http-task.md sections 2 and 9.1. */
const CONNECTION_ARN = /^arn:aws[a-z-]*:events:[a-z0-9-]+:\d{12}:connection\/[.\-_A-Za-z0-9]{1,64}\/[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/;

export const isConnectionArn = (text: string): boolean => CONNECTION_ARN.test(text);

/** The account that no AWS customer has, so that a made-up ARN shows as one. */
export const MADE_UP_ACCOUNT = '000000000000';

/** The name of a connection as AWS takes it: `My key!` becomes `My-key`. */
export const connectionNameFrom = (text: string): string => text.trim().replace(/[^.\-_A-Za-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 64) || 'connection';

/** An ARN of the right shape for a connection that AWS does not know yet. `id` is a fresh UUID. */
export const makeUpArn = (name: string, id: string, region = 'us-east-1'): string =>
  `arn:${partitionOf(region)}:events:${region}:${MADE_UP_ACCOUNT}:connection/${connectionNameFrom(name)}/${id}`;

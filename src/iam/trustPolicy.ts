import { arnParts, PLACEHOLDER_ACCOUNT } from './arn.ts';

/**
 * Who may take the role on: Step Functions, and only for machines of that account. Without the conditions another account's machine
 * could be made to use it. Source: developer guide, "Prevent cross-service confused deputy issue". unconfirmed: the same principal in China.
 */
export function trustPolicy(stateMachineArn: string) {
  const [, , , , account = PLACEHOLDER_ACCOUNT] = arnParts(stateMachineArn) ?? [];
  return {
    Version: '2012-10-17',
    Statement: [{
      Effect: 'Allow',
      Principal: { Service: 'states.amazonaws.com' },
      Action: 'sts:AssumeRole',
      Condition: { ArnLike: { 'aws:SourceArn': stateMachineArn }, StringEquals: { 'aws:SourceAccount': account } },
    }],
  };
}

import type { PolicyDocument, PolicyStatement } from './policyTypes.ts';

/** One text where it is one: that is how policies are written. */
export const oneOrList = (texts: readonly string[]): string | readonly string[] => (texts.length === 1 ? (texts[0] ?? '') : texts);

/** `endpoints` are patterns: `*` and `?` stand for any characters. Source: http-task.md section 8. */
export const invokeStatement = (machineArn: string, methods: readonly string[], endpoints: readonly string[]): PolicyStatement => ({
  Effect: 'Allow',
  Action: 'states:InvokeHTTPEndpoint',
  Resource: machineArn,
  Condition: { StringEquals: { 'states:HTTPMethod': oneOrList(methods) }, StringLike: { 'states:HTTPEndpoint': oneOrList(endpoints) } },
});

export const credentialsStatement = (connectionArns: readonly string[]): PolicyStatement => ({
  Effect: 'Allow',
  Action: 'events:RetrieveConnectionCredentials',
  Resource: oneOrList(connectionArns),
});

export const secretsStatement = (secretArns: readonly string[]): PolicyStatement => ({
  Effect: 'Allow',
  Action: ['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'],
  Resource: oneOrList(secretArns),
});

export const assumeStatement = (roleArn: string): PolicyStatement => ({ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: roleArn });

export const policyOf = (statements: readonly PolicyStatement[]): PolicyDocument => ({ Version: '2012-10-17', Statement: statements });

/** A literal endpoint as a pattern that matches nothing else; a `?` may stand as it is. */
export const exactly = (endpoint: string): string => endpoint.replaceAll('${', '${$}{').replaceAll('*', '${*}');

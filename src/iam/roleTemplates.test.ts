import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { cloudFormationRole, terraformRole } from './roleTemplates.ts';
import { policyOf } from './statements.ts';
import { trustPolicy } from './trustPolicy.ts';

const stateMachineArn = 'arn:aws:states:us-east-1:123456789012:stateMachine:Orders';
const document = policyOf([{
  Sid: 'Call', Effect: 'Allow', Action: ['states:InvokeHTTPEndpoint'], Resource: stateMachineArn,
  Condition: { StringLike: { 'states:HTTPEndpoint': 'https://api.example.com/a${*}b%{c' } },
}]);

describe('cloudFormationRole', () => {
  const role = (placeholder: boolean) => parseYaml(cloudFormationRole(document, { stateMachineArn, placeholder })) as { Resources: { ExecutionRole: { Type: string; Properties: Record<string, unknown> } } };

  it('has the policy and the trust policy as they are when the machine is known', () => {
    expect(role(false).Resources.ExecutionRole).toMatchObject({ Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: trustPolicy(stateMachineArn), Policies: [{ PolicyDocument: document }] } });
  });

  it('writes the account of the deployment for the made-up one', () => {
    const text = JSON.stringify(role(true));
    expect(text).toContain('{"Fn::Sub":"arn:aws:states:us-east-1:${AWS::AccountId}:stateMachine:Orders"}');
    expect(text).not.toContain('123456789012');
  });

  it('has no empty policy', () => {
    expect(cloudFormationRole(policyOf([]), { stateMachineArn, placeholder: false })).not.toContain('Policies');
  });
});

describe('terraformRole', () => {
  it('writes JSON in the syntax of Terraform, with what would be a template of its own escaped', () => {
    const text = terraformRole(document, { stateMachineArn, placeholder: false });
    expect(text).toContain('resource "aws_iam_role" "orders" {');
    expect(text).toContain('    Statement = [\n      {\n        Sid = "Call"\n');
    expect(text).toContain('"states:HTTPEndpoint" = "https://api.example.com/a$${*}b%%{c"');
    expect(text).toContain(`Resource = "${stateMachineArn}"`);
  });

  it('writes the account of the caller for the made-up one', () => {
    const text = terraformRole(document, { stateMachineArn, placeholder: true });
    expect(text).toContain('data "aws_caller_identity" "current" {}');
    expect(text).toContain('"arn:aws:states:us-east-1:${data.aws_caller_identity.current.account_id}:stateMachine:Orders"');
    expect(text).not.toContain('123456789012');
  });
});

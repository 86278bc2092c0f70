import { stringify } from 'yaml';
import { arnParts, PLACEHOLDER_ACCOUNT } from './arn.ts';
import type { PolicyDocument } from './policyTypes.ts';
import { trustPolicy } from './trustPolicy.ts';

export interface RoleTemplateOptions {
  readonly stateMachineArn: string;
  /** The machine's ARN was made up: where its account stands, the account of the deployment is meant. */
  readonly placeholder: boolean;
}

/** An AWS::IAM::Role in YAML. The made-up account becomes AWS::AccountId. */
export function cloudFormationRole(document: PolicyDocument, { stateMachineArn, placeholder }: RoleTemplateOptions): string {
  const name = machineName(stateMachineArn);
  const resource = {
    Type: 'AWS::IAM::Role',
    Properties: {
      Description: `Execution role of the state machine ${name}`,
      AssumeRolePolicyDocument: trustPolicy(stateMachineArn),
      // A role must have no empty policy.
      ...(document.Statement.length === 0 ? {} : { Policies: [{ PolicyName: 'StateMachine', PolicyDocument: document }] }),
    },
  };
  const filled = placeholder ? mapTexts(resource, (text) => (text.includes(PLACEHOLDER_ACCOUNT) ? { 'Fn::Sub': text.replaceAll('${', () => '${!').replaceAll(PLACEHOLDER_ACCOUNT, () => '${AWS::AccountId}') } : text)) : resource;
  const outputs = { ExecutionRoleArn: { Value: { 'Fn::GetAtt': ['ExecutionRole', 'Arn'] } } };
  return stringify({ AWSTemplateFormatVersion: '2010-09-09', Resources: { ExecutionRole: filled }, Outputs: outputs }, { lineWidth: 0, aliasDuplicateObjects: false });
}

/** An aws_iam_role with its policy. The made-up account becomes that of the caller. */
export function terraformRole(document: PolicyDocument, { stateMachineArn, placeholder }: RoleTemplateOptions): string {
  const label = machineName(stateMachineArn).replace(/[^A-Za-z0-9_]/g, '_').replace(/^(?=\d)/, '_').toLowerCase();
  const value = (json: unknown): string => hcl(json, placeholder, 2);
  const trust = `resource "aws_iam_role" "${label}" {\n  name = ${quoted(`${machineName(stateMachineArn)}-execution`.slice(0, 64), false)}\n\n  assume_role_policy = jsonencode(${value(trustPolicy(stateMachineArn))})\n}\n`;
  const policy = document.Statement.length === 0 ? '' : `\nresource "aws_iam_role_policy" "${label}" {\n  name = "state-machine"\n  role = aws_iam_role.${label}.id\n\n  policy = jsonencode(${value(document)})\n}\n`;
  return `${placeholder ? 'data "aws_caller_identity" "current" {}\n\n' : ''}${trust}${policy}`;
}

const machineName = (arn: string): string => (arnParts(arn)?.[5] ?? '').replace(/^stateMachine:/, '') || 'StateMachine';

function mapTexts(value: unknown, map: (text: string) => unknown): unknown {
  if (typeof value === 'string') return map(value);
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, map));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mapTexts(inner, map)]));
}

/** A value of JSON in the syntax of Terraform, so that `terraform fmt` changes nothing but the columns of `=`. */
function hcl(value: unknown, placeholder: boolean, indent: number): string {
  const inside = ' '.repeat(indent + 2);
  const end = ' '.repeat(indent);
  if (typeof value === 'string') return quoted(value, placeholder);
  if (Array.isArray(value)) return `[\n${value.map((item) => `${inside}${hcl(item, placeholder, indent + 2)}`).join(',\n')}\n${end}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{\n${Object.entries(value).map(([key, inner]) => `${inside}${/^[A-Za-z]\w*$/.test(key) ? key : quoted(key, false)} = ${hcl(inner, placeholder, indent + 2)}`).join('\n')}\n${end}}`;
}

/** `${` and `%{` would begin a template of Terraform's own. */
function quoted(text: string, placeholder: boolean): string {
  const escaped = JSON.stringify(text).replaceAll('${', () => '$${').replaceAll('%{', () => '%%{');
  return placeholder ? escaped.replaceAll(PLACEHOLDER_ACCOUNT, () => '${data.aws_caller_identity.current.account_id}') : escaped;
}

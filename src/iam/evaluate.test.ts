import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isJsonObject, objectOf, type Json } from '../lib/Json.ts';
import { evaluate, type IamRequest } from './evaluate.ts';
import type { PolicyDocument } from './policyTypes.ts';
import { readPolicy } from './readPolicy.ts';

const MACHINE = 'arn:aws:states:us-east-1:123456789012:stateMachine:Orders';
const ACTION = 'states:InvokeHTTPEndpoint';

/** As IAM would take them; throws where it would not: a mistake in the test. */
function policy(...statements: readonly Json[]): PolicyDocument {
  const read = readPolicy({ Version: '2012-10-17', Statement: statements });
  if (!read.ok) throw new Error(read.error);
  return read.value;
}
const request = (keys: { readonly [key: string]: string | readonly string[] } = {}, resource = MACHINE): IamRequest => ({
  action: ACTION, resource, context: new Map(Object.entries(keys).map(([key, value]) => [key.toLowerCase(), typeof value === 'string' ? [value] : value])),
});
const allow = (parts: { readonly [name: string]: Json } = {}): Json => ({ Effect: 'Allow', Action: ACTION, Resource: '*', ...parts });
const deny = (parts: { readonly [name: string]: Json } = {}): Json => ({ Effect: 'Deny', Action: ACTION, Resource: '*', ...parts });
const without = (name: string, statement: Json): Json => (isJsonObject(statement) ? objectOf(Object.entries(statement).filter(([key]) => key !== name)) : statement);

describe('actions and resources', () => {
  it.each<readonly [string, Json, string]>([
    ['the action by name', allow(), 'allowed'],
    ['its case does not matter', allow({ Action: 'STATES:invokehttpendpoint' }), 'allowed'],
    ['a star for the name', allow({ Action: 'states:*' }), 'allowed'],
    ['a star inside the name', allow({ Action: 'states:Invoke*Endpoint' }), 'allowed'],
    ['a question mark', allow({ Action: 'states:InvokeHTTPEndpoin?' }), 'allowed'],
    ['every action', allow({ Action: '*' }), 'allowed'],
    ['one of several', allow({ Action: ['events:PutEvents', ACTION] }), 'allowed'],
    ['another action', allow({ Action: 'states:StartExecution' }), 'not-allowed'],
    ['the same name of another service', allow({ Action: 'events:InvokeHTTPEndpoint' }), 'not-allowed'],
    ['a part of the name', allow({ Action: 'states:Invoke' }), 'not-allowed'],
    ['NotAction of another', without('Action', allow({ NotAction: 'states:StartExecution' })), 'allowed'],
    ['NotAction of this one', without('Action', allow({ NotAction: ['iam:*', 'states:Invoke*'] })), 'not-allowed'],
    ['the resource by ARN', allow({ Resource: MACHINE }), 'allowed'],
    ['its case matters', allow({ Resource: MACHINE.toLowerCase() }), 'not-allowed'],
    ['a star in its name', allow({ Resource: 'arn:aws:states:us-east-1:123456789012:stateMachine:Ord*' }), 'allowed'],
    ['a star for region and account', allow({ Resource: 'arn:aws:states:*:*:stateMachine:Orders' }), 'allowed'],
    ['a star does not reach over a colon', allow({ Resource: 'arn:aws:*:stateMachine:Orders' }), 'not-allowed'],
    ['missing parts count as stars', allow({ Resource: 'arn:aws:states' }), 'allowed'],
    ['another partition', allow({ Resource: 'arn:aws-cn:states:*:*:stateMachine:*' }), 'not-allowed'],
    ['another account', allow({ Resource: 'arn:aws:states:*:210987654321:stateMachine:*' }), 'not-allowed'],
    ['one of several resources', allow({ Resource: ['arn:aws:states:*:*:activity:*', MACHINE] }), 'allowed'],
    ['NotResource of another', without('Resource', allow({ NotResource: 'arn:aws:states:*:*:stateMachine:Other' })), 'allowed'],
    ['NotResource of this one', without('Resource', allow({ NotResource: 'arn:aws:states:*:*:stateMachine:*' })), 'not-allowed'],
    ['Deny alone', deny(), 'denied'],
  ])('%s: %#', (_, statement, expected) => {
    expect(evaluate([policy(statement)], request()).kind).toBe(expected);
  });

  it('takes one statement that is no list, and a policy of 2008 whose variables are plain text', () => {
    const read = readPolicy({ Statement: { Effect: 'Allow', Action: ACTION, Resource: 'arn:aws:states:*:*:stateMachine:${aws:x}' } });
    expect(read.ok && evaluate([read.value], request({ 'aws:x': 'Orders' })).kind).toBe('not-allowed');
    expect(read.ok && evaluate([read.value], request({}, MACHINE.replace('Orders', '${aws:x}'))).kind).toBe('allowed');
  });

  it('fills in a variable with colons around it', () => {
    const [own] = [policy(allow({ Resource: 'arn:aws:states:*:${aws:PrincipalAccount}:stateMachine:*' }))];
    expect(evaluate([own], request({ 'aws:PrincipalAccount': '123456789012' })).kind).toBe('allowed');
    expect(evaluate([own], request({ 'aws:PrincipalAccount': '*' })).kind).toBe('not-allowed');
    expect(evaluate([own], request()).kind).toBe('not-allowed');
  });
});

describe('conditions', () => {
  const GET = { 'states:HTTPMethod': 'GET', 'states:HTTPEndpoint': 'https://api.stripe.com/v1/charges' };
  const TAGS = { 'aws:TagKeys': ['team', 'cost'] };
  it.each<readonly [Json, { readonly [key: string]: string | readonly string[] }, boolean]>([
    [{ StringEquals: { 'states:HTTPMethod': 'GET' } }, GET, true],
    [{ StringEquals: { 'states:HTTPMethod': 'get' } }, GET, false],
    [{ StringEquals: { 'STATES:httpmethod': 'GET' } }, GET, true],
    [{ stringequals: { 'states:HTTPMethod': 'GET' } }, GET, true],
    [{ StringEquals: { 'states:HTTPMethod': ['POST', 'GET'] } }, GET, true],
    [{ StringEquals: { 'states:HTTPMethod': ['POST', 'PUT'] } }, GET, false],
    [{ StringEquals: { 'states:HTTPMethod': 'G*' } }, GET, false],
    [{ StringEquals: { 'states:HTTPMethod': 'GET', 'states:HTTPEndpoint': 'https://other' } }, GET, false],
    [{ StringEquals: { 'states:HTTPMethod': 'GET' }, StringLike: { 'states:HTTPEndpoint': 'https://api.stripe.com/*' } }, GET, true],
    [{ StringEquals: { 'states:HTTPMethod': 'GET' }, StringLike: { 'states:HTTPEndpoint': 'https://api.github.com/*' } }, GET, false],
    [{ StringLike: { 'states:HTTPEndpoint': 'https://api.stripe.com' } }, GET, false],
    [{ StringLike: { 'states:HTTPEndpoint': 'https://*/v?/charges' } }, GET, true],
    [{ StringLike: { 'states:HTTPEndpoint': 'HTTPS://*' } }, GET, false],
    [{ StringNotEquals: { 'states:HTTPMethod': 'POST' } }, GET, true],
    [{ StringNotEquals: { 'states:HTTPMethod': ['POST', 'GET'] } }, GET, false],
    [{ StringNotEquals: { 'aws:absent': 'x' } }, GET, true],
    [{ StringEquals: { 'aws:absent': 'x' } }, GET, false],
    [{ StringLike: { 'aws:absent': '*' } }, GET, false],
    [{ StringEqualsIfExists: { 'aws:absent': 'x' } }, GET, true],
    [{ StringEqualsIfExists: { 'states:HTTPMethod': 'POST' } }, GET, false],
    [{ StringEqualsIgnoreCase: { 'states:HTTPMethod': 'get' } }, GET, true],
    [{ StringNotEqualsIgnoreCase: { 'states:HTTPMethod': 'get' } }, GET, false],
    [{ StringNotLike: { 'states:HTTPEndpoint': 'https://api.*' } }, GET, false],
    [{ Bool: { 'aws:SecureTransport': true } }, { 'aws:SecureTransport': 'true' }, true],
    [{ Bool: { 'aws:SecureTransport': 'FALSE' } }, { 'aws:SecureTransport': 'true' }, false],
    [{ BoolIfExists: { 'aws:MultiFactorAuthPresent': 'true' } }, {}, true],
    [{ Null: { 'aws:absent': 'true' } }, GET, true],
    [{ Null: { 'aws:absent': 'false' } }, GET, false],
    [{ Null: { 'states:HTTPMethod': false } }, GET, true],
    [{ Null: { 'states:HTTPMethod': true } }, GET, false],
    [{ ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/flow-*' } }, { 'aws:PrincipalArn': 'arn:aws:iam::123456789012:role/flow-a' }, true],
    [{ ArnEquals: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/flow-?' } }, { 'aws:PrincipalArn': 'arn:aws:iam::123456789012:role/flow-a' }, true],
    [{ ArnNotEquals: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/flow-a' } }, { 'aws:PrincipalArn': 'arn:aws:iam::123456789012:role/flow-a' }, false],
    [{ ArnLike: { 'aws:PrincipalArn': 'arn:aws:*:role/flow-a' } }, { 'aws:PrincipalArn': 'arn:aws:iam::123456789012:role/flow-a' }, false],
    [{ ArnNotLike: { 'aws:absent': 'arn:aws:iam::*:role/x' } }, {}, true],
    [{ 'ForAnyValue:StringEquals': { 'aws:TagKeys': ['cost', 'x'] } }, TAGS, true],
    [{ 'ForAnyValue:StringEquals': { 'aws:TagKeys': 'x' } }, TAGS, false],
    [{ 'ForAnyValue:StringEquals': { 'aws:TagKeys': 'x' } }, {}, false],
    [{ 'ForAnyValue:StringEqualsIfExists': { 'aws:TagKeys': 'x' } }, {}, true],
    [{ 'ForAnyValue:StringNotEquals': { 'aws:TagKeys': 'team' } }, TAGS, true],
    [{ 'ForAllValues:StringEquals': { 'aws:TagKeys': ['team', 'cost', 'x'] } }, TAGS, true],
    [{ 'ForAllValues:StringEquals': { 'aws:TagKeys': 'team' } }, TAGS, false],
    [{ 'ForAllValues:StringEquals': { 'aws:TagKeys': 'team' } }, {}, true],
    [{ 'ForAllValues:StringLike': { 'aws:TagKeys': ['t*', 'c*'] } }, TAGS, true],
    [{ 'ForAllValues:StringNotEquals': { 'aws:TagKeys': 'team' } }, TAGS, false],
    [{ NumericLessThan: { 'aws:MultiFactorAuthAge': 300 } }, { 'aws:MultiFactorAuthAge': '12' }, true],
    [{ NumericGreaterThanEquals: { 'aws:MultiFactorAuthAge': '12' } }, { 'aws:MultiFactorAuthAge': '12' }, true],
    [{ NumericLessThan: { 'aws:MultiFactorAuthAge': '' } }, { 'aws:MultiFactorAuthAge': '-1' }, false],
    [{ DateGreaterThan: { 'aws:CurrentTime': '2026-01-01T00:00:00Z' } }, { 'aws:CurrentTime': '2026-06-01T00:00:00Z' }, true],
    [{ DateLessThan: { 'aws:EpochTime': 1_767_225_600 } }, { 'aws:EpochTime': '1767225599' }, true],
    [{ IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }, {}, false],
    [{ NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }, {}, true],
    [{ StringEquals: { 'states:HTTPMethod': '${aws:method}' } }, { ...GET, 'aws:method': 'GET' }, true],
    [{ StringEquals: { 'states:HTTPMethod': '${aws:method}' } }, GET, false],
    [{ StringEquals: { 'states:HTTPMethod': [] } }, GET, false],
    [{}, GET, true],
  ])('%j with %j: %s', (Condition, keys, expected) => {
    expect(evaluate([policy(allow({ Condition }))], request(keys)).kind).toBe(expected ? 'allowed' : 'not-allowed');
  });
});

describe('several statements', () => {
  it('a matching Deny wins wherever it stands, and is named', () => {
    const policies = [policy(allow({ Sid: 'Open' })), policy(allow(), deny({ Sid: 'Closed', Condition: { StringEquals: { 'states:HTTPMethod': 'DELETE' } } }))];
    expect(evaluate(policies, request({ 'states:HTTPMethod': 'GET' }))).toEqual({ kind: 'allowed', by: { policy: 0, statement: 0, sid: 'Open' } });
    expect(evaluate(policies, request({ 'states:HTTPMethod': 'DELETE' }))).toEqual({ kind: 'denied', by: { policy: 1, statement: 1, sid: 'Closed' } });
  });

  it('without a policy nothing is allowed', () => {
    expect(evaluate([], request())).toEqual({ kind: 'not-allowed' });
  });

  const anyStatement = fc.record({
    Effect: fc.constantFrom('Allow', 'Deny'),
    Action: fc.constantFrom(ACTION, '*', 'states:*', 'events:PutEvents'),
    Resource: fc.constantFrom('*', MACHINE, 'arn:aws:states:*:*:stateMachine:Other'),
    Condition: fc.constantFrom({}, { StringEquals: { 'states:HTTPMethod': 'GET' } }, { Bool: { 'aws:SecureTransport': 'true' } }),
  });
  const anyPolicy = fc.array(anyStatement, { minLength: 1, maxLength: 4 }).map((statements) => policy(...statements));

  it('order does not matter, a Deny of everything closes, an Allow never closes', () => {
    fc.assert(fc.property(fc.array(anyPolicy, { maxLength: 4 }), fc.constantFrom('GET', 'POST'), (policies, method) => {
      const asked = request({ 'states:HTTPMethod': method });
      const { kind } = evaluate(policies, asked);
      expect(evaluate(policies.toReversed(), asked).kind).toBe(kind);
      expect(evaluate([...policies, policy(deny({ Action: '*' }))], asked).kind).toBe('denied');
      expect(evaluate([...policies, policy(allow())], asked).kind).toBe(kind === 'denied' ? 'denied' : 'allowed');
    }));
  });
});

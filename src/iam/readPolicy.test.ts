import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../lib/Json.ts';
import { policiesFrom, readPolicy } from './readPolicy.ts';

const statement = { Effect: 'Allow', Action: 'states:InvokeHTTPEndpoint', Resource: '*' };
const document = (...statements: readonly Json[]): Json => ({ Version: '2012-10-17', Statement: statements });

describe('readPolicy', () => {
  it.each<readonly [string, Json, RegExp]>([
    ['a text', 'Allow', /JSON object/],
    ['a list', [], /JSON object/],
    ['another version', { Version: '2012-10-18', Statement: [statement] }, /Version must be/],
    ['an unknown member', { Version: '2012-10-17', Statements: [] }, /"Statements" does not belong/],
    ['no statement', { Version: '2012-10-17' }, /at least one/],
    ['an empty list', document(), /at least one/],
    ['a statement that is no object', document('Allow'), /Statement 1: .*object/],
    ['a principal', document({ ...statement, Principal: '*' }), /Principal belongs into a trust policy/],
    ['a misspelt member', document({ ...statement, Actions: '*' }), /"Actions" is no member/],
    ['another effect', document({ ...statement, Effect: 'allow' }), /Effect must be/],
    ['no action', document({ Effect: 'Allow', Resource: '*' }), /no Action/],
    ['both kinds of action', document({ ...statement, NotAction: '*' }), /both Action and NotAction/],
    ['an empty list of actions', document({ ...statement, Action: [] }), /Action is an empty list/],
    ['an action that is a number', document({ ...statement, Action: [1] }), /Action must be a text/],
    ['an action without its service', document({ ...statement, Action: 'InvokeHTTPEndpoint' }), /"InvokeHTTPEndpoint" is no action/],
    ['a service with a star', document({ ...statement, Action: 'sta*:Invoke' }), /is no action/],
    ['no resource', document({ Effect: 'Allow', Action: '*' }), /no Resource/],
    ['a resource that is no ARN', document({ ...statement, Resource: 'stateMachine:Orders' }), /is no resource/],
    ['an unknown operator', document({ ...statement, Condition: { StringMatches: {} } }), /"StringMatches" is no condition operator/],
    ['Null with IfExists', document({ ...statement, Condition: { NullIfExists: { a: 'true' } } }), /no condition operator/],
    ['a condition without keys', document({ ...statement, Condition: { StringEquals: 'GET' } }), /StringEquals must be an object/],
    ['a condition with an object as value', document({ ...statement, Condition: { StringEquals: { a: {} } } }), /values of a under StringEquals/],
    ['a condition that is a list', document({ ...statement, Condition: [] }), /Condition must be an object/],
    ['a Sid with a space', document({ ...statement, Sid: 'my id' }), /Sid takes letters/],
    ['a Sid twice', document({ ...statement, Sid: 'A' }, { ...statement, Sid: 'A' }), /Statement 2: the Sid A stands twice/],
    ['more than a role takes', document({ ...statement, Resource: Array.from({ length: 400 }, () => 'arn:aws:states:*:*:stateMachine:x') }), /no more than 10,240/],
  ])('refuses %s in a sentence', (_, value, says) => {
    const read = readPolicy(value);
    expect(read.ok).toBe(false);
    expect(!read.ok && read.error).toMatch(says);
    expect(!read.ok && read.error).toMatch(/\.$/);
  });

  it('never throws, and what it takes has statements', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => {
      const read = readPolicy(value as Json);
      if (read.ok) expect(read.value.Statement.length).toBeGreaterThan(0);
    }));
  });
});

describe('policiesFrom', () => {
  it.each<readonly [string, Json, number]>([
    ['a document', document(statement), 1],
    ['a list', [document(statement), document(statement)], 2],
    ['an empty list', [], 0],
    ['get-role-policy', { RoleName: 'r', PolicyName: 'p', PolicyDocument: document(statement) }, 1],
    ['get-policy-version', { PolicyVersion: { Document: document(statement), VersionId: 'v1' } }, 1],
    ['the inline policies of a template', [{ PolicyName: 'p', PolicyDocument: document(statement) }], 1],
  ])('reads %s', (_, value, count) => {
    const read = policiesFrom(value);
    expect(read.ok && read.value.length).toBe(count);
  });

  it('says which of several is wrong', () => {
    const read = policiesFrom([document(statement), document()]);
    expect(!read.ok && read.error).toMatch(/^Policy 2: /);
  });
});

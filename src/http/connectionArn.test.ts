import { expect, it } from 'vitest';
import { connectionNameFrom, isConnectionArn, makeUpArn } from './connectionArn.ts';

const id = '1d296ce9-feb5-484a-8203-d054baf517e9';

it.each([
  [`arn:aws:events:us-west-2:123456789012:connection/stackd-http-basic/${id}`, true],
  [`arn:aws-us-gov:events:us-gov-west-1:123456789012:connection/a.b_c-D/${id}`, true],
  [`arn:aws:events:us-west-2:123456789012:connection/name`, false],
  [`arn:aws:events:us-west-2:12345:connection/name/${id}`, false],
  [`arn:aws:events:us-west-2:123456789012:connection/na me/${id}`, false],
  [`arn:aws:events:us-west-2:123456789012:connection/${'n'.repeat(65)}/${id}`, false],
  [`arn:aws:lambda:us-west-2:123456789012:connection/name/${id}`, false],
  [`arn:aws:events:us-west-2:123456789012:connection/name/${id}\n`, false],
  ['${ConnectionArn}', false],
])('isConnectionArn(%j) is %s', (text, expected) => {
  expect(isConnectionArn(text)).toBe(expected);
});

it.each(['Stripe', 'My key!', '', '  …  ', 'x'.repeat(100), '-a-'])('makes an ARN of the right shape for the name %j', (name) => {
  expect(isConnectionArn(makeUpArn(name, id))).toBe(true);
});

it('keeps a name readable', () => {
  expect(connectionNameFrom(' My Stripe key (test) ')).toBe('My-Stripe-key-test');
});

it('puts an ARN into the partition of its region', () => {
  expect(makeUpArn('Shop', id, 'cn-north-1')).toBe(`arn:aws-cn:events:cn-north-1:000000000000:connection/Shop/${id}`);
  expect(isConnectionArn(makeUpArn('Shop', id, 'us-gov-west-1'))).toBe(true);
});

import { describe, expect, it } from 'vitest';
import { parse } from '../../asl/parse.ts';
import { createChecker } from '../../checks/createChecker.ts';
import { errorsOf } from './errors.ts';
import { OPTIMIZED_RESOURCES, parametersOf } from './resources.ts';

describe('what is offered', () => {
  it('is nothing that the checks would flag', () => {
    const checker = createChecker();
    const flagged = OPTIMIZED_RESOURCES.flatMap(({ arn }) => {
      const Parameters = Object.fromEntries((parametersOf(arn) ?? []).map(({ name }) => [`${name}.$`, '$.x']));
      const text = JSON.stringify({ StartAt: 'A', States: { A: { Type: 'Task', Resource: arn, Parameters, End: true } } });
      return checker.check(parse(text, 'json')).filter(({ code }) => ['unknown-parameter', 'unknown-action', 'unknown-integration', 'resource-pattern', 'parameter-case'].includes(code)).map(({ message }) => `${arn}: ${message}`);
    });
    expect(flagged).toEqual([]);
    expect(OPTIMIZED_RESOURCES.length).toBeGreaterThan(64);
  });

  it('are the errors of the action, those worth a retry first in Retry', () => {
    const state = { type: 'Task', resource: 'arn:aws:states:::dynamodb:putItem', jsonata: false, distributed: false };
    const known = ['DynamoDB.TransactionConflictException', 'DynamoDB.ProvisionedThroughputExceededException'];
    expect(errorsOf(state, 'retry', known).slice(0, 2)).toEqual(['DynamoDB.ProvisionedThroughputExceededException', 'DynamoDB.ConditionalCheckFailedException']);
    expect(errorsOf(state, 'catch', known).filter((name) => name === 'DynamoDB.ProvisionedThroughputExceededException')).toHaveLength(1);
    expect(errorsOf(state, 'catch', known)).toContain('DynamoDB.TransactionConflictException');
  });
});

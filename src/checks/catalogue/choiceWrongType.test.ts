import { proveRule } from '../testing/proveRule.ts';
import { done } from '../examples.ts';
import { choiceWrongType } from './choiceWrongType.ts';

proveRule(choiceWrongType, {
  silent: { 'a number that is filled in': { P: { Type: 'Choice', Choices: [{ Variable: '$.n', NumericEquals: '${Limit}', Next: 'A' }], Default: 'A' }, A: done } },
  fires: { 'an IsPresent with a text, inside Not': { P: { Type: 'Choice', Choices: [{ Not: { Variable: '$.n', IsPresent: 'true' }, Next: 'A' }], Default: 'A' }, A: done } },
});

import { done } from '../examples.ts';
import { proveRule } from '../testing/proveRule.ts';
import { shadowedChoiceRule } from './shadowedChoiceRule.ts';

const pick = (first: object, second: object) => ({ Pick: { Type: 'Choice', Choices: [{ Variable: '$.n', ...first, Next: 'A' }, { Variable: '$.n', ...second, Next: 'B' }], Default: 'B' }, A: done, B: done });

proveRule(shadowedChoiceRule, {
  silent: {
    'a wider one behind a narrower': pick({ NumericGreaterThan: 5 }, { NumericGreaterThan: 1 }),
    'the bound that the earlier leaves': pick({ NumericLessThan: 5 }, { NumericLessThanEquals: 5 }),
    'another variable': pick({ NumericGreaterThan: 1 }, { Variable: '$.m', NumericGreaterThan: 5 }),
    'a value from the data': pick({ NumericGreaterThan: 1 }, { NumericGreaterThanPath: '$.m' }),
  },
  fires: {
    'a narrower one behind a wider': pick({ NumericGreaterThan: 1 }, { NumericGreaterThan: 5 }),
    'one number of those taken': pick({ NumericLessThanEquals: 5 }, { NumericEquals: 5 }),
    'any number behind all of them': pick({ IsNumeric: true }, { NumericLessThan: 0 }),
  },
});

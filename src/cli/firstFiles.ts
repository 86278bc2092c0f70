import type { Json, JsonObject } from '../lib/Json.ts';

/** The workflow of GitHub Actions that `init` writes. Paths and commands only: whatever the tests need stands in the repository. */
export const WORKFLOW = `name: Step Functions tests

on:
  push:
  pull_request:

permissions:
  contents: read

jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      # asl-studio has to be among the devDependencies of this repository.
      - run: npm ci
      - run: npx --no-install asl-studio validate $(git ls-files '*.asl.json' '*.asl.yaml' '*.asl.yml')
      - run: npx --no-install asl-studio test --coverage --junit test-results/step-functions.xml
      - uses: actions/upload-artifact@v4
        if: always()
        with:
          name: step-functions-tests
          path: test-results/step-functions.xml
`;

export const EXAMPLE_DEFINITION: Json = {
  Comment: 'An order is charged, with a second try when the payment service is busy; a declined card is told to the customer.',
  StartAt: 'Charge',
  States: {
    Charge: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Parameters: { FunctionName: 'charge', 'Payload.$': '$' },
      ResultSelector: { 'receipt.$': '$.Payload.receipt' },
      Retry: [{ ErrorEquals: ['Busy'], MaxAttempts: 2 }],
      Catch: [{ ErrorEquals: ['Declined'], ResultPath: '$.problem', Next: 'Tell the customer' }],
      Next: 'Done',
    },
    'Tell the customer': { Type: 'Fail', Error: 'Declined', CausePath: '$.problem.Cause' },
    Done: { Type: 'Succeed' },
  },
};

export const EXAMPLE_TESTS: JsonObject = {
  version: 1,
  tests: [
    {
      name: 'a busy payment service is asked again',
      input: { order: 7, amount: 12 },
      mocks: { Charge: [{ errorOutput: { error: 'Busy', cause: 'try later' } }, { result: { StatusCode: 200, Payload: { receipt: 'r-1' } } }] },
      expect: { status: 'SUCCEEDED', output: { receipt: 'r-1' }, states: ['Charge', 'Done'] },
    },
    {
      name: 'a declined card is told to the customer',
      state: 'Charge',
      input: { order: 7, amount: 12 },
      mock: { errorOutput: { error: 'Declined', cause: 'no funds' } },
      expect: { status: 'CAUGHT_ERROR', nextState: 'Tell the customer', outputPaths: { '$.problem.Cause': 'no funds' } },
    },
    {
      name: 'a declined order fails with the reason',
      input: { order: 7, amount: 12 },
      mocks: { Charge: { errorOutput: { error: 'Declined', cause: 'no funds' } } },
      expect: { status: 'FAILED', error: 'Declined', causeContains: 'funds', visits: ['Tell the customer'] },
    },
  ],
};

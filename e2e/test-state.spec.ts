import { expect, test } from './fixtures.ts';
import { httpTask, machineOf } from './machines.ts';

// Long stories; the limit is for a busy machine.
test.describe.configure({ timeout: 60_000 });

const checks = {
  QueryLanguage: 'JSONata',
  StartAt: 'Rich?',
  States: {
    'Rich?': { Type: 'Choice', Choices: [{ Condition: '{% $states.input.balance > 100 %}', Next: 'Bill' }], Default: 'Skip' },
    Bill: { Type: 'Pass', Assign: { billed: true }, Output: { total: '{% $states.input.balance * 2 %}' }, End: true },
    Skip: { Type: 'Succeed' },
    Ask: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Arguments: { FunctionName: 'ask', Payload: '{% $states.input %}' },
      Output: '{% $states.result.Payload %}',
      Catch: [{ ErrorEquals: ['Shop.Closed'], Next: 'Skip' }],
      Next: 'Skip',
    },
  },
};

test('a Choice goes both ways, and each state remembers its input', async ({ studio, canvas, testPanel }) => {
  await studio.openMachine(checks);
  await canvas.menu('Rich?', 'Test state');
  await testPanel.input.fill('{ "balance": 500 }');
  await testPanel.start.click();
  await expect(testPanel.strip).toContainText('Bill');
  await testPanel.input.fill('{ "balance": 5 }');
  await expect(testPanel.strip, 'the result is of another input').toContainText('Stale');
  await testPanel.start.click();
  await expect(testPanel.strip).toContainText('Skip');
  await expect(testPanel.strip).not.toContainText('Stale');

  await testPanel.choose('Bill');
  await testPanel.input.fill('{ "balance": 21 }');
  await testPanel.start.click();
  await expect(testPanel.status).toHaveText('SUCCEEDED');
  expect(await testPanel.outputJson()).toEqual({ total: 42 });
  await expect(testPanel.root.getByTestId('test.variables')).toContainText('billed');

  await testPanel.choose('Rich?');
  await expect(testPanel.input).toHaveValue('{ "balance": 5 }');
  await expect(testPanel.strip).toContainText('Skip');
});

test('level INFO hides the stages of the data flow, an edit marks the result stale', async ({ studio, canvas, inspector, testPanel, page }) => {
  await studio.openMachine(checks);
  await canvas.menu('Bill', 'Test state');
  await testPanel.input.fill('{ "balance": 1 }');
  await testPanel.level('DEBUG');
  await testPanel.start.click();
  await testPanel.result('flow');
  await expect(testPanel.root.getByTestId('test.stages')).toContainText('balance');
  await testPanel.level('INFO');
  await testPanel.start.click();
  await testPanel.result('flow');
  await expect(testPanel.root).toContainText('At level INFO the service does not tell them.');
  await expect(testPanel.strip).not.toContainText('Stale');

  await testPanel.choose('Skip');
  await inspector.fill(page.getByTestId('inspector.comment'), 'Another state changed.');
  await testPanel.choose('Bill');
  await expect(testPanel.strip).not.toContainText('Stale');
  await inspector.fill(page.getByTestId('inspector.comment'), 'This state changed.');
  await expect(testPanel.strip).toContainText('Stale');
});

test('an error in an expression is told with its cause', async ({ studio, canvas, testPanel }) => {
  await studio.openMachine(checks);
  await canvas.menu('Rich?', 'Test state');
  await testPanel.input.fill('{ "balance": "much" }');
  await testPanel.start.click();
  await expect(testPanel.status).toHaveText('FAILED');
  await expect(testPanel.error).toHaveText('States.QueryEvaluationError');
  await expect(testPanel.cause).not.toBeEmpty();
  await testPanel.input.fill('{ broken');
  await testPanel.start.click();
  await expect(studio.toasts.or(testPanel.root)).toContainText([/JSON/]);
});

test('a Lambda task opens its mock with a sample, and takes a result and an error', async ({ studio, canvas, testPanel, page }) => {
  await studio.openMachine(checks);
  await canvas.menu('Ask', 'Test state');
  const mock = page.getByTestId('test.mock');
  await expect(mock).toContainText('Answers instead of AWS');
  await expect(mock.getByTestId('test.mock.result')).toHaveValue(/"StatusCode": 200/);
  await testPanel.start.click();
  await expect(testPanel.status).toHaveText('SUCCEEDED');
  await expect(testPanel.strip).toContainText('mock, nothing was sent');
  expect(await testPanel.outputJson()).toBe('{"ok":true}');

  await mock.getByTestId('test.mock.result').fill('{ "StatusCode": 200, "Payload": "forty-two" }');
  await testPanel.start.click();
  await expect(testPanel.strip).not.toContainText('Stale');
  expect(await testPanel.outputJson()).toBe('forty-two');

  await mock.getByRole('radio', { name: 'Error' }).click();
  await mock.getByTestId('test.mock.error').fill('Shop.Closed');
  await mock.getByRole('textbox', { name: 'Cause' }).fill('It is Sunday.');
  await testPanel.start.click();
  await expect(testPanel.status).toHaveText('CAUGHT_ERROR');
  await expect(testPanel.strip).toContainText('Catch 1');
  await expect(testPanel.error).toHaveText('Shop.Closed');
  await expect(testPanel.cause).toHaveText('It is Sunday.');
});

test('a mock is taken instead of an answer to the question, and nothing is sent', async ({ studio, testPanel, page }) => {
  await studio.openStarter('stripe-invoices');
  await testPanel.start.click();
  await testPanel.consent.getByRole('button', { name: 'Use a mock' }).click();
  await testPanel.inputs('mock');
  await page.getByTestId('test.mock.result').fill('{ "Headers": {}, "ResponseBody": { "data": [{ "id": "cus_mocked" }] }, "StatusCode": 200, "StatusText": "OK" }');
  await testPanel.start.click();
  await expect(testPanel.status).toHaveText('SUCCEEDED');
  await expect(testPanel.strip).toContainText('mock, nothing was sent');
  expect(await testPanel.outputJson()).toMatchObject({ customer: { id: 'cus_mocked' } });
  await expect(await studio.dock('sent')).toContainText('Nothing has left this machine');
});

test('Stop ends a request that hangs', async ({ studio, canvas, inspector, connectionForm, testPanel, echo }) => {
  await studio.openMachine(machineOf({ Wait: httpTask({ url: `${echo.origin}/hang` }) }));
  await canvas.select('Wait');
  await inspector.connection('make');
  await connectionForm.makeApiKey({ secret: 'stop-key', origins: [echo.origin] });
  await inspector.test.click();
  await testPanel.start.click();
  await testPanel.consent.getByTestId('consent.once').click();
  await expect.poll(() => echo.log.some(({ path }) => path === '/hang')).toBe(true);
  await testPanel.stop.click();
  await expect(testPanel.status).toHaveText('Stopped');
  await expect(testPanel.start).toBeVisible();
  await testPanel.start.click();
  await expect(testPanel.consent, 'once was once').toBeVisible();
});

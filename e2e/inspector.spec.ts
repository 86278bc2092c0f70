import { findings } from './axe.ts';
import { expect, test } from './fixtures.ts';

const FLOW = {
  StartAt: 'Check',
  States: {
    Check: {
      Type: 'Choice',
      Choices: [
        { Variable: '$.total', NumericGreaterThan: 100, Next: 'Call' },
        { And: [{ Variable: '$.status', StringEquals: 'paid' }, { Not: { Variable: '$.blocked', IsPresent: true } }], Next: 'Call' },
      ],
      Default: 'Done',
    },
    Call: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Parameters: { FunctionName: 'f' }, Retry: [{ ErrorEquals: ['States.Timeout'], MaxAttempts: 2 }], Next: 'Done' },
    Done: { Type: 'Succeed' },
  },
};

test('rules are nested, moved and led elsewhere from the form', async ({ studio, canvas, page }) => {
  await studio.openMachine(FLOW);
  await canvas.select('Check');
  const rule = page.getByTestId('inspector.rule.2');
  await expect(rule).toContainText('If status = "paid" and not blocked is present, go to Call');
  await page.getByTestId('inspector.rule.1').getByRole('button', { name: 'Move rule 1 down' }).click();
  await expect(page.getByTestId('inspector.rule.2')).toContainText('total > 100');
  await page.getByTestId('inspector.rule.2.test.kind').click();
  await page.getByRole('option', { name: /^Not/ }).click();
  await expect(page.getByTestId('inspector.rule.2')).toContainText('If not total > 100');
  await studio.undo.click();
  await studio.undo.click();
  await expect(page.getByTestId('inspector.rule.1')).toContainText('If total > 100');
});

test('a catcher makes its state in one step of undo, and the retries are foretold', async ({ studio, canvas, inspector, page }) => {
  await studio.openMachine(FLOW);
  await canvas.select('Call');
  await inspector.tab('errors');
  await expect(page.getByTestId('inspector.retry.preview')).toContainText('3 tries, 3 s of waiting');
  await page.getByTestId('inspector.catch.add').click();
  await page.getByTestId('inspector.catch.1.next').click();
  await page.getByRole('option', { name: 'New Fail state' }).click();
  await expect(canvas.node('Call failed')).toBeVisible();
  await studio.undo.click();
  await expect(canvas.node('Call failed')).toHaveCount(0);
  await expect(page.getByTestId('inspector.catch.1')).toBeVisible();
});

test('on a small screen the inspector lies over the canvas, opens and closes', async ({ studio, canvas, page }) => {
  await studio.openMachine(FLOW);
  await canvas.select('Call');
  await page.setViewportSize({ width: 900, height: 720 });
  await expect(page.getByTestId('inspector.sheet')).toBeVisible();
  await page.getByTestId('inspector.tab.output').focus();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('inspector.sheet')).toHaveCount(0);
  await expect(page.getByTestId('inspector.sheet.toggle')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('inspector.sheet')).toBeVisible();
});

test('no form has a serious finding of axe', async ({ studio, canvas, inspector, page }) => {
  test.setTimeout(90_000);
  await studio.openMachine(FLOW);
  for (const [state, tabs] of [['Check', ['configuration', 'variables']], ['Call', ['configuration', 'input', 'output', 'variables', 'errors']]] as const) {
    await canvas.select(state);
    for (const tab of tabs) {
      await inspector.tab(tab);
      expect.soft(await findings(page, 'aside'), `${state} ${tab}`).toEqual([]);
    }
  }
});

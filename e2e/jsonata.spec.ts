import { findings } from './axe.ts';
import { expect, test } from './fixtures.ts';

const MACHINE = {
  StartAt: 'Read',
  States: {
    Read: { Type: 'Task', Resource: 'arn:aws:states:::dynamodb:getItem', Parameters: { TableName: 'orders', Key: { 'id.$': '$.id' } }, ResultPath: '$.row', Next: 'Paid?' },
    'Paid?': { Type: 'Choice', Choices: [{ Variable: '$.row.Item.paid.BOOL', BooleanEquals: true, Next: 'Done' }], Default: 'All' },
    All: { Type: 'Pass', Parameters: { 'all.$': '$..*' }, Next: 'Done' },
    Done: { Type: 'Succeed' },
  },
};

test('a workflow becomes JSONata by keyboard: each state tested before and after, what stays explained, one step to undo', async ({ studio, canvas, page }) => {
  const text = JSON.stringify(MACHINE, null, 2);
  await studio.openMachine(text, 'order.asl.json');
  await expect(canvas.node('Read')).toBeVisible();
  await studio.run('Convert the workflow to JSONata');
  const dialog = page.getByRole('dialog', { name: 'Convert to JSONata' });
  await expect(dialog.getByText('3 of 4 states can be converted.')).toBeVisible();
  const shown = dialog.getByTestId('to-jsonata.view');
  await expect(shown.getByText('Same result')).toBeVisible();
  await expect(shown.getByTestId('to-jsonata.diff')).toContainText("$merge([$states.input, { 'row': $states.result }])");
  expect(await findings(page, '[role="dialog"]')).toEqual([]);
  await dialog.getByRole('button', { name: /^Read/ }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(shown.getByText('$..* looks for more than a name at every depth.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Convert 3 states' }).press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect.poll(async () => JSON.parse((await studio.draft()).text) as unknown).toMatchObject({
    States: { Read: { QueryLanguage: 'JSONata', Arguments: { Key: { id: '{% $states.input.id %}' } } }, 'Paid?': { Choices: [{ Condition: '{% $states.input.row.Item.paid.BOOL = true %}' }] }, All: MACHINE.States.All },
  });
  await canvas.node('Read').focus();
  await page.keyboard.press('ControlOrMeta+z');
  await studio.expectText(text);
});

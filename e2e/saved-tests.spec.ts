import { readFile } from 'node:fs/promises';
import { readSuite } from '../src/suite/readSuite.ts';
import { expect, test } from './fixtures.ts';

// A long story; the limit is for a busy machine.
test.describe.configure({ timeout: 60_000 });

const machine = { StartAt: 'Add', States: { Add: { Type: 'Pass', Result: { n: 1 }, Next: 'Done' }, Done: { Type: 'Succeed' } } };

test('a result is saved as a test, fails on the canvas when the state changes, and passes again after undo', async ({ studio, canvas, testPanel, page }) => {
  await studio.openMachine(machine);
  await canvas.menu('Add', 'Test state');
  await testPanel.start.click();
  await page.getByTestId('test.save-test').click();
  await page.getByTestId('save-test.name').fill('it adds');
  await page.getByTestId('save-test.save').click();
  await expect(page.getByTestId('saved.status')).toHaveText('Passed');
  await expect(page.getByTestId('canvas.node.Add')).toHaveAccessibleName(/saved tests passed/);

  // What is exported is what the command runs.
  await page.getByTestId('saved.file').click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Download the tests' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/\.tests\.json$/);
  const { suite, problems } = readSuite(await readFile(await file.path(), 'utf8'));
  expect([problems, suite.tests.map(({ name, state }) => [name, state])]).toEqual([[], [['it adds', 'Add']]]);

  await page.getByTestId('canvas.node.Add').focus();
  await page.keyboard.press('a');
  await canvas.quickAdd.getByRole('combobox').fill('wait');
  await page.keyboard.press('Enter');
  await expect(canvas.edge('Add', 'Wait')).toBeAttached();
  await expect(page.getByTestId('saved.stale')).toBeVisible();
  await page.getByTestId('saved.run-all').click();
  await expect(page.getByTestId('saved.failure')).toContainText('expected was "Done"');
  await expect(page.getByTestId('canvas.node.Add')).toHaveAccessibleName(/1 saved test failed/);

  await studio.undo.click();
  await page.getByTestId('saved.run-all').click();
  await expect(page.getByTestId('saved.status')).toHaveText('Passed');
  await expect(page.getByTestId('canvas.node.Add')).toHaveAccessibleName(/saved tests passed/);
});

import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures.ts';
import { httpTask, machineOf } from './machines.ts';

const COMMENTED = `{
  // The order of a customer
  "QueryLanguage": "JSONata",
  "StartAt": "Pick", /* first */
  "States": {
    "Pick": { "Type": "Pass",   "Output": { "price": 1.50 }, "End": true },
  }
}
`;

test('the checklist names what stands between the text and AWS, and leads there', async ({ studio, canvas, page }) => {
  await studio.openMachine({
    ...machineOf({
      Call: httpTask({ url: 'http://127.0.0.1:4010/x', connection: 'arn:aws:events:us-east-1:000000000000:connection/made-up/0b6f3a52-5c4e-4a6b-9a55-2f1f1d1f7a10' }),
      Ask: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Arguments: { FunctionName: '${AskFunction}' }, Next: 'Nobody' },
    }),
  });
  await page.getByTestId('header.export').click();
  await expect(page.getByTestId('export.check.errors')).toHaveAttribute('data-tone', 'error');
  await expect(page.getByTestId('export.check.errors')).toContainText('Nobody');
  await expect(page.getByTestId('export.check.connections')).toContainText('connection ARN is made up');
  await expect(page.getByTestId('export.check.endpoints')).toContainText('AWS would refuse');
  await expect(page.getByTestId('export.check.placeholders')).toContainText('unfilled ${…} placeholder');
  await page.getByTestId('export.check.endpoints').getByRole('button', { name: 'Show' }).click();
  await expect(canvas.node('Call')).toHaveAttribute('data-selected', 'true');
});

test('the download is strict JSON and what is shown, and opening it again gives it back', async ({ studio, canvas, page }) => {
  await studio.openMachine(COMMENTED, 'order.asl.json');
  await expect(canvas.node('Pick')).toBeVisible();
  await page.getByTestId('header.export').click();
  const shown = await page.getByTestId('export.text').textContent();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId('export.download').click()]);
  expect(download.suggestedFilename()).toBe('order.asl.json');
  const content = await readFile(await download.path(), 'utf8');
  expect(content).toBe(shown);
  expect(JSON.parse(content)).toEqual({ QueryLanguage: 'JSONata', StartAt: 'Pick', States: { Pick: { Type: 'Pass', Output: { price: 1.5 }, End: true } } });
  expect(content, 'the spelling of numbers stays').toContain('1.50');

  await studio.drop([{ name: 'again.asl.json', content }]);
  await expect(studio.name).toHaveText('again');
  await page.getByTestId('header.export').click();
  await expect.poll(() => page.getByTestId('export.text').textContent()).toBe(content);
});

test('the definition is copied, with nothing of what lies beside it', async ({ studio, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await studio.openStarter('stripe-invoices');
  await page.getByTestId('header.export').click();
  await page.getByTestId('export').getByRole('button', { name: 'Copy' }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('"Look up customer"');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(Object.keys(JSON.parse(copied))).toEqual(['Comment', 'QueryLanguage', 'StartAt', 'States']);
  expect(copied).not.toMatch(/northwind|sandbox|127\.0\.0\.1/);
});

test('text that is broken is told, and can be downloaded as it is', async ({ studio, page }) => {
  const broken = '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true }';
  await studio.openMachine(broken, 'broken.asl.json');
  await page.getByTestId('header.export').click();
  await expect(page.getByTestId('export')).toContainText('AWS cannot read this text yet');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId('export.asIs').click()]);
  expect(await readFile(await download.path(), 'utf8')).toBe(broken);
});

import { expect, test } from './fixtures.ts';

test('the studio opens from the printed address, and nothing complains', async ({ studio, page, consoleErrors }) => {
  await studio.open();
  await expect(page).toHaveTitle(/ASL Studio/);
  expect(consoleErrors.all).toEqual([]);
});

test('the token leaves the address bar', async ({ studio, page }) => {
  await studio.open();
  await expect.poll(() => new URL(page.url()).hash).not.toContain('token');
});

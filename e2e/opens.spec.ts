import { expect, test } from './fixtures.ts';

test('the studio opens from the printed address, and nothing complains', async ({ openStudio, page, consoleErrors }) => {
  await openStudio();
  await expect(page).toHaveTitle(/ASL Studio/);
  expect(consoleErrors.all).toEqual([]);
});

test('the token leaves the address bar', async ({ openStudio, page }) => {
  await openStudio();
  await expect.poll(() => new URL(page.url()).hash).not.toContain('token');
});

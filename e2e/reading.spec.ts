import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { httpTask } from './machines.ts';

const pass = (next?: string): unknown => ({ Type: 'Pass', ...(next === undefined ? { End: true } : { Next: next }) });
const only = (name: string, state: unknown = pass()): unknown => ({ StartAt: name, States: { [name]: state } });

/** Two containers, one in the other, and names that want to be more than names. */
const ORDER = {
  QueryLanguage: 'JSONata',
  StartAt: 'Is it large?',
  States: {
    'Is it large?': { Type: 'Choice', Choices: [{ Condition: '{% $states.input.total > 1000 and $states.input.country = "CH" %}', Next: 'Both' }], Default: 'Done' },
    Both: {
      Type: 'Parallel',
      Branches: [only('Send a mail', httpTask({ url: 'https://api.example.com/v1/mails' })), only('Each line', { Type: 'Map', MaxConcurrency: 5, ItemProcessor: only('Reserve stock', { Type: 'Pass', Comment: 'in the warehouse', End: true }), End: true })],
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'end' }],
      Next: 'Done',
    },
    'A <b>"bold"</b> & %% name': pass('Done'),
    end: { Type: 'Fail', Error: 'Broken' },
    Done: { Type: 'Succeed' },
  },
};
const NAMES = ['Is it large?', 'Both', 'Send a mail', 'Each line', 'Reserve stock', 'A <b>"bold"</b> & %% name', 'end', 'Done'];

const findField = (page: Page) => page.getByRole('combobox', { name: 'Find by name, type, resource or any text' });

test('find: results while typing, rings on the picture, Enter goes there and opens what hides it', async ({ studio, canvas, page }) => {
  await studio.openMachine(ORDER);
  await expect(canvas.node('Both')).toBeVisible();
  await studio.run('Collapse all containers');
  await expect(canvas.node('Reserve stock')).toHaveCount(0);
  await expect(canvas.node('Both')).toHaveAccessibleName(/Both, Parallel, collapsed, holds 3 states/);
  await page.keyboard.press('ControlOrMeta+f');
  await findField(page).fill('warehouse');
  await expect(page.getByRole('option')).toHaveText(/Reserve stock.*Comment: in the warehouse/);
  // What hides the match is ringed in its place.
  await expect(canvas.node('Both')).toHaveAttribute('data-found', 'match');
  await page.keyboard.press('Enter');
  await expect(canvas.node('Reserve stock')).toBeFocused();
  await expect(canvas.node('Reserve stock')).toHaveAttribute('data-selected', 'true');
  await expect(page.getByTestId('find')).toHaveCount(0);

  await page.keyboard.press('ControlOrMeta+f');
  // The last search stands there, ready to be typed over; arrows go through what is found.
  await expect(findField(page)).toHaveValue('warehouse');
  await page.keyboard.type('done');
  await expect(page.getByRole('option').first()).toHaveText(/Done/);
  await expect(canvas.node('Done')).toHaveAttribute('data-found', 'current');
  await page.keyboard.press('ArrowDown');
  await expect(canvas.node('Done')).toHaveAttribute('data-found', 'match');
  await findField(page).fill('nobody has this');
  await expect(page.getByRole('status').filter({ hasText: 'Nothing found' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(canvas.node('Done')).not.toHaveAttribute('data-found');
});

test('collapse is kept with the draft, and going inside has its way back', async ({ studio, canvas, page }) => {
  await studio.openMachine(ORDER);
  await canvas.node('Each line').getByRole('button', { name: 'Collapse Each line' }).click();
  await expect(canvas.node('Reserve stock')).toHaveCount(0);
  await expect(canvas.node('Each line')).toContainText('holds 1 state');
  await studio.text();
  await studio.reload();
  await expect(canvas.node('Each line')).toContainText('holds 1 state');

  await canvas.select('Both');
  await canvas.node('Both').focus();
  await page.keyboard.press('i');
  await expect(canvas.node('Done')).toHaveCount(0);
  await expect(canvas.node('Send a mail')).toBeVisible();
  await expect(canvas.root.getByText('Branch 2')).toBeVisible();
  const path = page.getByRole('navigation', { name: 'Part of the workflow that is shown' });
  await expect(path.locator('[aria-current="location"]')).toHaveText('Both');
  await canvas.node('Each line').getByRole('button', { name: 'Open Each line' }).click();
  await expect(canvas.node('Reserve stock')).toBeVisible();
  await path.getByRole('button', { name: 'flow', exact: true }).click();
  await expect(canvas.node('Done')).toBeVisible();
  await expect(canvas.node('Both')).toHaveAttribute('data-selected', 'true');
});

test('the outline tells the way through in words, and goes by keyboard', async ({ studio, canvas, page }) => {
  await studio.openMachine(ORDER);
  await expect(canvas.node('Both')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Shift+o');
  const tree = page.getByRole('tree', { name: 'Outline of flow' });
  const line = (name: string | RegExp) => tree.getByRole('treeitem', { name });
  await expect(line('Is it large?, Choice, if total > 1000 and country = "CH": Both, otherwise Done')).toHaveAttribute('aria-level', '1');
  await expect(line('Both, Parallel, then Done, on any error: end')).toHaveAttribute('aria-expanded', 'true');
  await expect(line(/^A <b>"bold"<\/b>.*nothing leads here, then Done/)).toHaveAttribute('aria-posinset', '5');
  await tree.focus();
  await page.keyboard.press('b');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(canvas.node('Send a mail')).toHaveAttribute('data-selected', 'true');
  await expect(line(/^Send a mail, HTTP task/)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(line('Branch 1')).toHaveAttribute('aria-expanded', 'false');
  await expect(line(/^Send a mail/)).toHaveCount(0);
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(canvas.node('A <b>"bold"</b> & %% name')).toHaveAttribute('data-selected', 'true');
});

test('pictures: SVG that an XML parser reads with every name in it, PNG of twice the size, Mermaid', async ({ studio, canvas, page }) => {
  await studio.openMachine(ORDER);
  await expect(canvas.node('Both')).toBeVisible();
  await studio.run('Export a picture');
  const dialog = page.getByRole('dialog', { name: 'Export a picture' });
  const note = await dialog.getByText(/fonts included/).textContent();
  const [width, height] = (/(\d+) x (\d+) px/.exec(note ?? '') ?? []).slice(1).map(Number);
  // The fonts come a moment after the dialog.
  await expect.poll(() => dialog.getByTestId('picture.preview').evaluate((image) => (image instanceof HTMLImageElement && image.complete ? image.naturalWidth : 0))).toBe(width);
  const svg = await downloaded(page, 'flow.svg');
  const read = await page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
    return { broken: parsed.querySelector('parsererror')?.textContent, titles: [...parsed.querySelectorAll('title')].map((title) => title.textContent), outside: [...parsed.querySelectorAll('*')].some((one) => [...one.attributes].some(({ name }) => name.endsWith('href') || name.startsWith('on'))) };
  }, svg.toString('utf8'));
  expect(read).toMatchObject({ broken: undefined, outside: false });
  for (const name of NAMES) expect(read.titles).toContain(name);
  expect(svg.toString('utf8')).toContain('url(data:font/woff2;base64,');

  await studio.run('Export a picture');
  await dialog.getByRole('radio', { name: 'PNG' }).click();
  const png = await downloaded(page, 'flow.png');
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([(width ?? 0) * 2, (height ?? 0) * 2]);

  await canvas.select('Done');
  await studio.run('Export a picture');
  await dialog.getByRole('radio', { name: 'Mermaid' }).click();
  await expect(dialog.getByTestId('picture.mermaid')).toContainText('state "end" as');
  await dialog.getByRole('radio', { name: 'Selection' }).click();
  await expect(dialog.getByTestId('picture.mermaid')).not.toContainText('"end"');
  expect((await downloaded(page, 'flow.mmd')).toString('utf8')).toContain('state "Done" as s1');
});

async function downloaded(page: Page, name: string): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId('picture.download').click()]);
  expect(download.suggestedFilename()).toBe(name);
  return readFile(await download.path());
}

import { findings } from './axe.ts';
import { expect, test } from './fixtures.ts';

test('the first page, canvas, code and panels have no serious finding', async ({ studio, canvas, code, testPanel, page }) => {
  test.setTimeout(120_000);
  const check = (screen: string, part?: string) => test.step(screen, async () => expect.soft(await findings(page, part), screen).toEqual([]));
  await studio.open();
  await expect(page.getByTestId('open')).toBeVisible();
  await check('first page', '[data-testid="open"]');
  await page.getByTestId('open.starter.stripe-invoices').click();
  await expect(canvas.node('Look up customer')).toHaveAttribute('data-selected', 'true');
  await testPanel.sendOnce();
  for (const tab of ['exchange', 'output', 'flow', 'trace', 'curl', 'prepared'] as const) {
    await testPanel.result(tab);
    await check(`test result: ${tab}`, '[aria-label="Test state"]');
  }
  for (const tab of ['mock', 'context', 'conditions', 'definition'] as const) {
    await testPanel.inputs(tab);
    await check(`test input: ${tab}`, '[aria-label="Test state"]');
  }
  await studio.dock('sent');
  await check('sent requests', '[aria-label="Sent requests"]');
  await studio.dock('problems');
  await check('problems', '[aria-label="Problems"]');
  await page.getByTestId('status.problems').click();
  await check('canvas with a selection');
  await canvas.select('Has balance?');
  await check('form of a Choice', 'aside');
  await studio.view('Split');
  await code.ready();
  await check('split view');
});

test('no dialog has a serious finding, and the focus goes back where it was', async ({ studio, inspector, testPanel, page }) => {
  test.setTimeout(120_000);
  const check = (screen: string) => test.step(screen, async () => expect.soft(await findings(page, '[role="dialog"]'), screen).toEqual([]));
  await studio.openStarter('stripe-invoices');
  await inspector.test.focus();
  await page.keyboard.press('ControlOrMeta+k');
  await expect(studio.commandPalette).toBeVisible();
  await check('command palette');
  await page.keyboard.press('Escape');
  await expect(inspector.test).toBeFocused();

  const actions = ['Edit host mapping', 'New connection', 'Add a state from a cURL command', 'Keyboard shortcuts', 'Bridge status', 'Export ASL', 'IAM policies and role under test', 'Settings: region', 'Open or start a workflow'];
  for (const action of actions) {
    await studio.run(action);
    await expect(studio.commandPalette).toHaveCount(0);
    await expect(page.getByRole('dialog')).toHaveCount(1);
    await check(action);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await page.getByTestId('header.export').click();
  await expect(page.getByTestId('export')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('header.export')).toBeFocused();

  await testPanel.start.click();
  await expect(testPanel.consent).toBeVisible();
  await check('question before a request');
});

test('Tab reaches palette, canvas, inspector and the panels below', async ({ studio, canvas, page }) => {
  test.setTimeout(60_000);
  await studio.openStarter('stripe-invoices');
  await expect(canvas.node('Look up customer')).toBeVisible();
  await page.getByTestId('header.name').focus();
  const wanted = { palette: '[aria-label="Palette"]', canvas: '[data-state-id]', inspector: 'aside[aria-label="Inspector"]', test: '[aria-label="Test state"]', status: 'footer' };
  const reached = new Set<string>();
  for (let press = 0; press < 80 && reached.size < Object.keys(wanted).length; press += 1) {
    await page.keyboard.press('Tab');
    const now = await page.evaluate((places) => Object.entries(places).filter(([, selector]) => document.activeElement?.closest(selector)).map(([name]) => name), wanted);
    for (const name of now) reached.add(name);
  }
  expect([...reached].toSorted()).toEqual(Object.keys(wanted).toSorted());
});

test('at 200 % zoom every main control can be reached', async ({ studio, canvas, inspector, testPanel, page }) => {
  await page.setViewportSize({ width: 640, height: 360 });
  await studio.openStarter('stripe-invoices');
  await expect(testPanel.start).toBeInViewport();
  for (const control of [studio.name, studio.undo, studio.redo, page.getByTestId('header.export'), studio.bridge, page.getByTestId('status.problems'), page.getByTestId('status.sent'), testPanel.start]) {
    await control.scrollIntoViewIfNeeded();
    await expect(control).toBeInViewport();
    const box = await control.boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= 640 && box.y >= 0 && box.y + box.height <= 360, `in view: ${JSON.stringify(box)}`).toBe(true);
  }
  await page.getByTestId('status.test').click();
  await expect(canvas.node('Look up customer')).toBeInViewport();
  await inspector.test.scrollIntoViewIfNeeded();
  await expect(inspector.test).toBeInViewport();
});

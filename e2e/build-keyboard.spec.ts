import { expect, test } from './fixtures.ts';

// Long stories; the limit is for a busy machine.
test.describe.configure({ timeout: 60_000 });

const order = {
  QueryLanguage: 'JSONata',
  StartAt: 'Pick',
  States: { Pick: { Type: 'Pass', Next: 'Pack' }, Pack: { Type: 'Pass', Output: '{% $states.input %}', End: true } },
};

test('a workflow is built, tested and changed without a mouse', async ({ studio, canvas, testPanel, page }) => {
  const { keyboard } = page;
  await studio.openMachine(order);
  await expect(canvas.node('Pack')).toBeVisible();

  await test.step('A adds after the selected card', async () => {
    await canvas.node('Pick').focus();
    await keyboard.press('ArrowDown');
    await expect(canvas.node('Pack')).toBeFocused();
    await keyboard.press('ArrowUp');
    await expect(canvas.node('Pick')).toBeFocused();
    await keyboard.press('a');
    await canvas.quickAdd.getByRole('combobox').fill('wait');
    await keyboard.press('Enter');
    await expect(canvas.edge('Pick', 'Wait')).toBeAttached();
    await expect(canvas.edge('Wait', 'Pack')).toBeAttached();
    await expect(canvas.node('Wait')).toBeFocused();
  });

  await test.step('Enter renames, arrows follow the lines', async () => {
    await keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: 'Name of Wait' })).toBeFocused();
    await keyboard.type('Let it rest');
    await keyboard.press('Enter');
    await expect(canvas.node('Let it rest')).toBeFocused();
    await keyboard.press('ArrowDown');
    await expect(canvas.node('Pack')).toBeFocused();
  });

  await test.step('Enter on the palette adds behind the selected card', async () => {
    await page.getByTestId('palette.item.pass').focus();
    await keyboard.press('Enter');
    await expect(canvas.edge('Pack', 'Pass')).toBeAttached();
  });

  await test.step('Delete removes, Mod+Z and Shift+Mod+Z go back and forth', async () => {
    await canvas.node('Pass').focus();
    await keyboard.press('ArrowUp');
    await keyboard.press('ArrowUp');
    await expect(canvas.node('Let it rest')).toHaveAttribute('data-selected', 'true');
    await keyboard.press('Delete');
    await expect(canvas.node('Let it rest')).toHaveCount(0);
    await keyboard.press('ControlOrMeta+z');
    await expect(canvas.node('Let it rest')).toBeVisible();
    await keyboard.press('Shift+ControlOrMeta+z');
    await expect(canvas.edge('Pick', 'Pack')).toBeAttached();
  });

  await test.step('the palette of commands finds a state, T opens its test, Mod+Enter runs it', async () => {
    await keyboard.press('ControlOrMeta+k');
    await expect(studio.commandPalette).toBeVisible();
    await keyboard.type('Pack');
    await keyboard.press('Enter');
    await expect(studio.commandPalette).toHaveCount(0);
    await canvas.node('Pack').focus();
    await keyboard.press('t');
    await expect(testPanel.input).toBeFocused();
    await keyboard.press('ControlOrMeta+a');
    await keyboard.insertText('{ "n": 1 }');
    await keyboard.press('ControlOrMeta+Enter');
    await expect(testPanel.status).toHaveText('SUCCEEDED');
    await keyboard.press('Escape');
    await expect(canvas.node('Pack')).toBeFocused();
    expect(await testPanel.outputJson()).toEqual({ n: 1 });
    await expect(studio.announced).toContainText('Test of Pack: SUCCEEDED');
  });
});

test('the menu key opens what can be done with a card, and Escape goes back to it', async ({ studio, canvas, page }) => {
  await studio.openMachine(order);
  await canvas.node('Pick').focus();
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menu')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(canvas.node('Pick')).toBeFocused();
});

test('Tab leaves Monaco after Escape', async ({ studio, code, page }) => {
  await studio.openMachine(order);
  await studio.view('Split');
  await code.ready();
  await code.frame.focus();
  await page.keyboard.press('Enter');
  await expect(code.frame.locator('.monaco-editor').first()).toHaveClass(/focused/);
  await page.keyboard.press('Escape');
  await expect(code.frame).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(code.frame.locator(':focus')).toHaveCount(0);
  await expect(code.frame).not.toBeFocused();
});

test('the focus stays on the work: on the first card of what was opened, and on the card behind a question', async ({ studio, canvas, testPanel, page }) => {
  await studio.open();
  await page.getByTestId('open.starter.stripe-invoices').focus();
  await page.keyboard.press('Enter');
  await expect(canvas.node('Look up customer')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(testPanel.consent.getByRole('button', { name: 'Use a mock' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(canvas.node('Look up customer')).toBeFocused();
});

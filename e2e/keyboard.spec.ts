import { expect, test } from './fixtures.ts';

// Long stories; the limit is for a busy machine.
test.describe.configure({ timeout: 120_000 });

const order = {
  QueryLanguage: 'JSONata',
  StartAt: 'Pick',
  States: { Pick: { Type: 'Pass', Next: 'Pack' }, Pack: { Type: 'Pass', Output: '{% $states.input %}', End: true } },
};

/** Everything here is found by role and accessible name, and nothing is done with a pointer. */
test('build, test and export by keyboard alone', async ({ studio, page }) => {
  const { keyboard } = page;
  const card = (name: RegExp) => page.getByRole('application', { name: 'Workflow canvas' }).getByRole('group', { name });
  const list = (name: string) => page.getByRole('dialog', { name });
  const said = page.getByRole('status').filter({ hasText: /\S/ });
  const choose = async (title: string, text: string): Promise<void> => {
    await expect(list(title).getByRole('combobox')).toBeFocused();
    await keyboard.type(text);
    await keyboard.press('Enter');
    await expect(list(title)).toHaveCount(0);
  };
  const states = async () => JSON.parse(await studio.text()).States;
  await studio.openMachine(order);

  await test.step('add a Choice behind the focused card', async () => {
    await card(/^Pick, Pass/).focus();
    await keyboard.press('a');
    await expect(page.getByRole('combobox', { name: 'Find a state to add' })).toBeFocused();
    await keyboard.type('wait');
    await keyboard.press('Enter');
    await expect(card(/^Wait, Wait/)).toBeFocused();
  });

  await test.step('C connects, R re-targets, M moves', async () => {
    await keyboard.press('c');
    await choose('Connect Wait to', 'Pick');
    await expect.poll(async () => (await states()).Wait.Next).toBe('Pick');
    await expect(card(/^Wait, Wait/)).toBeFocused();
    await keyboard.press('r');
    await expect(list('Which arrow of Wait').getByRole('combobox')).toBeFocused();
    await keyboard.type('Wait to Pick');
    await keyboard.press('Enter');
    await choose('Re-target Wait to Pick', 'Pack point');
    await expect.poll(async () => (await states()).Wait.Next).toBe('Pack');
    await keyboard.press('m');
    await choose('Move Wait', 'Before Pick');
    await expect.poll(async () => JSON.parse(await studio.text()).StartAt).toBe('Wait');
    await expect(card(/^Wait, Wait/)).toBeFocused();
  });

  await test.step('Y turns it into another type, W wraps it, B adds a branch, U says why it cannot unwrap', async () => {
    await keyboard.press('y');
    await choose('Turn Wait into', 'Reshape');
    await expect(card(/^Wait, Pass/)).toBeFocused();
    await keyboard.press('w');
    await expect(card(/^Parallel, Parallel/)).toBeVisible();
    await card(/^Parallel, Parallel/).focus();
    await keyboard.press('b');
    await expect.poll(async () => (await states()).Parallel.Branches.length).toBe(2);
    await keyboard.press('u');
    await expect(said.filter({ hasText: 'has 2 branches' }).first()).toBeAttached();
    await keyboard.press('Shift+B');
    await choose('Remove a branch of Parallel', 'Branch 2');
    await keyboard.press('u');
    await expect(card(/^Parallel, Parallel/)).toHaveCount(0);
    await expect.poll(async () => (await states()).Wait).toEqual({ Type: 'Pass', Next: 'Pick' });
  });

  await test.step('the menu key lists it all, and refusals are said', async () => {
    await card(/^Pack, Pass/).focus();
    await keyboard.press('Shift+F10');
    await expect(page.getByRole('menuitem', { name: 'Connect to…' })).toBeVisible();
    await expect(page.getByRole('menuitem', { name: 'Turn into…' })).toBeVisible();
    await keyboard.press('Escape');
    await expect(card(/^Pack, Pass/)).toBeFocused();
    await keyboard.press('F2');
    await expect(page.getByRole('textbox', { name: 'Name of Pack' })).toBeFocused();
    await keyboard.press('Escape');
  });

  await test.step('undo and redo are said', async () => {
    await keyboard.press('ControlOrMeta+z');
    await expect(said.filter({ hasText: /^Undid: / }).first()).toBeAttached();
    await keyboard.press('Shift+ControlOrMeta+z');
    await expect(said.filter({ hasText: /^Redid: / }).first()).toBeAttached();
  });

  await test.step('test it, and export it', async () => {
    await card(/^Pack, Pass/).focus();
    await keyboard.press('ArrowUp');
    await keyboard.press('ArrowDown');
    await expect(card(/^Pack, Pass/)).toBeFocused();
    await keyboard.press('ControlOrMeta+Enter');
    await expect(page.getByText('SUCCEEDED').first()).toBeVisible();
    await keyboard.press('ControlOrMeta+s');
    await expect(page.getByRole('dialog', { name: /Export/ })).toBeVisible();
    await keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
});

test('handles and ends of lines are 24 px to hit, at 200 % zoom the lists fit', async ({ studio, canvas, page }) => {
  await studio.openMachine(order);
  await canvas.node('Pick').hover();
  const port = canvas.node('Pick').locator('.react-flow__handle.source').first();
  const hit = await port.evaluate((element) => {
    const box = element.getBoundingClientRect();
    const reach = (dx: number, dy: number): boolean => document.elementFromPoint(box.x + box.width / 2 + dx, box.y + box.height / 2 + dy) === element;
    return reach(-11, 0) && reach(11, 0) && reach(0, 11);
  });
  expect(hit).toBe(true);
  for (const end of ['source', 'target'] as const) {
    await canvas.showGrips(canvas.edge('Pick', 'Pack'), end);
    const box = await canvas.grip(end).boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
  }
  // 200 % of 1280 x 720.
  await page.setViewportSize({ width: 640, height: 360 });
  await expect(canvas.node('Pick'), 'nobody moved the view, so the workflow is fitted again').toBeInViewport({ ratio: 1 });
  await canvas.select('Pick');
  await page.keyboard.press('m');
  const list = await page.getByTestId('pick').boundingBox();
  expect(list).not.toBeNull();
  expect([list && list.x >= 0, list && list.y >= 0, list && list.x + list.width <= 640, list && list.y + list.height <= 360]).toEqual([true, true, true, true]);
});

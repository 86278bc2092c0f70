import { expect, test } from './fixtures.ts';

// Long stories; the limit is for a busy machine.
test.describe.configure({ timeout: 60_000 });

const order = {
  QueryLanguage: 'JSONata',
  StartAt: 'Pick',
  States: { Pick: { Type: 'Pass', Next: 'Pack' }, Pack: { Type: 'Pass', Next: 'Ship' }, Ship: { Type: 'Succeed' } },
};

test('a state dropped on an arrow stands between its two states', async ({ studio, canvas }) => {
  await studio.openMachine(order);
  await expect(canvas.edge('Pick', 'Pack')).toBeAttached();
  await canvas.dropOnEdge('wait', canvas.edge('Pick', 'Pack'));
  await expect(canvas.edge('Pick', 'Wait')).toBeAttached();
  await expect(canvas.edge('Wait', 'Pack')).toBeAttached();
  await expect(canvas.edge('Pick', 'Pack')).toHaveCount(0);
  const { States } = JSON.parse(await studio.text());
  expect(States.Pick.Next).toBe('Wait');
  expect(States.Wait).toEqual({ Type: 'Wait', Seconds: 5, Next: 'Pack' });
});

test('a state dropped on empty space is added, and a line drawn to it leads there', async ({ studio, canvas }) => {
  await studio.openMachine(order);
  await expect(canvas.node('Ship')).toBeVisible();
  await canvas.dropAt('fail', await canvas.emptyPoint());
  await expect(canvas.node('Fail')).toBeVisible();
  await canvas.connect('Pick', 'Fail');
  await expect(canvas.edge('Pick', 'Fail')).toBeAttached();
  expect(JSON.parse(await studio.text()).States.Pick).toEqual({ Type: 'Pass', Next: 'Fail' });
});

test('rename in place retargets arrows; delete, undo and redo work on one stack', async ({ studio, canvas, page }) => {
  await studio.openMachine(order);
  const before = await studio.text();
  await canvas.rename('Pack', 'Wrap');
  await expect(canvas.edge('Pick', 'Wrap')).toBeAttached();
  await expect(canvas.edge('Wrap', 'Ship')).toBeAttached();

  await canvas.select('Wrap');
  await page.keyboard.press('Delete');
  await expect(canvas.node('Wrap')).toHaveCount(0);
  await expect(canvas.edge('Pick', 'Ship')).toBeAttached();

  await studio.undo.click();
  await expect(canvas.node('Wrap')).toBeVisible();
  await studio.undo.click();
  await expect(canvas.edge('Pick', 'Pack')).toBeAttached();
  await studio.expectText(before);
  await studio.redo.click();
  await studio.redo.click();
  await expect(canvas.edge('Pick', 'Ship')).toBeAttached();
  expect(JSON.parse(await studio.text()).States).toEqual({ Pick: { Type: 'Pass', Next: 'Ship' }, Ship: { Type: 'Succeed' } });
});

test('a name that is taken is refused beside the field, and nothing changes', async ({ studio, canvas, page }) => {
  await studio.openMachine(order);
  const before = await studio.text();
  await canvas.rename('Pack', 'Ship');
  await expect(canvas.root.getByRole('alert')).toContainText('Ship');
  await page.keyboard.press('Escape');
  await expect(canvas.node('Pack')).toBeVisible();
  await studio.expectText(before);
});

test('every kind of state can be dropped', async ({ studio, canvas, page }) => {
  await studio.openMachine({ QueryLanguage: 'JSONata', StartAt: 'Begin', States: { Begin: { Type: 'Pass', End: true } } });
  await expect(canvas.node('Begin')).toBeVisible();
  const names = { http: 'Call API', task: 'Invoke function', choice: 'Choice', parallel: 'Parallel', map: 'Map', pass: 'Pass', wait: 'Wait', succeed: 'Success', fail: 'Fail' };
  for (const [item, name] of Object.entries(names)) {
    await page.keyboard.press('f');
    await canvas.dropAt(item, await canvas.emptyPoint());
    await expect(canvas.node(name)).toBeAttached();
  }
  // Those that fell onto a container stand inside it: only their types are looked at here.
  const types = new Map([...(await studio.text()).matchAll(/"([^"]+)": \{\s*"Type": "(\w+)"/g)].map(([, name, type]) => [name, type]));
  expect(Object.values(names).map((name) => types.get(name))).toEqual(['Task', 'Task', 'Choice', 'Parallel', 'Map', 'Pass', 'Wait', 'Succeed', 'Fail']);
});

test('the menu of a card duplicates and tests it', async ({ studio, canvas, testPanel }) => {
  await studio.openMachine(order);
  await canvas.menu('Pack', 'Duplicate');
  await expect(canvas.nodes).toHaveCount(4);
  await canvas.menu('Pack', 'Test state');
  await expect(testPanel.root).toContainText('Pack');
  await expect(testPanel.start).toBeVisible();
});

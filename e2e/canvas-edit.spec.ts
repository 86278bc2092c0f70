import { expect, test } from './fixtures.ts';
import { middleOf } from './pages/Canvas.ts';

// Long stories; the limit is for a busy machine.
test.describe.configure({ timeout: 90_000 });

const pass = (Next?: string) => (Next === undefined ? { Type: 'Pass', End: true } : { Type: 'Pass', Next });
const order = {
  QueryLanguage: 'JSONata',
  StartAt: 'Pick',
  States: { Pick: pass('Pack'), Pack: pass('Ship'), Ship: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Arguments: { FunctionName: 'ship' }, Next: 'Done' }, Done: { Type: 'Succeed' } },
};
const states = (text: string) => JSON.parse(text).States as Readonly<Record<string, Record<string, unknown>>>;

test('by mouse: what is dragged out of the palette lands where the note says, on a line, on a card, in a branch, on its own', async ({ studio, canvas, page }) => {
  await studio.openMachine(order);
  const before = await studio.text();
  await test.step('on a line', async () => {
    await canvas.holdOver('wait', await middleOf(canvas.edge('Pick', 'Pack')));
    await expect(canvas.note).toHaveText('Between Pick and Pack');
    await page.mouse.up();
    await expect(canvas.edge('Wait', 'Pack')).toBeAttached();
    await studio.undo.click();
    await studio.expectText(before);
  });
  await test.step('on a card: before, after or instead', async () => {
    await canvas.dropAt('wait', await canvas.centre('Pack'));
    await page.getByRole('menuitem', { name: 'Before Pack' }).click();
    await expect(canvas.edge('Pick', 'Wait')).toBeAttached();
    await studio.undo.click();
    await canvas.dropAt('wait', await canvas.centre('Pack'));
    await page.getByRole('menuitem', { name: 'Turn Pack into: Wait' }).click();
    await expect.poll(async () => states(await studio.text())['Pack']).toEqual({ Type: 'Wait', Seconds: 5, Next: 'Ship' });
    await studio.undo.click();
    await studio.expectText(before);
  });
  await test.step('behind an end: the menu says why not', async () => {
    await canvas.dropAt('pass', await canvas.centre('Done'));
    await expect(page.getByRole('menuitem', { name: /^After Done/ })).toHaveAttribute('aria-disabled', 'true');
    await expect(page.getByRole('menuitem', { name: /^After Done/ })).toContainText('ends the workflow');
    await page.keyboard.press('Escape');
  });
  await test.step('on its own', async () => {
    await canvas.holdOver('fail', await canvas.emptyPoint());
    await expect(canvas.note).toHaveText('On its own, not connected yet');
    await page.mouse.up();
    await expect(canvas.node('Fail')).toBeVisible();
  });
});

test('by mouse: the ends of a line lead elsewhere, onto a card or onto empty space', async ({ studio, canvas, page }) => {
  await studio.openMachine(order);
  const before = await studio.text();
  await canvas.dragEnd(canvas.edge('Pick', 'Pack'), 'target', await canvas.centre('Ship'));
  await expect(canvas.edge('Pick', 'Ship')).toBeAttached();
  await studio.undo.click();
  await studio.expectText(before);

  await canvas.dragEnd(canvas.edge('Pick', 'Pack'), 'target', await canvas.emptyPoint());
  await canvas.quickAdd.getByRole('option', { name: /^Fail/ }).click();
  await expect(canvas.edge('Pick', 'Fail')).toBeAttached();
  await studio.undo.click();
  await studio.expectText(before);

  await canvas.dragEnd(canvas.edge('Pack', 'Ship'), 'source', await canvas.centre('Pick'));
  await expect(canvas.edge('Pick', 'Ship')).toBeAttached();
  expect(states(await studio.text())['Pack']).toEqual(pass());
  await studio.undo.click();
  await studio.expectText(before);

  await test.step('an end of its own is refused where the pointer is, and said', async () => {
    await canvas.dragEnd(canvas.edge('Pack', 'Ship'), 'source', await canvas.centre('Done'));
    await expect(canvas.root.getByText(/"Done" is a Succeed state/)).toBeVisible();
    await expect(studio.announced).toContainText('"Done" is a Succeed state');
    await studio.expectText(before);
  });

  await test.step('a click on the end asks in a list', async () => {
    // The line of the step before is let go first: its ends are in the page as long as it is chosen.
    const free = await canvas.emptyPoint();
    await page.mouse.click(free.x, free.y);
    await canvas.clickEnd(canvas.edge('Pick', 'Pack'), 'target');
    await expect(page.getByRole('dialog', { name: 'Re-target Pick to Pack' })).toBeVisible();
    await page.keyboard.press('Escape');
  });
});

test('by mouse: new lines from a Choice and with Alt from a task, deleted again', async ({ studio, canvas, page }) => {
  await studio.openMachine({ ...order, States: { ...order.States, Pick: { Type: 'Choice', Choices: [{ Condition: '{% true %}', Next: 'Pack' }], Default: 'Ship' } } });
  const before = await studio.text();
  await canvas.connect('Pick', 'Done');
  await page.getByRole('menuitem', { name: 'New rule to Done' }).click();
  await expect(canvas.edge('Pick', 'Done', 'choice')).toBeAttached();
  await studio.undo.click();
  await canvas.connect('Pick', 'Done');
  await page.getByRole('menuitem', { name: 'Otherwise (Default) to Done' }).click();
  await expect(canvas.edge('Pick', 'Done', 'default')).toBeAttached();
  await studio.undo.click();
  await studio.expectText(before);

  await page.keyboard.down('Alt');
  await canvas.connect('Ship', 'Done');
  await page.keyboard.up('Alt');
  await expect(canvas.edge('Ship', 'Done', 'catch')).toBeAttached();
  await canvas.clickLine(canvas.edge('Ship', 'Done', 'catch'));
  await canvas.root.focus();
  await page.keyboard.press('Delete');
  await expect(canvas.edge('Ship', 'Done', 'catch')).toHaveCount(0);
});

test('by mouse: several cards go together onto a line, into a branch and out again', async ({ studio, canvas, page }) => {
  await studio.openMachine({ StartAt: 'A', States: { A: pass('B'), B: pass('C'), C: pass('P'), P: { Type: 'Parallel', Branches: [{ StartAt: 'X', States: { X: pass() } }], End: true } } });
  await expect(canvas.node('P')).toBeVisible();
  await page.keyboard.press('f');
  const before = await studio.text();
  await canvas.select('A');
  await canvas.node('B').click({ modifiers: ['Shift'], position: { x: 12, y: 12 } });
  await canvas.drag('A', await canvas.centre('X'));
  await page.getByRole('menuitem', { name: 'After X' }).click();
  await expect.poll(async () => JSON.parse(await studio.text())).toMatchObject({ StartAt: 'C', States: { C: pass('P'), P: { Branches: [{ StartAt: 'X', States: { X: pass('A'), A: pass('B'), B: pass() } }] } } });
  await studio.undo.click();
  await studio.expectText(before);

  await canvas.select('C');
  await canvas.menu('C', 'Wrap in a Parallel');
  await expect(canvas.node('Parallel')).toBeVisible();
  await expect(canvas.edge('B', 'Parallel')).toBeAttached();
  await canvas.node('Parallel').click({ button: 'right', position: { x: 12, y: 12 } });
  await page.getByRole('menuitem', { name: 'Unwrap' }).click();
  await expect(canvas.edge('B', 'C')).toBeAttached();
});

test('cut, copy and paste go through the clipboard, names made unique, arrows among the copied kept', async ({ studio, canvas, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await studio.openMachine(order);
  await canvas.select('Pick');
  await canvas.node('Pack').click({ modifiers: ['Shift'], position: { x: 12, y: 12 } });
  await canvas.node('Pack').focus();
  await page.keyboard.press('ControlOrMeta+c');
  await expect(studio.announced).toContainText('Copied 2 states');
  expect(JSON.parse(await page.evaluate(() => navigator.clipboard.readText()))).toEqual({ Pick: pass('Pack'), Pack: pass('Ship') });
  await canvas.select('Ship');
  await canvas.node('Ship').focus();
  await page.keyboard.press('ControlOrMeta+v');
  await expect(canvas.edge('Pick 2', 'Pack 2')).toBeAttached();
  await expect(canvas.edge('Pack 2', 'Done')).toBeAttached();
  await studio.undo.click();

  await canvas.select('Pack');
  await canvas.node('Pack').focus();
  await page.keyboard.press('ControlOrMeta+x');
  await expect(canvas.edge('Pick', 'Ship')).toBeAttached();
  await canvas.node('Ship').focus();
  await canvas.select('Ship');
  await page.keyboard.press('ControlOrMeta+v');
  await expect(canvas.edge('Ship', 'Pack')).toBeAttached();
});

test('a rename says which conditions still name the state, and shows them', async ({ studio, canvas, page }) => {
  await studio.openMachine({ StartAt: 'Pick', States: { Pick: pass('Which'), Which: { Type: 'Choice', Choices: [{ Variable: '$$.State.Name', StringEquals: 'Pick', Next: 'End' }], Default: 'End' }, End: pass() } });
  await canvas.rename('Pick', 'Choose');
  await expect(studio.toast(/One text still says "Pick" \(in "Which"\)/)).toBeVisible();
  await page.getByRole('button', { name: 'Show in code' }).click();
  await expect(page.locator('.monaco-editor').first()).toBeVisible();
});

import { expect, test } from './fixtures.ts';

// Long stories; the limit is for a busy machine.
test.describe.configure({ timeout: 60_000 });

/** Comments and spacing as no formatter would leave them. */
const ODD = `{
  // An order, from the shelf to the door
  "QueryLanguage" : "JSONata",
  "StartAt":"Pick",
  "States": {
      "Pick": { "Type":"Pass",   "Next":"Pack" }, // shelf
    /* the box */
    "Pack": {
      "Type": "Pass",
      "Output": { "weight": 1.50 },
      "Next": "Ship"
    },

      "Ship": { "Type": "Succeed" }
  }
}
`;

test('a canvas edit changes only the text it must', async ({ studio, canvas, page }) => {
  await studio.openMachine(ODD);
  const rest = (text: string) => text.split('\n');
  await test.step('rename', async () => {
    await canvas.rename('Pack', 'Wrap');
    await studio.expectText(ODD.replaceAll('"Pack"', '"Wrap"'));
  });
  await test.step('insert', async () => {
    await canvas.dropOnEdge('wait', canvas.edge('Wrap', 'Ship'));
    await expect(canvas.edge('Wrap', 'Wait')).toBeAttached();
    const lines = rest(await studio.text());
    const before = rest(ODD.replaceAll('"Pack"', '"Wrap"').replace('"Next": "Ship"', '"Next": "Wait"'));
    const kept = lines.filter((line) => before.includes(line));
    // All the old lines are there in their order; the one before the new state may have got a comma.
    const missing = before.filter((line) => !kept.includes(line));
    expect(missing.length).toBeLessThanOrEqual(1);
    for (const line of missing) expect(lines).toContain(`${line},`);
    expect(await studio.text()).toContain('1.50');
  });
  await test.step('undo gives back the very text', async () => {
    await studio.undo.click();
    await studio.undo.click();
    await studio.expectText(ODD);
  });
  await test.step('delete takes its own comment along and leaves the others', async () => {
    await canvas.select('Pack');
    await page.keyboard.press('Delete');
    await expect(canvas.edge('Pick', 'Ship')).toBeAttached();
    const text = await studio.text();
    expect(text).toContain('// An order, from the shelf to the door');
    expect(text).toContain('// shelf');
    expect(text).not.toContain('/* the box */');
  });
});

test('typing redraws the canvas, and the selection follows both ways', async ({ studio, canvas, code, page }) => {
  await studio.openMachine(ODD);
  await studio.view('Split');
  await code.ready();
  await code.line('"Ship": {').click({ position: { x: 80, y: 8 } });
  await expect(canvas.node('Ship')).toHaveAttribute('data-selected', 'true');
  await code.endOfLine('"Ship": {');
  await page.keyboard.insertText(', "Extra": { "Type": "Fail" }');
  await expect(canvas.node('Extra')).toBeVisible();
  await page.getByRole('button', { name: 'Fit the workflow into view' }).click();
  await canvas.select('Pick');
  await expect(page.getByRole('region', { name: 'Code' })).toContainText('Pick');
  await code.line('"Pick":').click({ position: { x: 80, y: 8 } });
  await expect.poll(() => code.copied()).toBe(await studio.text());
});

test('Ctrl+Z in the editor after a canvas edit above takes the steps back in order', async ({ studio, canvas, code, page }) => {
  await studio.openMachine(ODD);
  await studio.view('Split');
  await code.ready();
  await code.endOfLine('"Ship": {');
  await page.keyboard.type(' ');
  await page.keyboard.type('// door');
  const typed = ODD.replace('{ "Type": "Succeed" }', '{ "Type": "Succeed" } // door');
  await studio.expectText(typed);
  await canvas.rename('Pick', 'Take from the shelf');
  const both = typed.replaceAll('"Pick"', '"Take from the shelf"');
  await studio.expectText(both);

  await code.endOfLine('"Ship": {');
  await page.keyboard.press('ControlOrMeta+z');
  await studio.expectText(typed);
  await expect(canvas.node('Pick')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+z');
  await studio.expectText(ODD);
  await page.keyboard.press('ControlOrMeta+y');
  await studio.expectText(typed);
  await page.keyboard.press('ControlOrMeta+y');
  await studio.expectText(both);
  await expect(canvas.node('Take from the shelf')).toBeVisible();
});

test('while the text is broken the last picture stays and is edited where that is safe', async ({ studio, canvas, code, page }) => {
  await studio.openMachine(ODD);
  await studio.view('Split');
  await code.ready();
  await code.endOfLine('"Ship": {');
  await page.keyboard.insertText(' oops');
  await expect(code.broken).toContainText(/line 14/i);
  await expect(page.getByText('Graph is stale')).toBeVisible();
  await expect(canvas.node('Ship')).toBeVisible();
  const broken = await studio.text();
  expect(broken).toContain('oops');

  // Far from the mistake the edit is done, in the broken text, which is otherwise not touched.
  await canvas.rename('Pick', 'Take');
  await studio.expectText(broken.replaceAll('"Pick"', '"Take"'));

  await code.endOfLine('"Ship": {');
  for (let at = 0; at < ' oops'.length; at += 1) await page.keyboard.press('Backspace');
  await expect(code.broken).toHaveCount(0);
  await expect(page.getByText('Graph is stale')).toHaveCount(0);
  await canvas.select('Ship');
});

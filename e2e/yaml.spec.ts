import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures.ts';

test.describe.configure({ timeout: 60_000 });

/** As a person writes it: comments, an anchor, quoting, a block text, blank lines, no final line end. */
const ORDER = `# The order of a customer
Comment: 'Orders'
QueryLanguage: JSONata
StartAt: Pick   # first

States:
  # Picks what was ordered
  Pick:
    Type: Pass
    Output: { price: 1.50 }
    Next: "Pack"

  Pack:
    Type: Task   # a Lambda function
    Resource: arn:aws:states:::lambda:invoke
    Arguments:
      FunctionName: \${PackFunction}
    Retry: &again
      - ErrorEquals: [States.ALL]
        MaxAttempts: 2
    Assign:
      note: |-
        {%
          $states.input.a & "b"
        %}
    Next: Ship

  Ship: { Type: Succeed }`;

test('a definition in YAML is edited on the canvas and undone, and every other byte stays', async ({ studio, canvas, page }) => {
  await studio.openMachine(ORDER, 'order.asl.yaml');
  await expect(studio.name).toHaveText('order');
  await expect(canvas.edge('Pick', 'Pack')).toBeAttached();
  await canvas.rename('Pack', 'Wrap');
  await expect(canvas.edge('Pick', 'Wrap')).toBeAttached();
  await studio.expectText(ORDER.replace('  Pack:', '  Wrap:').replace('"Pack"', '"Wrap"'));
  await page.keyboard.press('ControlOrMeta+z');
  await studio.expectText(ORDER);
  await canvas.select('Pick');
  await page.keyboard.press('Delete');
  await expect(canvas.node('Pick')).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+z');
  await studio.expectText(ORDER);
});

test('a reload keeps YAML as YAML, and the export is JSON for AWS or the text itself', async ({ studio, canvas, page }) => {
  await studio.openMachine(ORDER, 'order.asl.yaml');
  await canvas.rename('Ship', 'Send');
  const { text } = await studio.draft();
  await expect(studio.saved).toHaveAttribute('data-kind', 'saved');
  await studio.reload();
  await expect(canvas.edge('Pack', 'Send')).toBeAttached();
  await studio.expectText(text);
  await page.getByTestId('header.export').click();
  const shown = await page.getByTestId('export.text').textContent();
  expect(JSON.parse(shown ?? '')).toMatchObject({ StartAt: 'Pick', States: { Pack: { Assign: { note: '{%\n  $states.input.a & "b"\n%}' }, Next: 'Send' } } });
  expect(shown).toContain('1.50');
  await page.getByTestId('export.format').getByText('YAML').click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId('export.download').click()]);
  expect(download.suggestedFilename()).toBe('order.asl.yaml');
  expect(await readFile(await download.path(), 'utf8')).toBe(text);
});

test('a conversion says what is lost, is one step, and undo brings the comments back', async ({ studio, canvas, page }) => {
  await studio.openMachine(ORDER, 'order.asl.yaml');
  await expect(canvas.node('Pick')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByTestId('command-palette').getByRole('combobox').fill('Convert between');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('convert.notes')).toContainText('4 comments are left out');
  await page.getByTestId('convert.start').click();
  await expect(page.getByTestId('convert')).toHaveCount(0);
  await expect.poll(async () => JSON.parse((await studio.draft()).text) as unknown).toMatchObject({ Comment: 'Orders', StartAt: 'Pick' });
  await canvas.node('Pick').focus();
  await page.keyboard.press('ControlOrMeta+z');
  await studio.expectText(ORDER);
});

test('what an alias repeats is not changed behind it; a copy is one click away', async ({ studio, canvas, page }) => {
  const shared = 'StartAt: A\nStates:\n  A: &a\n    Type: Pass\n    Next: C\n  B: *a\n  C: { Type: Succeed }\n';
  await studio.openMachine(shared, 'shared.asl.yaml');
  await canvas.select('A');
  await page.keyboard.press('Delete');
  const toast = page.getByText(/anchor &a on line 3 is repeated on line 6/).first();
  await expect(toast).toBeVisible();
  await studio.expectText(shared);
  await page.getByRole('button', { name: 'Make a copy there' }).click();
  await expect(canvas.node('A')).toHaveCount(0);
  await expect(canvas.node('B')).toBeVisible();
});

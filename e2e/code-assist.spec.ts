import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

// Long stories; the limit is for a busy machine.
test.describe.configure({ timeout: 60_000 });

const MACHINE = `{
  "QueryLanguage": "JSONata",
  "StartAt": "Price",
  "States": {
    "Price": {
      "Type": "Pass",
      "Assign": { "total": 3 },
      "Next": "Ask"
    },
    "Ask": {
      "Type": "Task",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Arguments": { "FunctionName": "price", "Payload": "{% $total + 1 %}" },
      "Output": "{% $states.result.Payload %}",
      "Next": "Done"
    },
    "Done": {
      "Type": "Succeed"
    }
  }
}
`;

const list = (page: Page) => page.locator('.suggest-widget.visible');
const focused = (page: Page) => list(page).locator('.monaco-list-row.focused');

/** Ctrl+Space, unless the list is open already. */
async function suggest(page: Page, first: string): Promise<void> {
  if (!(await list(page).isVisible())) await page.keyboard.press('Control+Space');
  await expect(focused(page)).toContainText(first);
}

test('completion: fields, states, errors, expressions, all by keyboard', async ({ studio, code, page }) => {
  await studio.openMachine(MACHINE);
  await studio.view('Code');
  await code.ready();

  await test.step('a field that is legal here, with its value to fill in', async () => {
    await code.endOfLine('"Next": "Ask"');
    await page.keyboard.type(',\n"Out');
    await suggest(page, 'Output');
    await expect(list(page)).not.toContainText('OutputPath');
    await page.keyboard.press('Enter');
    await expect(code.line('"Output": "{%')).toHaveCount(2);
  });
  await test.step('a member of $states inside the expression', async () => {
    await page.keyboard.type('$states.con');
    await suggest(page, 'context');
    await page.keyboard.press('Enter');
    await page.keyboard.type('.Execution.I');
    await suggest(page, 'Id');
    await page.keyboard.press('Enter');
    await expect(code.line('{% $states.context.Execution.Id %}')).toBeVisible();
  });
  await test.step('a retrier, and an error that Lambda raises', async () => {
    await code.endOfLine('"Next": "Done"');
    await page.keyboard.type(',\n"Ret');
    await suggest(page, 'Retry');
    await page.keyboard.press('Enter');
    await expect(code.line('"ErrorEquals"')).toBeVisible();
    await page.keyboard.type('Lambda.Ser');
    await suggest(page, 'Lambda.ServiceException');
    await page.keyboard.press('Enter');
    await expect(code.line('"ErrorEquals": ["Lambda.ServiceException"]')).toBeVisible();
  });
  await test.step('a state to go to', async () => {
    await code.line('"Next": "Done"').dblclick({ position: { x: 140, y: 8 } });
    await page.keyboard.press('Control+Space');
    await expect(focused(page)).toContainText('Done');
    await page.keyboard.press('Enter');
    await expect(code.line('"Next": "Done"')).toBeVisible();
  });
  const text = await studio.text();
  expect(() => JSON.parse(text) as unknown).not.toThrow();
});

test('F12 goes to the state, F2 renames state and variable in one step each', async ({ studio, canvas, code, page }) => {
  await studio.openMachine(MACHINE);
  await studio.view('Split');
  await code.ready();

  await test.step('go to definition', async () => {
    await code.endOfLine('"Next": "Done"');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('F12');
    await expect(canvas.node('Done')).toHaveAttribute('data-selected', 'true');
  });
  await test.step('rename the state there', async () => {
    await page.keyboard.press('F2');
    const box = page.locator('.rename-box input, .rename-input').first();
    await expect(box).toHaveValue('Done');
    await box.fill('Finished');
    await page.keyboard.press('Enter');
    await studio.expectText(MACHINE.replaceAll('"Done"', '"Finished"'));
    await expect(canvas.node('Finished')).toBeVisible();
  });
  await test.step('one undo takes it back', async () => {
    await studio.undo.click();
    await studio.expectText(MACHINE);
  });
  await test.step('a variable, from where it is read', async () => {
    await code.line('"total": 3').click({ position: { x: 150, y: 8 } });
    await page.keyboard.press('Home');
    for (let i = 0; i < 13; i += 1) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('F2');
    const box = page.locator('.rename-box input, .rename-input').first();
    await expect(box).toHaveValue('total');
    await box.fill('sum');
    await page.keyboard.press('Enter');
    await studio.expectText(MACHINE.replace('"total": 3', '"sum": 3').replace('$total', '$sum'));
    await studio.undo.click();
    await studio.expectText(MACHINE);
  });
});

test('hover says what a field is for, and Escape then Tab leaves the editor', async ({ studio, code, page }) => {
  await studio.openMachine(MACHINE);
  await studio.view('Code');
  await code.ready();
  await code.line('"Resource"').getByText('"Resource"').hover();
  await expect(page.locator('.monaco-hover:visible')).toContainText('The ARN of what the task calls.');
  await code.endOfLine('"Type": "Succeed"');
  await page.keyboard.press('Escape');
  await expect(code.frame).toBeFocused();
  await expect(page.getByText('Enter edits, Escape leaves')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(code.frame).not.toBeFocused();
});

test('an expression in an editor of its own: quotes and lines go back escaped, in one step', async ({ studio, code, page }) => {
  await studio.openMachine(MACHINE);
  await studio.view('Code');
  await code.ready();
  await code.endOfLine('"Output": "{% $states.result.Payload %}"');
  for (let i = 0; i < 8; i += 1) await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Alt+Enter');
  const dialog = page.getByTestId('expression');
  await expect(dialog).toBeVisible();
  await expect(dialog.locator('.view-line')).toContainText('$states.result.Payload');
  await expect(dialog.locator('.monaco-editor.focused')).toBeVisible();

  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText('1 + ');
  await expect(page.getByTestId('expression.problem')).toHaveAttribute('data-problem', 'true');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText('$states.result.Payload\n  & " said \\"hi\\"\\n" ');
  await expect(page.getByTestId('expression.problem')).toHaveAttribute('data-problem', 'false');
  await page.getByTestId('expression.apply').click();
  await expect(dialog).toHaveCount(0);

  const value = '{%\n$states.result.Payload\n  & " said \\"hi\\"\\n"\n%}';
  await studio.expectText(MACHINE.replace('"{% $states.result.Payload %}"', JSON.stringify(value)));
  await studio.undo.click();
  await studio.expectText(MACHINE);
});

test('a mistake in an expression is marked at its character', async ({ studio, code, page }) => {
  await studio.openMachine(MACHINE.replace('$total + 1', '[1, 2}'));
  await studio.view('Code');
  await code.ready();
  const squiggle = code.frame.locator('.squiggly-error').first();
  await expect(squiggle).toBeVisible();
  const box = await squiggle.boundingBox();
  // One character, not the whole text.
  expect(box?.width ?? 0).toBeLessThan(20);
  await page.keyboard.press('Escape');
});

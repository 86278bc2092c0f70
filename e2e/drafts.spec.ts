import { expect, test } from './fixtures.ts';
import { Canvas } from './pages/Canvas.ts';
import { Studio } from './pages/Studio.ts';

// Long stories; the limit is for a busy machine.
test.describe.configure({ timeout: 60_000 });

const order = {
  QueryLanguage: 'JSONata',
  StartAt: 'Pick',
  States: { Pick: { Type: 'Pass', Next: 'Pack' }, Pack: { Type: 'Pass', End: true } },
};

test('a reload keeps text, name and inputs', async ({ studio, canvas, testPanel, page }) => {
  await studio.openMachine(order);
  await canvas.rename('Pack', 'Wrap');
  await studio.name.click();
  await page.getByRole('textbox', { name: 'Name of the workflow' }).fill('My order');
  await page.keyboard.press('Enter');
  await canvas.menu('Pick', 'Test state');
  await testPanel.input.fill('{ "kept": true }');
  const { text } = await studio.draft();
  await studio.reload();
  await expect(studio.name).toHaveText('My order');
  await expect(canvas.edge('Pick', 'Wrap')).toBeAttached();
  await canvas.menu('Pick', 'Test state');
  await expect(testPanel.input).toHaveValue('{ "kept": true }');
  await studio.expectText(text);
});

test('leaving right after a change loses nothing', async ({ studio, canvas, page }) => {
  await studio.openMachine(order);
  await expect(studio.saved).toHaveAttribute('data-kind', 'saved');
  await canvas.select('Pack');
  // In one turn of the page: the change, then away, before any timer can fire.
  await page.evaluate(() => {
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Delete', bubbles: true, cancelable: true }));
    location.href = 'about:blank';
  });
  await page.waitForURL('about:blank');
  await studio.open();
  await expect(canvas.node('Pick')).toBeVisible();
  await expect(canvas.node('Pack')).toHaveCount(0);
});

test('of two tabs on one draft one writes and the other follows and can take over', async ({ studio, canvas, studioUrl, context }) => {
  await studio.openMachine(order);
  await expect(studio.saved).toHaveAttribute('data-kind', 'saved');
  const tab = await context.newPage();
  const [second, secondCanvas] = [new Studio(tab, studioUrl), new Canvas(tab)];
  await second.open();
  await expect(second.saved).toContainText('Another tab edits this draft');
  await expect(secondCanvas.node('Pack')).toBeVisible();

  await canvas.rename('Pack', 'Wrap');
  await expect(secondCanvas.node('Wrap')).toBeVisible();

  await second.saved.getByRole('button', { name: 'Take over' }).click();
  await expect(second.saved).toHaveAttribute('data-kind', 'saved');
  await expect(studio.saved).toContainText('Another tab edits this draft');
  await secondCanvas.rename('Wrap', 'Box');
  await expect(canvas.node('Box')).toBeVisible();
  expect(await second.text()).toContain('"Box"');
});

test('a damaged draft is said, and the page works', async ({ studio, canvas, page }) => {
  await studio.openMachine(order);
  await expect(studio.saved).toHaveAttribute('data-kind', 'saved');
  await page.evaluate(async () => {
    const id = sessionStorage.getItem('asl-studio.last-draft');
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('asl-studio-drafts');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error ?? new Error('unreadable'));
    });
    await new Promise((resolve) => {
      const writing = db.transaction('data', 'readwrite');
      writing.objectStore('data').put({ format: 1, draft: { id, text: 42 } }, `draft:${id}`);
      writing.oncomplete = resolve;
    });
  });
  await studio.reload();
  await expect(page.getByTestId('open.damaged')).toContainText('the stored data is damaged');
  await page.getByTestId('open.blank').click();
  await expect(canvas.node('Start here')).toBeVisible();
});

test('storage that is full is said, with a download, and nothing is lost on the page', async ({ studio, canvas, page }) => {
  await studio.openMachine(order);
  await expect(studio.saved).toHaveAttribute('data-kind', 'saved');
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => { throw new DOMException('The quota has been exceeded.', 'QuotaExceededError'); };
  });
  await canvas.rename('Pack', 'Wrap');
  await expect(studio.saved).toContainText('Not saved');
  await expect(studio.toasts).toContainText('Not saved');
  await studio.saved.getByRole('button', { name: 'Download' }).click();
  await expect(page.getByTestId('export.text')).toContainText('Wrap');
});

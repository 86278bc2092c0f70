import { expect, test } from './fixtures.ts';
import type { TestFile } from './pages/Studio.ts';

const mine = { QueryLanguage: 'JSONata', StartAt: 'Mine', States: { Mine: { Type: 'Pass', End: true } } };
const machine = { StartAt: 'A', States: { A: { Type: 'Pass', End: true } } };
const asJson = (value: unknown): string => JSON.stringify(value, null, 2);

const sam = (properties: unknown): string => asJson({ Transform: 'AWS::Serverless-2016-10-31', Resources: { OrderFlow: { Type: 'AWS::Serverless::StateMachine', Properties: properties } } });
const samYaml = `Transform: AWS::Serverless-2016-10-31
Resources:
  OrderFlow:
    Type: AWS::Serverless::StateMachine
    Properties:
      DefinitionUri: flows/order.asl.json
`;

function utf16(text: string): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(2 + text.length * 2));
  bytes.setUint16(0, 0xfeff, true);
  for (let at = 0; at < text.length; at += 1) bytes.setUint16(2 + at * 2, text.charCodeAt(at), true);
  return new Uint8Array(bytes.buffer);
}

const one = (name: string, content: TestFile['content']): readonly TestFile[] => [{ name, content }];

const REFUSED: readonly { readonly what: string; readonly files: readonly TestFile[]; readonly sentence: RegExp }[] = [
  { what: 'text that is not JSON', files: one('notes.json', 'hello there'), sentence: /not JSON: .*line 1/ },
  { what: 'an empty file', files: one('empty.json', ''), sentence: /There is nothing in it/ },
  { what: 'JSON that is no state machine', files: one('list.json', '[1, 2]'), sentence: /a JSON list of 2 entries, not a state machine/ },
  { what: 'a package.json', files: one('package.json', asJson({ name: 'shop', dependencies: {} })), sentence: /package\.json of "shop"/ },
  { what: 'a SAM template that names a file', files: one('template.json', sam({ DefinitionUri: 'flows/order.asl.json' })), sentence: /SAM template.*OrderFlow.*flows\/order\.asl\.json/ },
  { what: 'a SAM template in YAML', files: one('template.yaml', samYaml), sentence: /SAM template.*OrderFlow.*flows\/order\.asl\.json \(line 6/ },
  { what: 'a binary file', files: one('picture.png', new Uint8Array([0, 255, 254, 128])), sentence: /picture\.png cannot be opened/ },
  { what: 'bytes that are not UTF-8', files: one('latin.json', new Uint8Array([0x7b, 0x22, 0xe9, 0x22, 0x3a, 0x31, 0x7d])), sentence: /not UTF-8/ },
  { what: 'two files', files: [{ name: 'a.asl.json', content: asJson(machine) }, { name: 'b.asl.json', content: asJson(machine) }], sentence: /2 files were dropped/ },
];

test('what cannot be opened gets a sentence, and the open draft stays as it is', async ({ studio, canvas }) => {
  test.setTimeout(60_000);
  await studio.openMachine(mine, 'mine.asl.json');
  const before = await studio.text();
  for (const { what, files, sentence } of REFUSED) {
    await test.step(what, async () => {
      await studio.drop(files);
      await expect(studio.toast(sentence)).toBeVisible();
      await studio.toasts.getByRole('button', { name: 'Dismiss' }).first().click();
      await expect(studio.toast(sentence)).toHaveCount(0);
    });
  }
  await expect(studio.name).toHaveText('mine');
  await canvas.rename('Mine', 'Still mine');
  await expect(canvas.node('Still mine')).toBeVisible();
  await studio.expectText(before.replaceAll('Mine', 'Still mine'));
});

const states = (all: Record<string, unknown>): string => `{ "StartAt": ${JSON.stringify(Object.keys(all)[0])}, "States": { ${Object.entries(all).map(([name, state]) => `${JSON.stringify(name)}: ${JSON.stringify(state)}`).join(', ')} } }`;
const pass = { Type: 'Pass', End: true };
const deep = `{"StartAt":"A","States":{"A":{"Type":"Pass","Result":${'['.repeat(10_000)}${']'.repeat(10_000)},"End":true}}}`;

interface Opened {
  readonly what: string;
  readonly content: TestFile['content'];
  /** A card that is drawn; null where the text cannot be read at all. */
  readonly card: string | null;
  /** In a toast or in the list of problems. */
  readonly sentence?: RegExp;
}

const OPENED: readonly Opened[] = [
  { what: 'a byte order mark', content: `\uFEFF${asJson(machine)}`, card: 'A' },
  { what: 'UTF-16', content: utf16(asJson(machine)), card: 'A', sentence: /written in UTF-16/ },
  { what: 'a SAM template with the machine in it', content: sam({ Definition: machine }), card: 'A', sentence: /copy of the machine OrderFlow in a SAM template/ },
  { what: 'a definition that breaks off', content: '{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}', card: null, sentence: /never closed.*nothing is lost/ },
  { what: 'nesting of 10,000', content: deep, card: null, sentence: /nests deeper than 500 levels/ },
  { what: 'a lone surrogate', content: '{"StartAt":"\\ud800","States":{"\\ud800":{"Type":"Pass","End":true},"B":{"Type":"Pass","End":true}}}', card: 'B' },
  { what: 'a state called __proto__', content: '{"StartAt":"__proto__","States":{"__proto__":{"Type":"Pass","Next":"constructor"},"constructor":{"Type":"Pass","End":true}}}', card: '__proto__' },
  { what: 'a state without a name', content: '{"StartAt":"","States":{"":{"Type":"Pass","Next":"B"},"B":{"Type":"Pass","End":true}}}', card: 'B', sentence: /name/ },
  { what: 'a name of 81 characters', content: states({ ['n'.repeat(81)]: pass }), card: 'n'.repeat(81), sentence: /80/ },
  { what: 'a name with / ~ .', content: states({ 'a/b~c.d ~1 ~0': pass }), card: 'a/b~c.d ~1 ~0' },
  { what: 'a name that is written from right to left', content: states({ 'שלום עולם': pass }), card: 'שלום עולם' },
  { what: 'a key that stands twice', content: '{"StartAt":"A","States":{"A":{"Type":"Pass","End":true},"A":{"Type":"Succeed"}}}', card: null, sentence: /twice|duplicate|more than once/i },
  { what: 'a Type that nobody knows', content: states({ A: { Type: 'Dance', End: true } }), card: 'A', sentence: /Dance/ },
  { what: 'a Next that points nowhere', content: states({ A: { Type: 'Pass', Next: 'Nobody' } }), card: 'A', sentence: /Nobody/ },
];

test('what is odd opens, says what is wrong, and leaves the page working', async ({ studio, canvas, page }) => {
  test.setTimeout(120_000);
  await studio.openMachine(mine, 'mine.asl.json');
  await studio.dock('problems');
  const said = studio.toasts.or(page.getByRole('region', { name: 'Problems', exact: true }));
  for (const [index, { what, content, card, sentence }] of OPENED.entries()) {
    await test.step(what, async () => {
      const name = what.startsWith('a SAM') ? 'OrderFlow' : `odd-${index}`;
      await studio.drop([{ name: `odd-${index}.asl.json`, content }]);
      await expect(studio.name).toHaveText(name);
      if (card !== null) await expect(canvas.node(card)).toBeVisible();
      if (sentence) await expect(said.getByText(sentence).first()).toBeVisible();
    });
  }
  await test.step('the first draft is still there', async () => {
    await page.keyboard.press('ControlOrMeta+o');
    await page.getByTestId('open.drafts').getByRole('button', { name: /^mine/ }).click();
    await expect(canvas.node('Mine')).toBeVisible();
    await studio.expectText(asJson(mine));
  });
});

test('a state called __proto__ is renamed, tested and taken back like any other', async ({ studio, canvas, testPanel }) => {
  const text = '{"StartAt":"__proto__","States":{"__proto__":{"Type":"Pass","Next":"constructor"},"constructor":{"Type":"Pass","End":true}}}';
  await studio.openMachine(text);
  await canvas.menu('__proto__', 'Test state');
  await testPanel.input.fill('{ "__proto__": { "n": 1 } }');
  await testPanel.start.click();
  await expect(testPanel.status).toHaveText('SUCCEEDED');
  await expect(testPanel.strip).toContainText('constructor');
  await canvas.rename('constructor', 'toString');
  await studio.expectText(text.replaceAll('"constructor"', '"toString"'));
  await studio.undo.click();
  await studio.expectText(text);
});

test('5 MB open, can be edited and are kept', async ({ studio, canvas }) => {
  test.setTimeout(90_000);
  const text = asJson({ Comment: 'x'.repeat(5_000_000), ...machine });
  await studio.openMachine(text, 'large.asl.json');
  await expect(canvas.node('A')).toBeVisible();
  await canvas.rename('A', 'B');
  await expect(canvas.node('B')).toBeVisible();
  await expect.poll(async () => (await studio.text()) === text.replaceAll('"A"', '"B"')).toBe(true);
});

test('pasted ASL opens, a pasted state is added, and what is neither is refused', async ({ studio, canvas, page }) => {
  await studio.openMachine(mine, 'mine.asl.json');
  await canvas.select('Mine');
  await studio.paste('just words');
  await expect(studio.toasts).toContainText('Not pasted');
  await studio.toasts.getByRole('button', { name: 'Dismiss' }).click();
  await studio.paste(asJson({ Wait: { Type: 'Wait', Seconds: 1 } }));
  await expect(canvas.edge('Mine', 'Wait')).toBeAttached();
  await studio.paste('curl https://api.example.com/v1/items -H "X-Trace: 1" -o out.txt');
  await expect(page.getByTestId('curl')).toContainText('curl https://api.example.com/v1/items');
  await page.keyboard.press('Escape');
  await studio.paste(asJson(machine));
  await expect(canvas.node('A')).toBeVisible();
  await expect(studio.name).toHaveText('Pasted workflow');
});

test('a file is chosen in the dialog; one that is no machine is told there', async ({ studio, canvas, page }) => {
  await studio.open();
  const choose = async (name: string, content: string) => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByTestId('open.file').click()]);
    await chooser.setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) });
  };
  await choose('list.json', '[]');
  await expect(page.getByTestId('open')).toContainText('not a state machine');
  await choose('chosen.asl.json', asJson(machine));
  await expect(studio.name).toHaveText('chosen');
  await expect(canvas.node('A')).toBeVisible();
});

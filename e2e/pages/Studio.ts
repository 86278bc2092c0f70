import { type Locator, type Page, expect } from '@playwright/test';

/** A file as it is dropped or chosen. Text goes out as UTF-8. */
export interface TestFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** What autosave keeps of a document. */
export interface SavedDraft {
  readonly name: string;
  readonly text: string;
  readonly sidecar: { readonly inputs: Readonly<Record<string, string>> };
}

const PANELS = { problems: 'Problems', test: 'Test state', sent: 'Sent requests' } as const;

/** The whole page: header, status bar, toasts, and the ways in which a document comes in. */
export class Studio {
  readonly page: Page;
  readonly name: Locator;
  readonly saved: Locator;
  readonly undo: Locator;
  readonly redo: Locator;
  readonly toasts: Locator;
  readonly announced: Locator;
  readonly bridge: Locator;
  readonly commandPalette: Locator;
  readonly #url: string;

  constructor(page: Page, url: string) {
    this.page = page;
    this.#url = url;
    this.name = page.getByTestId('header.name');
    this.saved = page.getByTestId('header.saved');
    this.undo = page.getByTestId('action.edit.undo');
    this.redo = page.getByTestId('action.edit.redo');
    this.toasts = page.getByRole('region', { name: 'Notifications' });
    this.announced = page.getByTestId('live-region');
    this.bridge = page.getByTestId('status.bridge');
    this.commandPalette = page.getByTestId('command-palette');
  }

  /** The first page, by the address that npm start printed. */
  async open(): Promise<void> {
    await this.page.goto(this.#url);
    await expect(this.page.getByTestId('header.export')).toBeVisible();
  }

  /** The same page anew, listening again. */
  async reload(): Promise<void> {
    await this.page.reload();
    await expect(this.page.getByTestId('header.export')).toBeVisible();
  }

  /** The address without the token. */
  get address(): string {
    return this.#url.split('#')[0] ?? '';
  }

  /** The first page, then a definition dropped on it. */
  async openMachine(definition: unknown, name = 'flow.asl.json'): Promise<void> {
    const content = typeof definition === 'string' ? definition : JSON.stringify(definition, null, 2);
    await this.open();
    await this.drop([{ name, content }]);
    await expect(this.page.getByRole('dialog')).toHaveCount(0);
    await expect(this.name).toHaveText(name.replace(/(\.asl)?\.(?:json|ya?ml)$/, ''));
    await this.expectText(content);
  }

  async openStarter(file: string): Promise<void> {
    await this.open();
    await this.page.getByTestId(`open.starter.${file}`).click();
    await expect(this.page.getByRole('dialog')).toHaveCount(0);
  }

  /** Files let go over the middle of the page. */
  async drop(files: readonly TestFile[]): Promise<void> {
    const given = files.map(({ name, content }) => ({ name, text: typeof content === 'string' ? content : null, bytes: typeof content === 'string' ? [] : [...content] }));
    const dataTransfer = await this.page.evaluateHandle((all) => {
      const transfer = new DataTransfer();
      for (const { name, text, bytes } of all) transfer.items.add(new File([text ?? new Uint8Array(bytes)], name));
      return transfer;
    }, given);
    await this.page.dispatchEvent('body', 'dragover', { dataTransfer });
    await this.page.dispatchEvent('body', 'drop', { dataTransfer });
  }

  /** Through the clipboard, with the keys that a person presses. */
  async paste(text: string): Promise<void> {
    await this.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await this.page.evaluate((value) => navigator.clipboard.writeText(value), text);
    await this.page.keyboard.press('ControlOrMeta+v');
  }

  async view(mode: 'Canvas' | 'Split' | 'Code'): Promise<void> {
    await this.page.getByRole('radiogroup', { name: 'View' }).getByRole('radio', { name: mode }).click();
  }

  async dock(tab: keyof typeof PANELS): Promise<Locator> {
    const button = this.page.getByTestId(`status.${tab}`);
    if ((await button.getAttribute('aria-expanded')) !== 'true') await button.click();
    return this.page.getByRole('region', { name: PANELS[tab], exact: true });
  }

  /** An action by its name, from the command palette. */
  async run(action: string): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+k');
    await this.commandPalette.getByRole('combobox').fill(action);
    await this.page.keyboard.press('Enter');
  }

  toast(text: string | RegExp): Locator {
    return this.toasts.getByText(text);
  }

  /** The document as autosave has it, once everything is saved. */
  async draft(): Promise<SavedDraft> {
    await expect(this.saved).toHaveAttribute('data-kind', 'saved');
    const kept = await this.#kept();
    if (!kept) throw new Error('No draft is kept under the id that this tab shows.');
    return kept;
  }

  async #kept(): Promise<SavedDraft | undefined> {
    const id = await this.page.evaluate(() => sessionStorage.getItem('asl-studio.last-draft'));
    const found = (await this.stored()).find(({ key }) => key === `draft:${id}`)?.value as { readonly draft: SavedDraft } | undefined;
    return found?.draft;
  }

  async text(): Promise<string> {
    return (await this.draft()).text;
  }

  /** Waits until autosave has this text. */
  async expectText(text: string): Promise<void> {
    await expect.poll(async () => (await this.#kept())?.text).toBe(text);
  }

  /** Everything that this origin keeps in the browser: databases, localStorage, sessionStorage. */
  async stored(): Promise<readonly { readonly key: string; readonly value: unknown }[]> {
    return this.page.evaluate(async () => {
      const read = <T>(request: IDBRequest<T>): Promise<T> => new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('unreadable'));
      });
      const found: { key: string; value: unknown }[] = [];
      for (const { name } of await indexedDB.databases()) {
        const db = await read(indexedDB.open(name ?? ''));
        for (const table of db.objectStoreNames) {
          const store = db.transaction(table).objectStore(table);
          const [keys, values] = await Promise.all([read(store.getAllKeys()), read(store.getAll() as IDBRequest<unknown[]>)]);
          keys.forEach((key, index) => found.push({ key: typeof key === 'string' ? key : JSON.stringify(key), value: values[index] }));
        }
        db.close();
      }
      for (const storage of [localStorage, sessionStorage]) for (const [key, value] of Object.entries(storage)) found.push({ key, value });
      return found;
    });
  }

  /** All that the page shows: its markup with every attribute, and what stands in fields. */
  async everythingShown(): Promise<string> {
    const fields = await this.page.evaluate(() => [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')].map((field) => field.value).join('\n'));
    return `${await this.page.content()}\n${fields}`;
  }
}

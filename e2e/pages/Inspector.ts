import type { Locator, Page } from '@playwright/test';

/** The forms of the selected state. */
export class Inspector {
  readonly page: Page;
  readonly root: Locator;
  readonly test: Locator;
  readonly url: Locator;
  readonly body: Locator;

  constructor(page: Page) {
    this.page = page;
    this.root = page.getByRole('complementary', { name: 'Inspector' });
    this.test = page.getByTestId('inspector.test');
    this.url = page.getByTestId('inspector.url');
    this.body = page.getByTestId('inspector.body');
  }

  async tab(name: 'configuration' | 'input' | 'output' | 'variables' | 'errors' | 'json'): Promise<void> {
    await this.page.getByTestId(`inspector.tab.${name}`).click();
  }

  async method(name: string): Promise<void> {
    await this.page.getByTestId('inspector.method').click();
    await this.page.getByRole('option', { name, exact: true }).click();
  }

  /** A text field is taken over when it is left. */
  async fill(field: Locator, text: string): Promise<void> {
    await field.fill(text);
    await field.blur();
  }

  async addHeader(row: number, name: string, value: string): Promise<void> {
    await this.root.getByRole('textbox', { name: `Header value ${row}` }).or(this.root.getByRole('combobox', { name: `Header value ${row}` })).fill(value);
    const field = this.root.getByRole('combobox', { name: `Header name ${row}` }).or(this.root.getByRole('textbox', { name: `Header name ${row}` }));
    await field.fill(name);
    await field.press('Enter');
  }

  async encoding(name: 'JSON' | 'Form encoded'): Promise<void> {
    await this.page.getByTestId('inspector.body.encoding').getByRole('radio', { name }).click();
  }

  /** Opens the form for the connection that the definition names, or for a new one. */
  async connection(how: 'make' | 'new' | 'edit'): Promise<void> {
    await this.page.getByTestId(`inspector.connection.${how}`).click();
  }
}

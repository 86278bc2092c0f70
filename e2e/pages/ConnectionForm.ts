import { type Locator, type Page, expect } from '@playwright/test';

export interface ApiKey {
  readonly name?: string;
  readonly header?: string;
  readonly secret: string;
  readonly origins: readonly string[];
}

/** The dialog in which a connection is made. */
export class ConnectionForm {
  readonly page: Page;
  readonly dialog: Locator;

  constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByTestId('connection');
  }

  async kind(label: string): Promise<void> {
    await this.dialog.getByTestId('connection.kind').click();
    await this.page.getByRole('option', { name: label }).click();
  }

  async makeApiKey({ name, header = 'X-API-Key', secret, origins }: ApiKey): Promise<void> {
    await this.kind('API key A header');
    if (name !== undefined) await this.dialog.getByRole('textbox', { name: 'Name' }).fill(name);
    await this.dialog.getByRole('textbox', { name: 'Header' }).fill(header);
    await this.save(secret, origins);
  }

  async makeBasic(username: string, password: string, origins: readonly string[]): Promise<void> {
    await this.kind('Basic');
    await this.dialog.getByRole('textbox', { name: 'User name' }).fill(username);
    await this.save(password, origins);
  }

  async save(secret: string, origins: readonly string[]): Promise<void> {
    await this.dialog.getByTestId('connection.secret').fill(secret);
    await this.dialog.getByTestId('connection.origins').fill(origins.join('\n'));
    await this.dialog.getByTestId('connection.save').click();
    await expect(this.dialog).toHaveCount(0);
  }
}

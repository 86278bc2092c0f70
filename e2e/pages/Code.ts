import { type Locator, type Page, expect } from '@playwright/test';

/** The text of the document, in Monaco. */
export class Code {
  readonly page: Page;
  readonly frame: Locator;
  readonly broken: Locator;

  constructor(page: Page) {
    this.page = page;
    this.frame = page.getByTestId('code.editor');
    this.broken = page.getByTestId('code.broken');
  }

  async ready(): Promise<void> {
    await expect(this.frame).toHaveAttribute('data-state', 'ready');
    await expect(this.frame.locator('.view-line').first()).toBeVisible();
  }

  /** A line that shows this text. Monaco writes spaces that do not break. */
  line(text: string): Locator {
    return this.frame.locator('.view-line').filter({ hasText: text });
  }

  /** Puts the caret behind the last character of the line that shows this text. */
  async endOfLine(text: string): Promise<void> {
    await this.line(text).click({ position: { x: 24, y: 8 } });
    await this.page.keyboard.press('End');
  }

  /** What the editor holds, taken as a person would: all of it, copied. The caret ends where it began to select. */
  async copied(): Promise<string> {
    await this.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.press('ControlOrMeta+c');
    return this.page.evaluate(() => navigator.clipboard.readText());
  }
}

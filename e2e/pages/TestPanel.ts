import { type Locator, type Page, expect } from '@playwright/test';

/** Test state: what goes in, the question before a request leaves, and what came of it. */
export class TestPanel {
  readonly page: Page;
  readonly root: Locator;
  readonly start: Locator;
  readonly stop: Locator;
  readonly input: Locator;
  readonly strip: Locator;
  readonly status: Locator;
  readonly reason: Locator;
  readonly output: Locator;
  readonly error: Locator;
  readonly cause: Locator;
  readonly requestLine: Locator;
  readonly requestHeaders: Locator;
  readonly sentTo: Locator;
  readonly responseStatus: Locator;
  readonly responseBody: Locator;
  readonly failure: Locator;
  readonly consent: Locator;

  constructor(page: Page) {
    this.page = page;
    this.root = page.getByRole('region', { name: 'Test state', exact: true });
    this.start = page.getByTestId('test.start');
    this.stop = page.getByTestId('test.stop');
    this.input = page.getByTestId('test.input');
    this.strip = page.getByTestId('test.strip');
    this.status = page.getByTestId('test.status');
    this.reason = page.getByTestId('test.reason');
    this.output = page.getByTestId('test.output');
    this.error = page.getByTestId('test.error');
    this.cause = page.getByTestId('test.cause');
    this.requestLine = page.getByTestId('request.line');
    this.requestHeaders = page.getByTestId('request.headers');
    this.sentTo = page.getByTestId('request.sentTo');
    this.responseStatus = page.getByTestId('response.status');
    this.responseBody = page.getByTestId('response.body');
    this.failure = page.getByTestId('response.failure');
    this.consent = page.getByTestId('consent');
  }

  /** Another state to test, which is then selected everywhere. */
  async choose(name: string): Promise<void> {
    await this.page.getByTestId('test.state').click();
    await this.page.getByRole('option', { name: new RegExp(`^${escaped(name)}(?: ?(?:Task|Pass|Choice|Wait|Succeed|Fail|Map|Parallel))?$`) }).click();
    await expect(this.page.getByTestId('test.state')).toContainText(name);
  }

  /** Starts the test and says yes, once, to the request it wants to send. */
  async sendOnce(): Promise<void> {
    await this.start.click();
    await this.consent.getByTestId('consent.once').click();
    await expect(this.strip).toBeVisible();
  }

  async sendAlways(): Promise<void> {
    await this.start.click();
    await this.consent.getByRole('button', { name: 'Always for this workflow' }).click();
    await expect(this.strip).toBeVisible();
  }

  async result(tab: 'output' | 'flow' | 'exchange' | 'trace' | 'curl' | 'prepared'): Promise<void> {
    await this.page.getByTestId(`test.result.tab.${tab}`).click();
  }

  async inputs(tab: 'input' | 'variables' | 'context' | 'conditions' | 'mock' | 'definition'): Promise<void> {
    await this.page.getByTestId(`test.tab.${tab}`).click();
  }

  async level(name: 'INFO' | 'DEBUG' | 'TRACE'): Promise<void> {
    await this.page.getByTestId('test.level').click();
    await this.page.getByRole('option', { name: new RegExp(`^${name}`) }).click();
  }

  /** Something of the strip's menu. */
  async more(name: string): Promise<void> {
    await this.page.getByTestId('test.more').click();
    await this.page.getByRole('menuitem', { name }).click();
  }

  async outputJson(): Promise<unknown> {
    await this.result('output');
    return JSON.parse(await rawOf(this.output));
  }

  /** The rows of the shown request headers: name, value, who set it. */
  async headers(): Promise<readonly (readonly string[])[]> {
    return rowsOf(this.requestHeaders);
  }

  async responseText(): Promise<string> {
    return rawOf(this.responseBody);
  }
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

export async function rowsOf(table: Locator): Promise<readonly (readonly string[])[]> {
  return table.locator('tbody tr').evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent?.trim() ?? '')));
}

/** The very text of a value that is shown as a tree or raw. */
export async function rawOf(value: Locator): Promise<string> {
  const raw = value.getByRole('radio', { name: 'Raw' });
  if ((await raw.count()) > 0) await raw.click();
  return (await value.locator('pre').textContent()) ?? '';
}

import type { Page } from '@playwright/test';

/**
 * Clicks, in the page, all that shows another part of the document or of a result: tabs, choices, what folds open, and what those bring.
 * Left out are menus and dialogs (they want a story of their own), and the choice of the mock, after which nothing could be sent.
 */
export function clickEverything(page: Page, where: string): Promise<readonly string[]> {
  return page.evaluate(async (roots) => {
    const CLICKABLE = ['[role="tab"]', '[role="radio"]', '[role="treeitem"]', 'summary', 'button[aria-expanded]'].map((part) => `${part}:not([aria-haspopup], :disabled, [aria-disabled="true"])`).join();
    const clicked: string[] = [];
    const nameOf = (element: Element) => `${element.getAttribute('role') ?? element.tagName} ${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 50)}`;
    const turn = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));
    for (let round = 0; round < 60; round += 1) {
      const next = [...document.querySelectorAll(roots)].flatMap((root) => [...root.querySelectorAll(CLICKABLE)])
        .find((element) => element.checkVisibility() && !/^(radio|tab) Mock/.test(nameOf(element)) && !clicked.includes(nameOf(element)));
      if (!(next instanceof HTMLElement)) break;
      clicked.push(nameOf(next));
      next.click();
      await turn();
    }
    return clicked;
  }, where);
}

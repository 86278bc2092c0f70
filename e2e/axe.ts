import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/**
 * Serious and critical findings of axe, as sentences, in the light theme and (colours: nothing else differs) in the dark one; within
 * one part of the page where the rest was looked at before.
 */
export async function findings(page: Page, part?: string): Promise<readonly string[]> {
  if (part !== undefined) await expect(page.locator(part)).toBeVisible();
  const all: string[] = [];
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    // What fades in has its own colours only when it has arrived.
    await page.evaluate(() => Promise.all(document.getAnimations().filter((one) => one.effect?.getComputedTiming().iterations !== Infinity).map((one) => one.finished.catch(() => null))));
    const axe = new AxeBuilder({ page }).setLegacyMode();
    if (part !== undefined) axe.include(part);
    if (theme === 'dark') axe.withRules('color-contrast');
    const { violations } = await axe.analyze();
    for (const { id, impact, nodes } of violations) {
      if (impact === 'serious' || impact === 'critical') all.push(...nodes.map((node) => `${theme}, ${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`));
    }
  }
  return all;
}

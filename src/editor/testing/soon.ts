import { vi } from 'vitest';

/** Waits until a check holds. The limit is for what never comes; on a busy machine a part that loads late may take long. */
export const soon = <T>(check: () => T | Promise<T>): Promise<T> => vi.waitFor(check, { timeout: 20_000 });

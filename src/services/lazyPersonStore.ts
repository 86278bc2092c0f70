import type { PersonStore } from './personStore.ts';

/** The person's store behind a chunk of its own: the first picture needs nothing that it keeps. */
export function createLazyPersonStore(load: () => Promise<PersonStore>): PersonStore {
  let made: Promise<PersonStore> | undefined;
  const store = (): Promise<PersonStore> => (made ??= load().catch((thrown: unknown) => {
    made = undefined;
    throw thrown;
  }));
  // Every method of the store answers a promise, so each can wait for the chunk; calls keep their order.
  return new Proxy({} as PersonStore, {
    get: (_, name: keyof PersonStore) => async (...given: readonly unknown[]) => {
      const method = (await store())[name] as (...args: readonly unknown[]) => unknown;
      return method(...given);
    },
  });
}

import { expect, it } from 'vitest';
import { createLazyPersonStore } from './lazyPersonStore.ts';
import { createPersonStore } from './personStore.ts';
import { memoryKeyValue } from './testing/memoryKeyValue.ts';

it('loads once, keeps the order of calls, and asks again after it could not be loaded', async () => {
  let loads = 0;
  const real = createPersonStore(memoryKeyValue());
  const store = createLazyPersonStore(() => {
    loads += 1;
    return loads === 1 ? Promise.reject(new Error('offline')) : Promise.resolve(real);
  });
  await expect(store.load()).rejects.toThrow('offline');
  const [, , { person }] = await Promise.all([
    store.changeSettings((settings) => ({ ...settings, region: 'eu-west-1' })),
    store.changeSettings((settings) => ({ ...settings, region: `${settings.region}!` })),
    store.load(),
  ]);
  expect(person.settings.region).toBe('eu-west-1!');
  expect(loads).toBe(2);
});

import { createTokenCache, type TokenCache } from '../http/oauth/tokenCache.ts';
import type { Actions } from './EditorState.ts';
import type { SliceContext } from './slice.ts';

/** Access tokens, by store: in memory only, as secrets are. */
const caches = new WeakMap<Actions, TokenCache>();

/** Held tokens of the store's OAuth connections. */
export function tokensOf({ get, services }: SliceContext): TokenCache {
  const { actions } = get();
  const cache = caches.get(actions) ?? createTokenCache(() => services.now());
  caches.set(actions, cache);
  return cache;
}

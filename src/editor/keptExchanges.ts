import type { KeptExchange } from '../services/httpWorld.ts';
import type { Actions } from './EditorState.ts';

/** Beyond these the oldest are let go: each may hold 256 KiB. */
const MOST = 50;

/** What was sent while this page is open, by store and by id in the list of what was sent. In memory only, and masked. */
const exchanges = new WeakMap<Actions, Map<string, KeptExchange>>();

export function keepExchange(actions: Actions, id: string, kept: KeptExchange): void {
  const own = exchanges.get(actions) ?? new Map<string, KeptExchange>();
  exchanges.set(actions, own.set(id, kept));
  const [oldest] = own.keys();
  if (own.size > MOST && oldest !== undefined) own.delete(oldest);
}

/** Undefined: sent before the page was loaded, or long ago. */
export const keptExchange = (actions: Actions, id: string): KeptExchange | undefined => exchanges.get(actions)?.get(id);

/** With the list that is cleared goes what it leads to. */
export const dropExchanges = (actions: Actions): void => void exchanges.delete(actions);

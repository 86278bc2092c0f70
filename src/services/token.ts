/**
 * The bridge's token arrives in the fragment of the printed URL (`#token=…`), which no server sees. It moves to sessionStorage,
 * which belongs to this origin and tab, and out of the address bar. Never a cookie: cookies reach every port of a host.
 */
export interface TokenPlaces {
  readonly location: Pick<Location, 'hash' | 'pathname' | 'search'>;
  readonly history: Pick<History, 'replaceState' | 'state'>;
  /** Absent or throwing where a browser blocks storage: the token then lives in memory until the page is left. */
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null;
}

export interface BridgeToken {
  current(): string | null;
  /** Reads the fragment again, as after a pasted URL that differs in its fragment only. True when a new token came. */
  refresh(): boolean;
  /** After the bridge refused it. */
  forget(): void;
}

const KEY = 'asl-studio-token';
/** What our bridge makes; anything else in the fragment is not ours to keep. */
const TOKEN = /^[A-Za-z0-9_-]{16,256}$/;

export function createBridgeToken(places: TokenPlaces): BridgeToken {
  let token = attempt(() => places.storage?.getItem(KEY) ?? null);
  const keep = (value: string | null): void => {
    token = value;
    attempt(() => (value === null ? places.storage?.removeItem(KEY) : places.storage?.setItem(KEY, value)));
  };
  const refresh = (): boolean => {
    const found = splitFragment(places.location.hash);
    if (found === null) return false;
    places.history.replaceState(places.history.state, '', places.location.pathname + places.location.search + found.rest);
    if (!TOKEN.test(found.token) || found.token === token) return false;
    keep(found.token);
    return true;
  };
  refresh();
  return { current: () => token, refresh, forget: () => keep(null) };
}

/** Other parts of the fragment stay, as they are spelt. */
function splitFragment(hash: string): { readonly token: string; readonly rest: string } | null {
  const parts = hash.replace(/^#/, '').split('&');
  const mine = parts.find((part) => part.startsWith('token='));
  if (mine === undefined) return null;
  const rest = parts.filter((part) => !part.startsWith('token=')).join('&');
  return { token: mine.slice('token='.length), rest: rest === '' ? '' : `#${rest}` };
}

/** Storage throws where a browser blocks it; the token then stays in memory. */
function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

/** A token as an endpoint gave it. */
export interface LivingToken {
  readonly value: string;
  /** Seconds from now on; null: until the API refuses it. */
  readonly lifetimeS: number | null;
}

/** Access tokens of OAuth connections, in memory only. `key` says which request got them, so that a changed connection finds none. */
export interface TokenCache {
  /** The token, unless it is about to end. */
  held(key: string): string | null;
  /**
   * Fetches; whoever asks while that goes on gets the same answer. It is given up when nobody waits for it any more. Null: `signal`
   * ended the wait. `keep` says what of the answer is held.
   */
  obtain<T>(key: string, fetch: (signal: AbortSignal) => Promise<T>, keep: (fetched: T) => LivingToken | null, signal: AbortSignal): Promise<T | null>;
  /** The API refused this token; a newer one stays. */
  drop(key: string, value: string): void;
  /** Everything held for the keys that begin so, also what is still being fetched. */
  forget(prefix: string): void;
  /** Values held for the keys that begin so: where they stand in a request they must not stand in, it is not sent. */
  valuesFor(prefix: string): readonly string[];
}

/** EventBridge renews a token at most 60 s before its end; short-lived ones are used for nine tenths of their life. */
const MARGIN_MS = 60_000;
const MARGIN_PART = 0.1;

/** When a token of this lifetime must not be used any more; null: never. */
const usableUntil = (now: number, lifetimeS: number | null): number | null =>
  lifetimeS === null ? null : now + lifetimeS * 1000 - Math.min(MARGIN_MS, lifetimeS * 1000 * MARGIN_PART);

interface Flight {
  readonly answer: Promise<unknown>;
  readonly life: AbortController;
  waiting: number;
}

export function createTokenCache(now: () => number): TokenCache {
  const tokens = new Map<string, { readonly value: string; readonly until: number | null }>();
  const flights = new Map<string, Flight>();
  const held = (key: string): string | null => {
    const token = tokens.get(key);
    if (token === undefined) return null;
    if (token.until === null || now() < token.until) return token.value;
    tokens.delete(key);
    return null;
  };

  function begin<T>(key: string, fetch: (signal: AbortSignal) => Promise<T>, keep: (fetched: T) => LivingToken | null): Flight {
    const life = new AbortController();
    const answer = fetch(life.signal).then((fetched) => {
      const token = keep(fetched);
      // Forgotten meanwhile: those who wait still get it, nobody after them.
      if (flights.get(key) === flight && token !== null) tokens.set(key, { value: token.value, until: usableUntil(now(), token.lifetimeS) });
      return fetched;
    }).finally(() => flights.get(key) === flight && flights.delete(key));
    const flight: Flight = { answer, life, waiting: 0 };
    flights.set(key, flight);
    return flight;
  }

  return {
    held,
    async obtain<T>(key: string, fetch: (signal: AbortSignal) => Promise<T>, keep: (fetched: T) => LivingToken | null, signal: AbortSignal) {
      if (signal.aborted) return null;
      const flight = flights.get(key) ?? begin(key, fetch, keep);
      flight.waiting++;
      try {
        // Everyone who asks under one key fetches the same kind of answer.
        return (await untilAborted(flight.answer, signal)) as T | null;
      } finally {
        flight.waiting--;
        if (flight.waiting === 0 && signal.aborted) {
          if (flights.get(key) === flight) flights.delete(key);
          flight.life.abort();
        }
      }
    },
    drop(key, value) {
      if (tokens.get(key)?.value === value) tokens.delete(key);
    },
    forget(prefix) {
      for (const map of [tokens, flights]) for (const key of map.keys()) if (key.startsWith(prefix)) map.delete(key);
    },
    valuesFor: (prefix) => [...tokens].flatMap(([key, { value }]) => (key.startsWith(prefix) ? [value] : [])),
  };
}

function untilAborted<T>(answer: Promise<T>, signal: AbortSignal): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const stop = (): void => resolve(null);
    signal.addEventListener('abort', stop, { once: true });
    answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop)).catch(() => undefined);
  });
}

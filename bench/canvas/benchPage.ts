import type { Viewport } from 'reactflow';

/** What a page lets the benchmark do besides mouse and wheel. */
export interface BenchPage {
  /** Puts the view there at once. Only the peer: our canvas is asked through its own store. */
  readonly setView?: (view: Viewport) => void;
  readonly fit?: () => void;
  /** Gives one state a new status and waits for the page to be laid out again. */
  readonly changeStatus: (index: number) => StatusChange;
  /** Selects one state alone. */
  readonly select: (index: number) => StatusChange;
  /** A letter typed into the definition; answers the milliseconds until the page is laid out again. Only ours: the peer has no text. */
  readonly type?: (field: 'comment' | 'summary', index: number) => number;
}
interface StatusChange {
  readonly tookMs: number;
  /** Names of the states whose cards were rendered for it. */
  readonly rendered: readonly string[];
}

declare global {
  interface Window {
    bench?: BenchPage;
  }
}

/** How many states the page's address asks for. */
export const STATES = Number(new URLSearchParams(location.search).get('states') ?? 100);

/** A card that renders reads its name, so reading tells of every render, also of one that changes nothing. */
export function watchNames(things: readonly { readonly name: string }[]): (doing: () => void) => string[] {
  let heard: Set<string> | null = null;
  for (const thing of things) {
    const { name } = thing;
    const get = (): string => {
      heard?.add(name);
      return name;
    };
    Object.defineProperty(thing, 'name', { get, enumerable: true });
  }
  return (doing) => {
    heard = new Set();
    doing();
    const all = [...heard];
    heard = null;
    return all;
  };
}

/** `doing` must render before it returns. */
export function timed(doing: () => void): number {
  const from = performance.now();
  doing();
  document.body.getBoundingClientRect();
  return performance.now() - from;
}

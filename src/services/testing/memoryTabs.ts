import type { ChannelLike, LocksLike } from '../draftLock.ts';

/** Memory twins of Web Locks and BroadcastChannel for several tabs in one test. */
export interface MemoryTabs {
  readonly locks: LocksLike;
  channel(name: string): ChannelLike;
}

type Held = { readonly release: (stolen: boolean) => void };
type Waiting = { readonly grant: () => void };

export function memoryTabs(): MemoryTabs {
  const channels = new Map<string, Set<ChannelLike>>();
  return { locks: memoryLocks(), channel: (name) => memoryChannel(channels, name) };
}

function memoryChannel(channels: Map<string, Set<ChannelLike>>, name: string): ChannelLike {
  const group = channels.get(name) ?? new Set();
  channels.set(name, group);
  const self: ChannelLike = {
    onmessage: null,
    postMessage(message) {
      for (const other of group) if (other !== self) queueMicrotask(() => group.has(other) && other.onmessage?.({ data: structuredClone(message) }));
    },
    close: () => group.delete(self),
  };
  group.add(self);
  return self;
}

function memoryLocks(): LocksLike {
  const held = new Map<string, Held>();
  const queues = new Map<string, Waiting[]>();
  const next = (name: string): void => queues.get(name)?.shift()?.grant();

  return {
    request(name, options, callback) {
      return new Promise((resolve, reject) => {
        const hold = (): void => {
          const mine: Held = { release: (stolen) => stolen && reject(new DOMException('stolen', 'AbortError')) };
          held.set(name, mine);
          void Promise.resolve().then(() => callback({ name })).then(() => {
            if (held.get(name) !== mine) return;
            held.delete(name);
            next(name);
            resolve(undefined);
          });
        };
        const current = held.get(name);
        if (current === undefined) return hold();
        if (options.ifAvailable === true) return queueMicrotask(() => void callback(null).then(resolve));
        if (options.steal === true) {
          current.release(true);
          return hold();
        }
        const waiting: Waiting = { grant: hold };
        const queue = queues.get(name) ?? [];
        queues.set(name, [...queue, waiting]);
        options.signal?.addEventListener('abort', () => {
          queues.set(name, (queues.get(name) ?? []).filter((other) => other !== waiting));
          reject(new DOMException('aborted', 'AbortError'));
        });
      });
    },
  };
}

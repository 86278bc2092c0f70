type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Browsers that block storage throw on the mere name of it; what is kept there is then kept in memory. */
export function safeStorage(find: () => Storage): Store {
  try {
    const storage = find();
    storage.getItem('');
    return storage;
  } catch {
    const kept = new Map<string, string>();
    return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value), removeItem: (key) => void kept.delete(key) };
  }
}

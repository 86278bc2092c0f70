/**
 * Remembers what was made from a text. A worker lives long and a person types many half-finished expressions,
 * so the cache is emptied when it is full rather than growing for ever.
 */
export function boundedCache<V>(make: (text: string) => V, limit = 5000): (text: string) => V {
  const known = new Map<string, V>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size >= limit) known.clear();
    const made = make(text);
    known.set(text, made);
    return made;
  };
}

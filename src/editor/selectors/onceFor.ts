/** Derives from one stored object and remembers by it: the same tree gives the same graph object. */
export function onceFor<State, Key extends object, Value>(select: (state: State) => Key, derive: (key: Key) => Value): (state: State) => Value {
  const known = new WeakMap<Key, { readonly value: Value }>();
  return (state) => {
    const key = select(state);
    const found = known.get(key);
    if (found) return found.value;
    const value = derive(key);
    known.set(key, { value });
    return value;
  };
}

/**
 * Something of its own for each key, made when first asked for and kept as long as the key is, such as
 * what somebody chose for a draft. Made apart from the component that asks: what is derived in an
 * effect stops following once that effect is gone.
 */
export function keptFor<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const kept = new WeakMap<Key, { value: Value }>();
  return (key) => {
    let entry = kept.get(key);
    if (!entry) {
      $effect.root(() => {
        entry = { value: make(key) };
      });
      kept.set(key, entry!);
    }
    return entry!.value;
  };
}

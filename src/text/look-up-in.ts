/**
 * A look-up in lists that are never changed in place: the items of a list with one key, in their order. The index of a
 * list is made when it is first asked for and lives as long as the list.
 */
export function lookUpIn<T>(keyOf: (item: T) => string): (list: readonly T[], key: string) => readonly T[] {
  const indexes = new WeakMap<readonly T[], ReadonlyMap<string, readonly T[]>>();
  return (list, key) => {
    const known = indexes.get(list);
    if (known) return known.get(key) ?? NONE;
    const index = indexBy(list, keyOf);
    indexes.set(list, index);
    return index.get(key) ?? NONE;
  };
}

const NONE: readonly never[] = [];

function indexBy<T>(list: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const index = new Map<string, T[]>();
  for (const item of list) {
    const known = index.get(keyOf(item));
    if (known) known.push(item);
    else index.set(keyOf(item), [item]);
  }
  return index;
}

import { groupBy } from './group-by.ts';

/**
 * A look-up in lists that are never changed in place: the items of a list with one key, in their order. The index of a
 * list is made when it is first asked for and lives as long as the list.
 */
export function lookUpIn<T>(keyOf: (item: T) => string): (list: readonly T[], key: string) => readonly T[] {
  const indexes = new WeakMap<readonly T[], ReadonlyMap<string, readonly T[]>>();
  return (list, key) => {
    const known = indexes.get(list);
    if (known) return known.get(key) ?? NONE;
    const index = groupBy(list, keyOf);
    indexes.set(list, index);
    return index.get(key) ?? NONE;
  };
}

const NONE: readonly never[] = [];

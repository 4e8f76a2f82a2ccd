const OLD = /旧版|原版|原表|作废|(?:修改|更正|修订|调整)前/;
const FINAL = /最终|终版|定稿|终稿|final/i;
const CHANGED = /修改|修订|更正|改后|新版|最新|更新/;
const NUMBER = /(?:版|修改稿?|修订稿?|更正|(?<![a-z])v(?:er)?\.?)\s*[（(]?(\d{1,2})(?!\d)/i;

/**
 * Tables of one mail whose files say that they are versions of each other, 附件2（最终版2） before 附件2（最终版） before
 * 附件2, so that the newest is the one that stands; all others keep their order.
 */
export function newestFirst<T extends { readonly path: string }>(tables: readonly T[]): readonly T[] {
  return tables
    .map((table) => ({ table, rank: rankOf(table.path) }))
    .toSorted((one, other) => other.rank - one.rank)
    .map(({ table }) => table);
}

function rankOf(path: string): number {
  const name = path.slice(path.search(/[^!/\\]*$/)).normalize('NFKC');
  if (OLD.test(name)) return -1;
  const word = FINAL.test(name) ? 200 : CHANGED.test(name) ? 100 : 0;
  return word + Number(NUMBER.exec(name)?.[1] ?? 0);
}

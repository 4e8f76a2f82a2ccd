import type { Area, GridRow } from '../grid.ts';

const BEFORE = /^(?:(?:变更|修改|更正|更改|调整|更新)前|原(?=.))(?:登记|报送|填报)?(?:信息|内容|数据|情况)?$/;
const AFTER = /^(?:(?:变更|修改|更正|更改|调整|更新)后|[新现](?=.))(?:登记|报送|填报)?(?:信息|内容|数据|情况)?$/;

/**
 * Numbers of the rows that say they are 变更前, in a table whose other rows say they are 变更后: what was, not what is.
 * A mark in a merged cell holds for all rows of it.
 */
export function rowsBeforeChange(rows: readonly GridRow[], merges: readonly Area[]): ReadonlySet<number> {
  const before = markedRows(rows, merges, BEFORE);
  if (before.size === 0) return before;
  const after = markedRows(rows, merges, AFTER);
  return after.size === 0 ? new Set() : new Set([...before].filter((row) => !after.has(row)));
}

function markedRows(rows: readonly GridRow[], merges: readonly Area[], mark: RegExp): ReadonlySet<number> {
  const marked = new Set<number>();
  for (const { number, cells } of rows) {
    for (const { column, text } of cells) {
      if (!mark.test(text.trim())) continue;
      const area = merges.find(({ top, left }) => top === number && left === column);
      for (let row = number; row <= (area?.bottom ?? number); row += 1) marked.add(row);
    }
  }
  return marked;
}

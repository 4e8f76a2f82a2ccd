/**
 * Number formats that have a number and no code in the file. 27–36 and 50–58 as in the Chinese edition, since the
 * senders' programs are Chinese. Source: ECMA-376 part 1, 18.8.30 (numFmt), tables "all languages" and zh-cn.
 */
const BUILT_IN: ReadonlyMap<number, string> = new Map([
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [11, '0.00E+00'],
  [12, '# ?/?'],
  [13, '# ??/??'],
  [14, 'yyyy/m/d'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'yyyy/m/d h:mm'],
  [27, 'yyyy"年"m"月"'],
  [28, 'm"月"d"日"'],
  [29, 'm"月"d"日"'],
  [30, 'm-d-yy'],
  [31, 'yyyy"年"m"月"d"日"'],
  [32, 'h"时"mm"分"'],
  [33, 'h"时"mm"分"ss"秒"'],
  [34, '上午/下午h"时"mm"分"'],
  [35, '上午/下午h"时"mm"分"ss"秒"'],
  [36, 'yyyy"年"m"月"'],
  [37, '#,##0;-#,##0'],
  [38, '#,##0;[Red]-#,##0'],
  [39, '#,##0.00;-#,##0.00'],
  [40, '#,##0.00;[Red]-#,##0.00'],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mmss.0'],
  [48, '##0.0E+0'],
  [49, '@'],
  [50, 'yyyy"年"m"月"'],
  [51, 'm"月"d"日"'],
  [52, 'yyyy"年"m"月"'],
  [53, 'm"月"d"日"'],
  [54, 'm"月"d"日"'],
  [55, '上午/下午h"时"mm"分"'],
  [56, '上午/下午h"时"mm"分"ss"秒"'],
  [57, 'yyyy"年"m"月"'],
  [58, 'm"月"d"日"'],
]);

/** Code of a built-in number format; undefined for General and for numbers that the standard leaves open. */
export function builtInFormat(id: number): string | undefined {
  return BUILT_IN.get(id);
}

/**
 * Whether a format shows a calendar date: a year, month or day outside of quotes, brackets and escapes.
 * Times alone and elapsed times (`h:mm`, `[h]:mm`) are numbers to us.
 */
export function isDateFormat(code: string): boolean {
  const first = code.split(';', 1)[0] ?? '';
  const elapsed = first.replaceAll(/\[(?:h+|m+|s+)\]/giu, 'h');
  const bare = elapsed
    .replaceAll(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/gu, ' ')
    .replaceAll(/general|AM\/PM|A\/P|E[+-]/giu, ' ');
  if (/[yde]/iu.test(bare)) return true;
  return /m/iu.test(bare) && !/[hs]/iu.test(bare);
}

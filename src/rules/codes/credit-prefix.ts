/** GB 32100-2015 tables 1 and 2: registering department and kind of body, the first two characters. */
const DEPARTMENTS: Readonly<Record<string, { readonly name: string; readonly kinds: string }>> = {
  1: { name: '机构编制', kinds: '1239' },
  2: { name: '外交', kinds: '19' },
  3: { name: '司法行政', kinds: '123459' },
  4: { name: '文化', kinds: '19' },
  5: { name: '民政', kinds: '1239' },
  6: { name: '旅游', kinds: '129' },
  7: { name: '宗教', kinds: '1239' },
  8: { name: '工会', kinds: '19' },
  9: { name: '市场监管', kinds: '123' },
  A: { name: '中央军委改革和编制办公室', kinds: '19' },
  N: { name: '农业', kinds: '1239' },
  Y: { name: '其他', kinds: '1' },
};

/** 事业单位, 民办非企业单位, 企业: what hospitals are. */
const NORMAL: ReadonlySet<string> = new Set(['12', '52', '91']);
const POSSIBLE: ReadonlySet<string> = new Set(['11', '13', '19', '51', '53', '59', '81', '92', '93', 'A1', 'Y1']);

/** normal: what hospitals carry · possible: legal and seen now and then · unlikely: legal, hardly a hospital · unknown. */
export type PrefixVerdict = 'normal' | 'possible' | 'unlikely' | 'unknown';

/** How well the first two characters of a credit code suit a hospital. */
export function judgeCreditPrefix(prefix: string): PrefixVerdict {
  if (NORMAL.has(prefix)) return 'normal';
  if (POSSIBLE.has(prefix)) return 'possible';
  return DEPARTMENTS[prefix.charAt(0)]?.kinds.includes(prefix.charAt(1) || '-') ? 'unlikely' : 'unknown';
}

/** Name of the registering department by the first character; '' when there is none. */
export function departmentName(prefix: string): string {
  return DEPARTMENTS[prefix.charAt(0)]?.name ?? '';
}

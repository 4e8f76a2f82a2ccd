/** Headers of the address book units.xlsx, in order. Lists inside a cell are parted by ； */
export const ADDRESS_BOOK_COLUMNS = [
  { key: 'order', header: '序号', width: 6 },
  { key: 'code', header: '代码', width: 10 },
  { key: 'name', header: '单位', width: 30 },
  { key: 'short', header: '简称', width: 14 },
  { key: 'kind', header: '类型', width: 10 },
  { key: 'emails', header: '邮箱', width: 36 },
  { key: 'cc', header: '抄送', width: 24 },
  { key: 'contact', header: '联系人', width: 12 },
  { key: 'phone', header: '电话', width: 16 },
  { key: 'aliases', header: '别名', width: 36 },
  { key: 'divisions', header: '行政区划代码', width: 20 },
] as const;

/** How the kinds of units are written in the address book. */
export const UNIT_KIND_WORDS = { area: '地区', hospitals: '直报医院' } as const;

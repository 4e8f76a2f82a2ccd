import { type CellObject, utils, type WorkBook, type WorkSheet, write } from '@e965/xlsx';
import type { Hospital, Liaison } from './invent-province.ts';

/** A cell as people leave it in a sheet: text, a real number, or nothing. */
export type SampleCell = string | number | null;

export const ROSTER_HEADER = [
  '序号',
  '市(州)',
  '医疗机构名称',
  '组织机构代码',
  '统一社会信用代码',
  '医疗机构执业许可证登记号',
  '医疗机构类型(中医或西医)',
  '医疗机构类别(填写代码或名称)',
  '医疗机构级别(三级、二级)',
  '医疗机构等次(甲等、乙等、未定等)',
  '医疗机构数据管理员姓名',
  '医疗机构数据管理员手机号码',
  '医疗机构数据管理员邮箱',
] as const;
export const LIAISON_HEADER = ['市（州）', '姓名', '工作单位', '职务', '手机号码', '邮箱'] as const;

/** The 13 cells of a hospital's row. */
export function rosterRow(hospital: Hospital, number: SampleCell): SampleCell[] {
  return [
    number,
    hospital.prefecture,
    hospital.name,
    hospital.organizationCode,
    hospital.uscc,
    hospital.registrationNumber,
    hospital.medicineKind,
    hospital.category,
    hospital.level,
    hospital.grade,
    hospital.dataManagerName,
    hospital.dataManagerPhone,
    hospital.dataManagerEmail,
  ];
}

/** 附件2 as the office drew it: title rows, header, one row a hospital. */
export function rosterRows(hospitals: readonly Hospital[], unit: string): SampleCell[][] {
  return [
    ['附件2'],
    ['医院信息汇总表'],
    [`填报单位（盖章）：${unit}`],
    [...ROSTER_HEADER],
    ...hospitals.map((hospital, index) => rosterRow(hospital, index + 1)),
  ];
}

/** 附件3 as the office drew it. */
export function liaisonRows(liaison: Liaison): SampleCell[][] {
  const { prefecture, name, organization, position, phone, email } = liaison;
  return [['附件3'], ['市级联络员名单'], [...LIAISON_HEADER], [prefecture, name, organization, position, phone, email]];
}

export interface SampleSheet {
  readonly name: string;
  readonly rows: readonly (readonly SampleCell[])[];
  /** Areas such as `B5:B8`. */
  readonly merges?: readonly string[];
  /** Number formats by address. */
  readonly formats?: Readonly<Record<string, string>>;
  /** 1-based numbers. */
  readonly hiddenRows?: readonly number[];
  readonly hidden?: boolean;
}

/** Bytes of a workbook; the same for the same input. */
export function drawWorkbook(
  sheets: readonly SampleSheet[],
  bookType: 'xlsx' | 'biff8' | 'ods' | 'xlsb' | 'xlml' | 'html' | 'biff5' = 'xlsx',
): Buffer {
  const book: WorkBook = utils.book_new();
  for (const sheet of sheets) utils.book_append_sheet(book, drawSheet(sheet), sheet.name);
  book.Workbook = { Sheets: sheets.map((sheet) => ({ name: sheet.name, Hidden: sheet.hidden === true ? 1 : 0 })) };
  return Buffer.from(write(book, { type: 'buffer', bookType, compression: true }) as Uint8Array);
}

function drawSheet(sheet: SampleSheet): WorkSheet {
  const drawn = utils.aoa_to_sheet(sheet.rows.map((row) => row.map((cell) => cell ?? undefined)));
  if (sheet.merges) drawn['!merges'] = sheet.merges.map((area) => utils.decode_range(area));
  if (sheet.hiddenRows) {
    const rows: { hidden: boolean }[] = [];
    for (const number of sheet.hiddenRows) rows[number - 1] = { hidden: true };
    drawn['!rows'] = rows;
  }
  for (const [address, format] of Object.entries(sheet.formats ?? {})) {
    const cell = drawn[address] as CellObject | undefined;
    if (cell) cell.z = format;
  }
  return drawn;
}

/** 附件2 alone, with the unit's hospitals. */
export function rosterBook(hospitals: readonly Hospital[], unit: string): Buffer {
  return drawWorkbook([{ name: '医院信息汇总表', rows: rosterRows(hospitals, unit), merges: ['A2:M2', 'A3:M3'] }]);
}

/** 附件3 alone. */
export function liaisonBook(liaison: Liaison): Buffer {
  return drawWorkbook([{ name: '市级联络员名单', rows: liaisonRows(liaison), merges: ['A2:F2'] }]);
}

import { rosterRow, type SampleCell } from './draw-reply.ts';
import type { Hospital } from './invent-province.ts';
import { changed, type Find, type NastyReply, numbered, reply, table, workbook } from './nasty-tools.ts';

/** Cells that lost digits, gained signs, or hold something else than was asked for. */
export function nastyCells(find: Find): NastyReply[] {
  const unit = find('绵阳市');
  const hospitals = unit.hospitals.slice(0, 3);
  const [first, second] = hospitals;
  if (!first || !second) throw new Error('the sample unit has too few hospitals');
  const one = (change: Partial<Hospital>) => [workbook([table(numbered(changed(hospitals, 1, change)))])];
  return [
    {
      folder: 'cell-full-width-and-invisible',
      about: '代码里有全角字符、空格、换行、零宽字符和撇号，可以放心清理',
      files: [
        reply(
          unit,
          one({
            uscc: `'${wide(second.uscc)}`,
            organizationCode: `${second.organizationCode.slice(0, 8)}-${second.organizationCode.slice(8)}`,
            registrationNumber: ` ${second.registrationNumber.slice(0, 9)}\n${second.registrationNumber.slice(9)}\u200b`,
            dataManagerPhone: `${second.dataManagerPhone.slice(0, 3)} ${second.dataManagerPhone.slice(3, 7)} ${second.dataManagerPhone.slice(7)}`,
            dataManagerEmail: second.dataManagerEmail.replace('@', '＠'),
          }),
        ),
      ],
    },
    {
      folder: 'cell-stored-as-number',
      about: '手机号码存成数字（不伤数位）或带 .0，登记号存成数字（末几位已丢失）',
      files: [reply(unit, [workbook([{ ...table(asNumbers(hospitals)), formats: { L4: '0' } }])])],
    },
    {
      folder: 'cell-scientific-text',
      about: '登记号只剩 4.50123E+21 这样的文字',
      files: [reply(unit, one({ registrationNumber: '4.50123E+21' }))],
    },
    {
      folder: 'cell-letter-for-digit',
      about: '信用代码里的数字 0 写成字母 O',
      files: [reply(unit, one({ uscc: second.uscc.replace('0', 'O') }))],
    },
    {
      folder: 'cell-id-card-as-credit-code',
      about: '信用代码一栏误填了身份证号码',
      files: [reply(unit, one({ uscc: '510104199003074178' }))],
    },
    {
      folder: 'cell-formula-text',
      about: '单元格里是以 = + - @ 开头的文字，不得变成公式',
      files: [
        reply(unit, one({ dataManagerName: '=HYPERLINK("http://evil.test","点我")', category: '@SUM(1+1)*cmd|A1' })),
      ],
    },
    {
      folder: 'cell-unrated-grade',
      about: '等次写“未评”、“三甲”，级别写“三级医院”',
      files: [
        reply(unit, [
          workbook([
            table(
              numbered([
                { ...first, level: '三级医院', grade: '三甲' },
                { ...second, level: '二级', grade: '未评' },
              ]),
            ),
          ]),
        ]),
      ],
    },
    {
      folder: 'cell-wrong-mailbox',
      about: '邮箱少 @、域名写错、用中文句号',
      files: [
        reply(unit, [
          workbook([
            table(
              numbered(
                hospitals.map((hospital, index) => ({
                  ...hospital,
                  dataManagerEmail: ['guanli.yiyuan.test', 'shuju01@136.con', 'shuju02@163。com'][index] ?? '',
                })),
              ),
            ),
          ]),
        ]),
      ],
    },
    {
      folder: 'cell-out-of-scope',
      about: '一级医院不在填报范围；类别填了上级目录“专科医院”',
      files: [
        reply(unit, [
          workbook([
            table(
              numbered([
                { ...first, level: '一级' },
                { ...second, category: '专科医院', medicineKind: '中西医' },
              ]),
            ),
          ]),
        ]),
      ],
    },
  ];
}

function wide(text: string): string {
  return text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
}

function asNumbers(hospitals: readonly Hospital[]): SampleCell[][] {
  return hospitals.map((hospital, index) => {
    const row = rosterRow(hospital, index + 1);
    if (index === 0) row[11] = Number(hospital.dataManagerPhone);
    if (index === 1) row[11] = `${hospital.dataManagerPhone}.0`;
    if (index === 2) row[5] = Number('4501234567510700111001');
    return row;
  });
}

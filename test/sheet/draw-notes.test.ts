import { describe, expect, it } from 'vitest';
import { drawDictionary } from '../../src/sheet/draw-dictionary.ts';
import { drawNotes } from '../../src/sheet/draw-notes.ts';
import { painted } from './painted.ts';
import { AMBULANCES, findVocabulary } from './small-form.ts';

const { choices } = drawDictionary(AMBULANCES, (id) => findVocabulary(id, AMBULANCES));

function row(...texts: readonly string[]): string {
  return `24: ${texts.map((text) => `${text}‹noteCell›`).join(' ')}`;
}

describe('the filling notes', () => {
  it('explain the form column by column', () => {
    const sheet = drawNotes(AMBULANCES, choices, ['通知', '填报单位：成都市']);

    expect(painted(sheet)).toEqual([
      '30: 附表 救护车配备情况表 填写说明‹noteTitle›',
      '20: 通知‹note›',
      '20: 填报单位：成都市‹note›',
      '20: 1. 每辆一行。‹note›',
      '20: 2. 只填本地的车。‹note›',
      '8: ',
      '26: 序号‹noteHead› 栏目‹noteHead› 是否必填‹noteHead› 怎样填‹noteHead› 示例‹noteHead› 可选内容‹noteHead›',
      '24: 1‹noteCell› 序号‹noteCell› 选填‹noteCell› ‹noteCell›×3',
      '24: 2‹noteCell› 市(州)‹noteCell› 必填‹noteCell› ‹noteCell›×2 成都市、绵阳市‹noteCell›',
      '24: 3‹noteCell› 车牌号‹noteCell› 必填‹noteCell› 川A 开头。‹noteCell› 川A00000‹noteCell› ‹noteCell›',
      row('4', '车 型（填代码或名称）', '选填', '选一项。', '', 'K1 监护型、K2 转运型'),
      row('5', '车况', '必填', '', '', '良好、待修').replace(' ‹noteCell› ‹noteCell› ', ' ‹noteCell›×2 '),
      ...['购置日期', '担架数', '负责人', '手机号码', '邮箱', '所在医院', '备注'].map(
        (header, at) =>
          `24: ${at + 6}‹noteCell› ${header}‹noteCell› ${['担架数', '备注'].includes(header) ? '选填' : '必填'}‹noteCell› ‹noteCell›×3`,
      ),
    ]);
    expect({ ...sheet, rows: [] }).toEqual({
      name: '填写说明',
      columns: [6, 26, 9, 44, 26, 40].map((width) => ({ width })),
      rows: [],
      merges: ['A1:F1', 'A2:F2', 'A3:F3', 'A4:F4', 'A5:F5'],
      protection: { insertRows: false, deleteRows: false, sort: false, formatCells: false },
      print: { paper: 'A4', orientation: 'landscape', footer: '第 &P 页，共 &N 页' },
    });
  });

  it.each([
    [8, '项1、项2、项3、项4、项5、项6、项7、项8'],
    [9, '下拉列表中的9项'],
  ])('list up to eight answers: %d', (count, text) => {
    const city = choices.get('city');
    const entries = Array.from({ length: count }, (_, index) => `项${index + 1}`);
    const sheet = drawNotes(AMBULANCES, new Map(city ? [['city', { ...city, entries }]] : []), []);

    expect(sheet.rows[6]?.cells[5]?.value).toBe(text);
  });

  it('make room for a long prompt', () => {
    const [first, ...others] = AMBULANCES.columns;
    const columns = first ? [{ ...first, prompt: '详'.repeat(100) }, ...others] : [];

    expect(drawNotes({ ...AMBULANCES, columns }, choices, []).rows[5]?.height).toBe(8 + 16 * 5);
  });
});

import { expect, it } from 'vitest';
import { drawPlainSheet } from '../../../src/registry/publish/draw-plain-sheet.ts';
import { layAccounts } from '../../../src/registry/publish/lay-accounts.ts';
import { editionOfState, ROSTER, registerRow, registryState } from '../../support/registry-state.ts';

const LIST = {
  file: '名单',
  title: '名单',
  form: ROSTER.form,
  contact: { person: 'dataManagerName', phone: 'dataManagerPhone', email: 'dataManagerEmail' },
  columns: [
    { header: '序号', sequence: true as const, width: 6 },
    { header: '医疗机构名称', key: 'name', write: 'value' as const, width: 20 },
    { header: '备注', key: 'nothing', write: 'value' as const },
  ],
};

it('a sheet for another system is a header and rows of text, numbered on, as high as they need', () => {
  const rows = [registerRow({ id: 'r1' }), registerRow({ id: 'r2', row: 6, values: { name: '名'.repeat(21) } })];
  const edition = editionOfState(registryState(rows));
  const [laid] = layAccounts(LIST, ROSTER, { sheets: [{ sheet: '西医', rows }], leftOut: [] });
  const { sections, ...sheet } = laid ? drawPlainSheet(laid, edition) : { sections: [] };

  expect(sheet).toEqual({
    name: '西医',
    columns: [{ width: 6 }, { width: 20 }, { width: 12 }],
    rows: [
      {
        height: 20,
        cells: ['序号', '医疗机构名称', '备注'].map((value) => ({ value, style: 'head' })),
      },
    ],
    freeze: { rows: 1, columns: 0 },
    print: {
      paper: 'A4',
      orientation: 'landscape',
      repeatRows: '1:1',
      area: 'A1:C1',
      footer: '第 &P 页，共 &N 页',
      margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6 },
    },
  });
  expect(sections?.flatMap((section) => section.rows())).toEqual([
    {
      height: 20,
      cells: [
        { value: '1', style: 'center' },
        { value: '示例市第一人民医院', style: 'left' },
        { value: null, style: 'center' },
      ],
    },
    {
      height: 49,
      cells: [
        { value: '2', style: 'center' },
        { value: '名'.repeat(21), style: 'left' },
        { value: null, style: 'center' },
      ],
    },
  ]);
});

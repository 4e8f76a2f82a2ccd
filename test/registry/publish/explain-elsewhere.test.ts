import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadHqmsMapping } from '../../../src/forms/hqms-mapping.ts';
import { describeExtent, explainFrame } from '../../../src/registry/publish/explain-frame.ts';
import { describeListExtent, explainListCell } from '../../../src/registry/publish/explain-list-cell.ts';
import { findPlacedSheet, suggestSheets } from '../../../src/registry/publish/find-placed-sheet.ts';
import { layAccounts } from '../../../src/registry/publish/lay-accounts.ts';
import { layRegister, layUnit } from '../../../src/registry/publish/lay-register.ts';
import { listFindings } from '../../../src/registry/publish/list-findings.ts';
import { placeSheets } from '../../../src/registry/publish/place-sheets.ts';
import {
  editionOfState,
  findingAt,
  LIAISON,
  ROSTER,
  registerRow,
  registryState,
} from '../../support/registry-state.ts';

const row = registerRow();
const edition = () =>
  editionOfState(
    registryState([row], {
      findings: [findingAt(row, 'uscc', { text: '有误' }), findingAt(row, '', { text: '整行' })],
    }),
  );

function mapping() {
  return loadHqmsMapping(readFileSync('templates/hqms.yaml', 'utf8'), 'templates/hqms.yaml', [ROSTER, LIAISON]);
}

function sheets() {
  return placeSheets(mapping(), edition(), [], true);
}

function unitSheet(of = edition()) {
  const [unit] = of.units;
  const [laid] = unit ? layUnit(unit, of) : [];
  if (!laid) throw new Error('no sheet');
  return laid;
}

const said = (lines: ReturnType<typeof explainFrame>) => lines?.map(({ label, text }) => `${label}：${text}`);

describe('what stands around the rows of a table', () => {
  const at = (line: number, column: number) =>
    said(explainFrame(layRegister(ROSTER, edition()), line, column, edition()));

  it('annex, title, who reports and when, header', () => {
    expect(at(1, 1)).toEqual(['内容：附件2', '来历：附件号，取自表格定义 forms/hospital-roster.yaml']);
    expect(at(2, 1)).toEqual(['内容：医院信息汇总表', '来历：标题，取自表格定义 forms/hospital-roster.yaml']);
    expect(at(3, 1)).toEqual([
      '内容：填报单位（盖章）：省卫生健康委员会办公室',
      '来历：发文机关，取自 campaign.yaml 的 notice.issuer',
    ]);
    expect(at(1, 5)).toEqual(['内容：（空）', '来历：标题各行中空着的位置']);
    expect(at(4, 3)).toEqual(['内容：医疗机构名称', '来历：表头，取自表格定义 forms/hospital-roster.yaml']);
  });

  it('the date is that of the newest thing the version rests on', () => {
    const dated = ROSTER.columns.map((_, index) => at(3, index + 1)).find((lines) => lines?.[0]?.includes('填报日期'));

    expect(dated).toEqual(['内容：填报日期：2025年3月1日', '来历：这一版所依据的最新一封邮件或一项决定的日期']);
  });

  it('nothing beside the table and below it', () => {
    expect(at(4, 14)).toBeUndefined();
    expect(at(4, 0)).toBeUndefined();
    expect(at(6, 1)).toBeUndefined();
  });

  it('a unit’s own workbook has its name, a column of its own and lines for signing', () => {
    const laid = unitSheet();
    const frame = (line: number, column: number) => said(explainFrame(laid, line, column, edition()));

    expect(frame(3, 1)).toEqual([
      '内容：填报单位（盖章）：成都市卫生健康委员会',
      '来历：单位全称，取自通讯录 units.xlsx',
    ]);
    expect(frame(4, 14)).toEqual(['内容：核对结果', '来历：表头，发给单位核对时加的一列']);
    expect(frame(4, 1)?.[1]).toBe('来历：表头，取自表格定义 forms/hospital-roster.yaml');
    expect(frame(6, 1)?.[0]).toContain('请逐行核对');
    expect(frame(6, 2)).toEqual(['内容：（空）', '来历：表格下面给单位的说明和签字栏，每份核对表都一样']);
    expect(frame(7, 1)?.[0]).toContain('核对人');
    expect(frame(8, 1)).toBeUndefined();
    expect(frame(5, 1)).toBeUndefined();
  });

  it('a list for HQMS has a header and nothing above it', () => {
    const [list] = mapping().lists;
    const [laid] = list ? layAccounts(list, ROSTER, { sheets: [{ sheet: '西医', rows: [row] }], leftOut: [] }) : [];

    expect(laid && said(explainFrame(laid, 1, 3, edition()))).toEqual([
      '内容：医疗机构名称',
      '来历：表头，按名单设置 hqms.yaml 书写',
    ]);
    expect(laid && explainFrame(laid, 0, 3, edition())).toBeUndefined();
  });

  it('how far a table reaches', () => {
    expect(describeExtent(layRegister(ROSTER, edition()))).toBe('这张表的列为 A 至 M，数据在第 5 至 5 行。');
    expect(describeExtent(layRegister(LIAISON, edition()))).toBe('这张表的列为 A 至 F，还没有数据。');
  });
});

describe('a cell of a list explained', () => {
  const list = () => listFindings(layRegister(ROSTER, edition()), edition().state.findings, edition());
  const at = (line: number, column: number, of = list()) => said(explainListCell(of, line, column, edition()));

  it('tells what the line is about and the cell of the register', () => {
    expect(at(4, 8)?.slice(0, 4)).toEqual([
      '列：问题',
      '内容：有误',
      '来历：错误：有误（uscc/check-digit）。请核对后改正。',
      '说的是：全省医院信息汇总表.xlsx 医院信息汇总表!E5',
    ]);
    expect(at(4, 8)).toContain('列：统一社会信用代码');
    expect(at(4, 8)).toContain('读到：“12510100450712347E”（文本）');
  });

  it('a line about a row speaks of its name', () => {
    expect(at(3, 8)?.[3]).toBe('说的是：全省医院信息汇总表.xlsx 医院信息汇总表!C5');
  });

  it('the lines above it', () => {
    expect(at(2, 8)).toEqual(['内容：问题', '来历：表头']);
    expect(at(1, 1)?.[1]).toBe('来历：“问题清单”的说明，发布时写的');
    expect(at(1, 2)?.[0]).toBe('内容：（空）');
  });

  it('nothing beside it and below it', () => {
    expect(at(3, 99)).toBeUndefined();
    expect(at(5, 1)).toBeUndefined();
    expect(at(0, 1)).toBeUndefined();
  });

  it('one without any line says why', () => {
    const none = listFindings(layRegister(ROSTER, edition()), [], edition());

    expect(at(3, 1, none)).toEqual(['内容：没有发现问题。', '来历：“问题清单”没有内容时的说明']);
    expect(describeListExtent(none)).toMatch(/^这张表的列为 A 至 [A-Z]，没有内容。$/);
    expect(describeListExtent(list())).toMatch(/^这张表的列为 A 至 [A-Z]，内容在第 3 至 4 行。$/);
  });

  it('a line about nothing in the register says only what it is', () => {
    const elsewhere = listFindings(
      layRegister(ROSTER, edition()),
      [findingAt(registerRow({ row: 99 }), 'uscc')],
      edition(),
    );

    expect(at(3, 8, elsewhere)).toHaveLength(3);
    expect(at(3, 8, { ...list(), originOf: () => undefined })?.[2]).toBe('来历：发布时统计');
    expect(
      at(3, 8, { ...list(), originOf: () => ({ row: registerRow({ id: 'other' }), key: '', text: '别的' }) }),
    ).toHaveLength(3);
    expect(at(3, 8, { ...list(), originOf: () => ({ row, key: 'nothing', text: '别的' }) })).toHaveLength(3);
  });
});

describe('the sheets of all deliverables', () => {
  it('the province workbooks first, then the package, then the units', () => {
    const places = sheets().map(({ file, sheet }) => `${file}!${sheet}`);

    expect(places.slice(0, 6)).toEqual([
      '全省医院信息汇总表.xlsx!医院信息汇总表',
      '全省市级联络员名单.xlsx!市级联络员名单',
      '全省医院信息汇总表.csv!',
      '全省市级联络员名单.csv!',
      '全省医院信息汇总表.xlsx!问题清单',
      '全省医院信息汇总表.xlsx!报送情况',
    ]);
    expect(places).toEqual(
      expect.arrayContaining([
        'HQMS/医院账号信息.xlsx!西医',
        'HQMS/未纳入名单.xlsx!医院账号',
        'HQMS/联系方式核对.xlsx!医院账号',
        '分市核对/甘孜州.xlsx!医院信息汇总表',
      ]),
    );
    expect(new Set(places).size).toBe(places.length);
  });

  it('each list is the one that its name says', () => {
    const lists = sheets().flatMap((one) => ('list' in one ? [[one.list().name, one.sheet]] : []));

    expect(lists.map(([name]) => name)).toEqual(lists.map(([, sheet]) => sheet));
    expect(lists.length).toBeGreaterThan(10);
  });
});

describe('a person means a sheet', () => {
  const found = (where: string) => {
    const one = findPlacedSheet(where, sheets());
    return one && `${one.placed.file}!${one.placed.sheet}`;
  };

  it.each([
    ['HQMS/医院账号信息.xlsx!西医', 'HQMS/医院账号信息.xlsx!西医'],
    ['[HQMS/医院账号信息.xlsx]西医', 'HQMS/医院账号信息.xlsx!西医'],
    ['全省医院信息汇总表', '全省医院信息汇总表.xlsx!医院信息汇总表'],
    ['全省医院信息汇总表.xlsx', '全省医院信息汇总表.xlsx!医院信息汇总表'],
    ['全省医院信息汇总表.csv', '全省医院信息汇总表.csv!'],
    ['医院信息汇总表', '全省医院信息汇总表.xlsx!医院信息汇总表'],
    ['医院账号信息!中医', 'HQMS/医院账号信息.xlsx!中医'],
    ['自贡市', '分市核对/自贡市.xlsx!医院信息汇总表'],
    ['附件3', '全省市级联络员名单.xlsx!市级联络员名单'],
    ['hospital-roster', '全省医院信息汇总表.xlsx!医院信息汇总表'],
    ['问题清单', '全省医院信息汇总表.xlsx!问题清单'],
    ['没有的', undefined],
    ['没有的.csv', undefined],
  ])('%s', (where, place) => {
    expect(found(where)).toBe(place);
  });

  it('of several sheets of a file the first', () => {
    const first = sheets().find(({ file }) => file === 'HQMS/医院账号信息.xlsx');

    expect(found('医院账号信息')).toBe(`HQMS/医院账号信息.xlsx!${first?.sheet}`);
  });

  it('is told of others of the same name among their peers only', () => {
    const names = (where: string) => findPlacedSheet(where, sheets())?.namesakes.map(({ file }) => file);

    expect(names('问题清单')).toEqual(['全省市级联络员名单.xlsx']);
    expect(names('医院信息汇总表')).toEqual([]);
    expect(names('全省医院信息汇总表!问题清单')).toEqual([]);
    expect(names('附件3')).toEqual([]);
  });

  it('is offered names that are alike, else the first ones', () => {
    expect(suggestSheets('账号', sheets())).toEqual(expect.arrayContaining(['医院账号', '市级管理员账号']));
    expect(suggestSheets('全省市级', sheets())).toEqual(expect.arrayContaining(['全省市级联络员名单']));
    expect(suggestSheets('output/账号.xlsx', sheets())).toEqual(suggestSheets('账号', sheets()));
    expect(suggestSheets('某某', sheets())).toHaveLength(6);
    expect(suggestSheets('某某', sheets())[0]).toBe('医院信息汇总表');
    expect(suggestSheets('账', sheets())).toEqual(suggestSheets('某某', sheets()));
  });
});

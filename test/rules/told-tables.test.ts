import { describe, expect, it } from 'vitest';
import type { JudgedRow } from '../../src/rules/rule.ts';
import { fieldsOf, judgeRowsOf, LIAISON, ROSTER, rowAmong } from '../support/judge-value.ts';
import { tellFault } from '../support/tell.ts';

const OTHER = {
  name: '成都市岚舟人民医院',
  uscc: '12510100450718909X',
  organizationCode: '450718909',
  registrationNumber: '45071890951010411A1001',
  dataManagerName: '邓予安',
  dataManagerPhone: '15158204717',
  dataManagerEmail: 'deng@qq.com',
  sequence: '2',
};

/** The good row and another one with these changes. */
function two(changes: Readonly<Record<string, string>>, place: { row?: number; sheet?: string } = {}): JudgedRow[] {
  return [rowAmong({}), rowAmong({ ...OTHER, ...changes }, { row: 6, ...place })];
}

/** The good row and another one that 绵阳市 reports. */
function far(changes: Readonly<Record<string, string>>): JudgedRow[] {
  return [rowAmong({}), rowAmong({ ...OTHER, prefecture: '绵阳市', ...changes }, { unit: '绵阳市', row: 9 })];
}

function withoutUnit(): JudgedRow {
  const { fields, row, sheet } = rowAmong(
    { ...OTHER, uscc: '12510100450712347E', dataManagerPhone: '13958204716' },
    { row: 9 },
  );
  return { fields, row, sheet };
}

/** `column@row←others code severity: sentence` of every fault. */
function tellRows(rows: readonly JudgedRow[], scope: 'sheet' | 'province', form = ROSTER): string[] {
  return judgeRowsOf(rows, scope, form).map(([code, fault]) => {
    expect(fault.seen).toBe(rows[fault.index]?.fields[fault.column]?.value);
    return `${fault.column}@${fault.index}←${fault.related.join(',')} ${tellFault(code, fault)}`;
  });
}

describe('what the sender reads about the rows of a table', () => {
  it.each<[string, JudgedRow[], string[]]>([
    [
      'one hospital, its name written otherwise',
      two({ name: '成都霁溪人民医院', uscc: '12510100450712347E', registrationNumber: '' }),
      ['name@1←0 row/duplicate error: “成都霁溪人民医院”与第5行“成都市霁溪人民医院”是同一家医院'],
    ],
    [
      'one hospital on two sheets, word for word but for its running number',
      [rowAmong({}), rowAmong({ sequence: '7' }, { sheet: '某县', row: 3 })],
      [
        'name@1←0 row/duplicate notice: “成都市霁溪人民医院”与工作表“Sheet1”第5行“成都市霁溪人民医院”是同一家医院，各栏相同，已按一行登记',
      ],
    ],
    [
      'one hospital on two sheets, with another grade',
      [rowAmong({}), rowAmong({ grade: '未定等' }, { sheet: '某县', row: 3 })],
      ['name@1←0 row/duplicate error: “成都市霁溪人民医院”与工作表“Sheet1”第5行“成都市霁溪人民医院”是同一家医院'],
    ],
    [
      'one credit code on two sheets',
      two({ uscc: '12510100450712347E' }, { sheet: '续表', row: 3 }),
      [
        'uscc@1←0 row/same-code error: “成都市岚舟人民医院”的统一社会信用代码与工作表“Sheet1”第5行“成都市霁溪人民医院”相同，登记号和名称却不同',
      ],
    ],
    [
      'one registration number, once with a hyphen',
      two({ registrationNumber: '45071234-751010411A1001' }),
      [
        'registrationNumber@1←0 row/same-registration error: “成都市岚舟人民医院”的登记号与第5行“成都市霁溪人民医院”相同',
      ],
    ],
    [
      'one name, other codes',
      two({ name: '成都市霁溪人民医院' }),
      ['name@1←0 row/same-name warning: “成都市霁溪人民医院”与第5行“成都市霁溪人民医院”名称相同，代码却不同'],
    ],
    [
      'one name, the second without a city',
      two({ name: '成都市霁溪人民医院', prefecture: '' }),
      ['name@1←0 row/same-name warning: “成都市霁溪人民医院”与第5行“成都市霁溪人民医院”名称相同，代码却不同'],
    ],
    [
      'one telephone',
      two({ dataManagerPhone: '13958204716' }),
      [
        'dataManagerPhone@0←1 phone/shared warning: “列”“13958204716”同时填给了2家医院：另有成都市岚舟人民医院',
        'dataManagerPhone@1←0 phone/shared warning: “列”“13958204716”同时填给了2家医院：另有成都市霁溪人民医院',
      ],
    ],
    [
      'one mailbox in other case',
      two({ dataManagerEmail: 'LuoZhiYao@163.com' }),
      [
        'dataManagerEmail@0←1 email/shared warning: “列”“luozhiyao@163.com”同时填给了2家医院：另有成都市岚舟人民医院',
        'dataManagerEmail@1←0 email/shared warning: “列”“LuoZhiYao@163.com”同时填给了2家医院：另有成都市霁溪人民医院',
      ],
    ],
    [
      'one mailbox, one person',
      two({ dataManagerEmail: 'luozhiyao@163.com', dataManagerName: '罗知遥' }),
      [
        'dataManagerEmail@0←1 email/shared notice: “列”“luozhiyao@163.com”同时填给了2家医院：另有成都市岚舟人民医院',
        'dataManagerEmail@1←0 email/shared notice: “列”“luozhiyao@163.com”同时填给了2家医院：另有成都市霁溪人民医院',
      ],
    ],
    [
      'one mailbox, nobody named',
      [
        rowAmong({ dataManagerName: '' }),
        rowAmong({ ...OTHER, dataManagerName: '', dataManagerEmail: 'luozhiyao@163.com' }, { row: 6 }),
      ],
      [
        'dataManagerEmail@0←1 email/shared warning: “列”“luozhiyao@163.com”同时填给了2家医院：另有成都市岚舟人民医院',
        'dataManagerEmail@1←0 email/shared warning: “列”“luozhiyao@163.com”同时填给了2家医院：另有成都市霁溪人民医院',
      ],
    ],
    [
      'one telephone, one of the two hospitals listed twice',
      [...two({ dataManagerPhone: '13958204716' }), rowAmong({ sequence: '3' }, { row: 7 })],
      [
        'name@2←0 row/duplicate error: “成都市霁溪人民医院”与第5行“成都市霁溪人民医院”是同一家医院',
        'dataManagerPhone@0←1 phone/shared warning: “列”“13958204716”同时填给了2家医院：另有成都市岚舟人民医院',
        'dataManagerPhone@1←0 phone/shared warning: “列”“13958204716”同时填给了2家医院：另有成都市霁溪人民医院',
      ],
    ],
    [
      'a leap of the running number',
      two({ sequence: '4' }),
      ['sequence@1←0 row/gap notice: 序号从 1 到 4，中间可能缺行'],
    ],
    [
      'blank rows',
      [rowAmong({ sequence: '' }), rowAmong({ ...OTHER, sequence: '' }, { row: 9 })],
      ['name@1←0 row/blank notice: 第5行与第9行之间有3行没有填报内容（空行、小计或重复的表头），已跳过'],
    ],
  ])('%s', (_, rows, told) => {
    expect(tellRows(rows, 'sheet')).toEqual(told);
  });

  it('one telephone for seven, the fourth without name and code', () => {
    const rows = [...'一二三四五六七'].map((n, i) =>
      rowAmong(
        {
          ...OTHER,
          name: i === 3 ? '' : `成都市岚舟第${n}医院`,
          uscc: i === 3 ? '' : `X${i}`,
          registrationNumber: `R${i}`,
          dataManagerName: `邓${n}`,
          dataManagerEmail: '',
          sequence: '',
        },
        { row: 5 + i },
      ),
    );

    expect(
      tellRows(rows, 'sheet')
        .filter((_, index) => index % 3 === 0)
        .slice(0, 2),
    ).toEqual([
      'dataManagerPhone@0←1,2,3,4,5,6 phone/shared warning: “列”“15158204717”同时填给了7家医院：另有成都市岚舟第二医院、成都市岚舟第三医院、第8行、成都市岚舟第五医院、成都市岚舟第六医院 等6家',
      'dataManagerPhone@3←0,1,2,4,5,6 phone/shared warning: “列”“15158204717”同时填给了7家医院：另有成都市岚舟第一医院、成都市岚舟第二医院、成都市岚舟第三医院、成都市岚舟第五医院、成都市岚舟第六医院 等6家',
    ]);
  });

  it('one telephone for six: all others are named', () => {
    const rows = [...'一二三四五六'].map((number) =>
      rowAmong({ ...OTHER, name: `成都市岚舟第${number}医院`, uscc: '', registrationNumber: '', sequence: '' }),
    );

    expect(tellRows(rows, 'sheet').find((line) => line.includes('phone/shared'))).toMatch(/第六医院$/);
  });

  it('one telephone of one hospital without codes, listed twice, is not shared', () => {
    const rows = two({ name: '成都市霁溪人民医院', dataManagerPhone: '13958204716', uscc: '' }).map((row) => ({
      ...row,
      fields: { ...row.fields, ...fieldsOf({ uscc: '', registrationNumber: '' }) },
    }));

    expect(tellRows(rows, 'sheet').filter((line) => line.includes('phone/shared'))).toEqual([]);
  });

  it('what two units share is told by the province alone', () => {
    const told = tellRows(far({ dataManagerPhone: '13958204716', uscc: '12510100450712347E' }), 'sheet');

    expect(told.filter((line) => /shared|same|duplicate/.test(line))).toEqual([]);
  });

  it('three people where one is asked for', () => {
    expect(
      tellRows(
        [rowAmong({ name: '李四' }), rowAmong({ name: '王五' }, { row: 6 }), rowAmong({ name: '赵六' }, { row: 7 })],
        'sheet',
        LIAISON,
      ),
    ).toEqual([
      'name@1←0 row/too-many warning: 本表填了3行，应填1行',
      'name@2←0 row/too-many warning: 本表填了3行，应填1行',
    ]);
  });
});

describe('what the sender reads about the rows of the province', () => {
  it.each<[string, JudgedRow[], string[]]>([
    [
      'one hospital from two units',
      far({ name: '成都市霁溪人民医院', uscc: '12510100450712347E', registrationNumber: '' }),
      [
        'name@0←1 province/duplicate warning: “成都市霁溪人民医院”与绵阳市报送的第9行“成都市霁溪人民医院”是同一家医院',
        'name@1←0 province/duplicate warning: “成都市霁溪人民医院”与成都市报送的第5行“成都市霁溪人民医院”是同一家医院',
      ],
    ],
    [
      'one credit code from two units',
      far({ uscc: '12510100450712347E' }),
      [
        'uscc@0←1 province/same-code error: “成都市霁溪人民医院”的统一社会信用代码与绵阳市报送的第9行“成都市岚舟人民医院”相同，登记号和名称却不同',
        'uscc@1←0 province/same-code error: “成都市岚舟人民医院”的统一社会信用代码与成都市报送的第5行“成都市霁溪人民医院”相同，登记号和名称却不同',
      ],
    ],
    [
      'one registration number from two units',
      far({ registrationNumber: '45071234751010411A1001' }),
      [
        'registrationNumber@0←1 province/same-registration error: “成都市霁溪人民医院”的登记号与绵阳市报送的第9行“成都市岚舟人民医院”相同',
        'registrationNumber@1←0 province/same-registration error: “成都市岚舟人民医院”的登记号与成都市报送的第5行“成都市霁溪人民医院”相同',
      ],
    ],
    [
      'one name from two units',
      far({ name: '成都市霁溪人民医院' }),
      [
        'name@0←1 province/same-name warning: “成都市霁溪人民医院”与绵阳市报送的第9行“成都市霁溪人民医院”名称相同，代码却不同',
        'name@1←0 province/same-name warning: “成都市霁溪人民医院”与成都市报送的第5行“成都市霁溪人民医院”名称相同，代码却不同',
      ],
    ],
    [
      'one telephone in two units',
      far({ dataManagerPhone: '13958204716' }),
      [
        'dataManagerPhone@0←1 phone/shared-across-units warning: “列”“13958204716”也出现在其他单位的表中：成都市岚舟人民医院（绵阳市报送）',
        'dataManagerPhone@1←0 phone/shared-across-units warning: “列”“13958204716”也出现在其他单位的表中：成都市霁溪人民医院（成都市报送）',
      ],
    ],
    [
      'one mailbox in two units',
      far({ dataManagerEmail: 'luozhiyao@163.com' }),
      [
        'dataManagerEmail@0←1 email/shared-across-units warning: “列”“luozhiyao@163.com”也出现在其他单位的表中：成都市岚舟人民医院（绵阳市报送）',
        'dataManagerEmail@1←0 email/shared-across-units warning: “列”“luozhiyao@163.com”也出现在其他单位的表中：成都市霁溪人民医院（成都市报送）',
      ],
    ],
    [
      'one credit code, one row of no known unit',
      [rowAmong({}), withoutUnit()],
      [
        'uscc@0←1 province/same-code error: “成都市霁溪人民医院”的统一社会信用代码与其他单位报送的第9行“成都市岚舟人民医院”相同，登记号和名称却不同',
        'uscc@1←0 province/same-code error: “成都市岚舟人民医院”的统一社会信用代码与成都市报送的第5行“成都市霁溪人民医院”相同，登记号和名称却不同',
      ],
    ],
  ])('%s', (_, rows, told) => {
    expect(tellRows(rows, 'province')).toEqual(told);
  });
});

import { LIAISON_HEADER, liaisonRows, ROSTER_HEADER, type SampleCell } from './draw-reply.ts';
import { type Find, type NastyReply, numbered, reply, table, workbook } from './nasty-tools.ts';

/** Tables as people make them. */
export function nastyTables(find: Find): NastyReply[] {
  const unit = find('乐山市');
  const hospitals = unit.hospitals.slice(0, 3);
  const rows = numbered(hospitals);
  return [
    {
      folder: 'table-transposed',
      about: '表格行列颠倒：每家医院一列，表头在第一列',
      files: [reply(unit, [workbook([{ name: 'Sheet1', rows: transpose([[...ROSTER_HEADER], ...rows]) }])])],
    },
    {
      folder: 'table-both-annexes-on-one-sheet',
      about: '附件3和附件2上下排在同一张工作表里',
      files: [
        reply(unit, [
          workbook([
            { name: '报送', rows: [...liaisonRows(unit.liaison), [], ['附件2'], [...ROSTER_HEADER], ...rows] },
          ]),
        ]),
      ],
    },
    {
      folder: 'table-header-in-two-rows',
      about: '表头分两行，数据管理员三列在一个大表头下面',
      files: [reply(unit, [workbook([twoRowHeader(rows)])])],
    },
    {
      folder: 'table-columns-moved-and-renamed',
      about: '列的顺序变了、表头改了名、少一列组织机构代码、多一列备注',
      files: [reply(unit, [workbook([movedColumns(rows)])])],
    },
    {
      folder: 'table-header-in-english',
      about: '表头是英文',
      files: [reply(unit, [workbook([table(rows, ENGLISH)])])],
    },
    {
      folder: 'table-phone-and-name-swapped',
      about: '数据管理员姓名和手机号码两列填反了',
      files: [reply(unit, [workbook([table(rows.map(swapNameAndPhone))])])],
    },
    {
      folder: 'table-ditto-marks',
      about: '与上一行相同的内容写“同上”或“〃”',
      files: [reply(unit, [workbook([table(rows.map((row, index) => (index === 0 ? row : ditto(row, index))))])])],
    },
    {
      folder: 'table-example-totals-notes',
      about: '留着示例行，中间有空行和重复的表头，下面有合计、备注和签字',
      files: [reply(unit, [workbook([cluttered(rows)])])],
    },
    {
      folder: 'table-old-hidden-sheet',
      about: '隐藏的旧表不算数，筛选隐藏的行算数，空白表排在最前面',
      files: [
        reply(unit, [
          workbook([
            { name: 'Sheet1', rows: [] },
            { ...table(rows), name: '医院', hiddenRows: [5] },
            { ...table(numbered(unit.hospitals.slice(3, 4))), name: '旧表', hidden: true },
          ]),
        ]),
      ],
    },
    {
      folder: 'table-level-and-grade-together',
      about: '级别和等次写在一列（三级甲等），类别写成“A100 综合医院”',
      files: [reply(unit, [workbook([table(rows.map(joinLevelAndGrade))])])],
    },
    {
      folder: 'table-two-people-in-a-cell',
      about: '一格里写了两个人、两个号码、两个邮箱',
      files: [reply(unit, [workbook([table(rows.map((row, index) => (index === 1 ? doubled(row) : row)))])])],
    },
    {
      folder: 'table-city-of-another-unit',
      about: '市（州）填的不是报送单位',
      files: [reply(unit, [workbook([table(rows.map((row, index) => (index === 2 ? put(row, 1, '自贡市') : row)))])])],
    },
    {
      folder: 'table-liaison-roles-in-columns',
      about: '附件3竖着填：左边是项目，右边是内容',
      files: [
        reply(unit, [workbook([{ name: 'Sheet1', rows: uprightLiaison(liaisonRows(unit.liaison)) }], '附件3.xlsx')], {
          subject: '乐山市附件3 市级联络员名单',
        }),
      ],
    },
  ];
}

const ENGLISH = [
  'No.',
  'City',
  'Hospital Name',
  'Organization Code',
  'USCC',
  'Registration Number',
  'Type',
  'Category',
  'Level',
  'Grade',
  'Name',
  'Mobile',
  'E-mail',
];

function transpose(rows: readonly (readonly SampleCell[])[]): SampleCell[][] {
  return (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? null));
}

function put(row: readonly SampleCell[], column: number, value: SampleCell): SampleCell[] {
  return row.map((cell, index) => (index === column ? value : cell));
}

function twoRowHeader(rows: readonly (readonly SampleCell[])[]): {
  name: string;
  rows: SampleCell[][];
  merges: string[];
} {
  const above = [...ROSTER_HEADER.slice(0, 10), '医疗机构数据管理员', null, null];
  const below = [...Array.from({ length: 10 }, () => null), '姓名', '手机号码', '邮箱'];
  const upright = 'ABCDEFGHIJ'.split('').map((letter) => `${letter}2:${letter}3`);
  return {
    name: 'Sheet1',
    rows: [['医院信息汇总表'], above, below, ...rows.map((row) => [...row])],
    merges: ['K2:M2', ...upright],
  };
}

function movedColumns(rows: readonly (readonly SampleCell[])[]): { name: string; rows: SampleCell[][] } {
  const order = [2, 1, 4, 5, 8, 9, 6, 7, 10, 11, 12];
  const header = [
    '医院名称',
    '地市',
    '信用代码',
    '登记号',
    '级别',
    '等次',
    '中医/西医',
    '医院类别',
    '联系人',
    '手机',
    '电子邮箱',
    '备注',
  ];
  return { name: '医院', rows: [header, ...rows.map((row) => [...order.map((at) => row[at] ?? null), '已核'])] };
}

function swapNameAndPhone(row: readonly SampleCell[]): SampleCell[] {
  return put(put(row, 10, row[11] ?? null), 11, row[10] ?? null);
}

function ditto(row: readonly SampleCell[], index: number): SampleCell[] {
  return put(put(row, 1, index === 1 ? '同上' : '〃'), 10, '同上');
}

function cluttered(rows: readonly (readonly SampleCell[])[]): { name: string; rows: SampleCell[][] } {
  const example: SampleCell[] = [
    '例',
    '成都市',
    '示例市第一人民医院',
    '450712347',
    '12510100450712347E',
    '45071234751010411A1001',
    '西医',
    '综合医院',
    '三级',
    '甲等',
    '张三',
    '13800138000',
    'zhangsan@example.com',
  ];
  const [first, ...rest] = rows.map((row) => [...row]);
  const body = [example, first ?? [], [], [...ROSTER_HEADER], ...rest, [], ['合计', null, '共3家医院']];
  const foot = [
    ['备注：以上信息由各县（市、区）核对。'],
    ['填表人：税一诺', null, null, '审核人：雍明澈'],
    ['2025年2月20日'],
  ];
  return { name: 'Sheet1', rows: [['附件2'], ['医院信息汇总表'], [...ROSTER_HEADER], ...body, ...foot] };
}

function joinLevelAndGrade(row: readonly SampleCell[]): SampleCell[] {
  const joined = put(put(row, 8, `${String(row[8])}${String(row[9])}`), 9, null);
  return put(joined, 7, row[7] === 'A100' ? 'A100 综合医院' : (row[7] ?? null));
}

function doubled(row: readonly SampleCell[]): SampleCell[] {
  const twoPhones = put(row, 11, `${String(row[11])}/13912340001`);
  return put(put(twoPhones, 10, `${String(row[10])}、代成蹊`), 12, `${String(row[12])};er@yiyuan.test`);
}

function uprightLiaison(rows: readonly (readonly SampleCell[])[]): SampleCell[][] {
  const values = rows.at(-1) ?? [];
  return [['附件3 市级联络员名单'], ...LIAISON_HEADER.map((header, index) => [header, values[index] ?? null])];
}

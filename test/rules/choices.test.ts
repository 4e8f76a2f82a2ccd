import { describe, expect, it } from 'vitest';
import { judgeRowOf, judgeValue } from '../support/judge-value.ts';

/** The reader makes values canonical; what the file held stays in `raw`. */
describe('a choice', () => {
  it.each([
    ['prefecture', '成都市', []],
    ['prefecture', '成多市', ['prefecture/unknown']],
    ['prefecture', '德阳市', ['prefecture/other-unit']],
    ['medicineKind', '西医', []],
    ['medicineKind', '公立', ['medicine-kind/unknown']],
    ['medicineKind', '中西医', ['medicine-kind/ambiguous']],
    ['medicineKind', '民族医', ['medicine-kind/ambiguous']],
    ['category', '综合医院', []],
    ['category', 'A5', ['category/parent']],
    ['category', '专科医院', ['category/parent']],
    ['category', '二级医院', ['category/unknown']],
    ['category', 'A535', ['category/unknown']],
    ['category', '针炙医院', ['category/mapped']],
    ['level', '三级', []],
    ['level', '一级', ['level/out-of-scope']],
    ['level', '未定级', ['level/out-of-scope']],
    ['level', '甲等', ['level/unknown']],
    ['level', '三级甲等', ['level/combined']],
    ['level', '二甲', ['level/combined']],
    ['grade', '未定等', []],
    ['grade', '丙等', []],
    ['grade', '合格', ['grade/outside']],
    ['grade', '特等', ['grade/outside']],
    ['grade', '优秀', ['grade/unknown']],
    ['grade', '三级', ['grade/unknown']],
    ['grade', '三级甲等', ['grade/combined']],
    ['grade', '无', ['grade/mapped']],
  ])('%s “%s” → %j', (key, value, expected) => {
    expect([...judgeValue(key, value, { unit: '成都市' }).keys()]).toEqual(expected);
  });

  it.each([
    ['grade', '未评', '未定等', 'grade/mapped'],
    ['grade', '未评审', '未定等', 'grade/mapped'],
    ['grade', '无等次', '未定等', 'grade/mapped'],
    ['grade', '待评', '未定等', 'grade/mapped'],
    ['category', '中医医院', '中医（综合）医院', 'category/mapped'],
  ])('%s “%s” stands as “%s” with a note', (key, raw, value, code) => {
    expect(judgeValue(key, value, { raw }).get(code)).toMatchObject({ seen: raw, expected: value, applied: true });
  });

  it('of a parent offers its children', () => {
    const detail = judgeValue('category', 'A2').get('category/parent')?.detail;

    expect(detail?.['children']).toContain('A210 中医（综合）医院');
  });

  it('of level and grade in one cell is parted; a contradiction is told instead', () => {
    expect(judgeValue('level', '三级甲等', { row: { grade: '甲等' } }).get('level/combined')?.fix).toBe('三级');
    expect(judgeValue('grade', '三甲', { row: { level: '三级' } }).get('grade/combined')?.fix).toBe('甲等');
    const contradiction = judgeValue('grade', '三级甲等', { row: { level: '二级' } }).get('grade/combined');

    expect(contradiction?.fix).toBeUndefined();
    expect(contradiction?.detail?.['conflict']).toContain('二级');
  });
});

describe('choices beside one another', () => {
  it.each([
    [
      'a 中医 hospital named 西医',
      { category: '中医（综合）医院', registrationNumber: '' },
      { 'category/medicine-kind': undefined },
    ],
    [
      'a 综合 hospital named 中医',
      { medicineKind: '中医', name: '成都市霁溪医院' },
      { 'category/medicine-kind': undefined },
    ],
    [
      '中西医结合 of either kind',
      { category: '中西医结合医院', registrationNumber: '' },
      { 'category/medicine-kind': 'notice' },
    ],
    [
      'a clinic of level 三级',
      { category: '综合门诊部', registrationNumber: '' },
      { 'category/out-of-scope': undefined },
    ],
    ['三级丙等', { grade: '丙等' }, { 'grade/rare': undefined }],
    ['二级丙等', { level: '二级', grade: '丙等' }, {}],
    [
      '中医 in the name',
      { name: '成都市霁溪中医医院', category: '', registrationNumber: '' },
      { 'medicine-kind/name': undefined },
    ],
    ['中西医 in the name', { name: '成都市霁溪中西医结合医院', category: '', registrationNumber: '' }, {}],
  ])('%s → %j', (_, changes, expected) => {
    const found = judgeRowOf(changes);

    expect(Object.fromEntries([...found].map(([code, { severity }]) => [code, severity]))).toEqual(expected);
  });
});

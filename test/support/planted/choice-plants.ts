import { changed, type Plant, typed } from './plant.ts';

/** Mistakes in names of places and hospitals and in the columns with a choice. */
export const CHOICE_PLANTS: readonly Plant[] = [
  typed('prefecture-misspelt', 'prefecture', '成多市', ['prefecture/unknown']),
  typed('prefecture-blank', 'prefecture', '', ['cell/required']),
  changed('prefecture-other', 'prefecture', ['prefecture/other-unit'], (_, __, { far, unit }) =>
    unit.divisions.length === 0 || String(far['prefecture']).slice(0, 2) === unit.short.slice(0, 2)
      ? undefined
      : String(far['prefecture']),
  ),
  typed('name-blank', 'name', '', ['cell/required']),
  typed('name-later', 'name', '待定', ['cell/placeholder']),
  changed('name-place', 'name', ['institution/place-only'], (_, __, { unit }) =>
    unit.divisions.length === 0 ? undefined : unit.short,
  ),
  typed('name-person', 'name', '罗知遥', ['institution/person']),
  typed('name-short', 'name', '医院', ['institution/too-short']),
  typed('name-general', 'name', '第一人民医院', ['institution/no-place']),
  typed('name-abbreviated', 'name', '霁溪县人民保健', ['institution/no-general-name']),
  changed('name-misspelt', 'name', ['institution/misspelt'], (text) =>
    text.includes('人民医院') ? text.replace('人民医院', '人名医院') : undefined,
  ),
  changed('name-doubled', 'name', ['institution/misspelt'], (text) =>
    text.endsWith('医院') ? `${text}医院` : undefined,
  ),
  typed('medicine-unknown', 'medicineKind', '公立', ['medicine-kind/unknown']),
  typed('medicine-both', 'medicineKind', '中西医结合', ['medicine-kind/ambiguous']),
  typed('medicine-blank', 'medicineKind', '', ['cell/required']),
  changed(
    'medicine-contradicts',
    'medicineKind',
    ['category/medicine-kind', 'medicine-kind/name'],
    (text, row) => (String(row['registrationNumber']).includes('G100') ? undefined : text === '中医' ? '西医' : '中医'),
    ['category', 'registrationNumber'],
  ),
  typed('category-level', 'category', '二级医院', ['category/unknown']),
  typed('category-parent', 'category', '专科医院', ['category/parent']),
  typed('category-parent-code', 'category', 'A5', ['category/parent']),
  changed('category-mapped', 'category', ['category/mapped'], (_, row) =>
    row['medicineKind'] === '中医' && String(row['registrationNumber']).includes('A210') ? '中医医院' : undefined,
  ),
  typed('category-blank', 'category', '', ['cell/required']),
  typed(
    'category-outpatient',
    'category',
    '综合门诊部',
    ['category/out-of-scope'],
    ['registrationNumber', 'medicineKind'],
  ),
  typed('category-no-code', 'category', 'A535', ['category/unknown']),
  typed('level-one', 'level', '一级', ['level/out-of-scope']),
  typed('level-unrated', 'level', '未定级', ['level/out-of-scope']),
  typed('level-grade', 'level', '甲等', ['level/unknown']),
  changed(
    'level-combined',
    'level',
    ['level/combined', 'repair/split'],
    (text, row) => `${text === '二级' ? '二' : '三'}级${String(row['grade'])}`,
  ),
  typed('level-blank', 'level', '', ['cell/required']),
  typed('grade-unrated', 'grade', '未评审', ['grade/mapped']),
  typed('grade-none', 'grade', '无', ['grade/mapped']),
  typed('grade-passed', 'grade', '合格', ['grade/outside']),
  typed('grade-special', 'grade', '特等', ['grade/outside']),
  typed('grade-words', 'grade', '优秀', ['grade/unknown']),
  changed(
    'grade-combined',
    'grade',
    ['grade/combined', 'repair/split'],
    (text, row) => `${row['level'] === '二级' ? '二' : '三'}级${text}`,
  ),
  changed('grade-rare', 'grade', ['grade/rare'], (_, row) => (row['level'] === '二级' ? undefined : '丙等'), ['level']),
  typed('grade-blank', 'grade', '', ['cell/required']),
];

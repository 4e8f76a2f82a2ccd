import { describe, expect, it } from 'vitest';
import type { Form } from '../../../src/forms/form.ts';
import { splitChoices, splitTerms } from '../../../src/sheet/read/split-choices.ts';
import { splitContacts } from '../../../src/sheet/read/split-contact.ts';
import { rows, told } from './drafts.ts';
import { LIAISON, ROSTER, readerOf } from './read.ts';

const HOSPITALS = readerOf(ROSTER);

describe('two choices in one cell', () => {
  function split(level: string | undefined, grade: string | undefined): string {
    const drafts = rows(['level', 'grade'], [level, grade]);
    splitChoices(HOSPITALS, drafts);
    return told(drafts, 'level', 'grade')[0] ?? '';
  }

  it.each<[string | undefined, string | undefined, string]>([
    ['三级甲等', '', '三级 (split 三级甲等→三级) | 甲等 (split 三级甲等→甲等)'],
    ['三级甲等', undefined, '三级 (split 三级甲等→三级) | 甲等 (split 三级甲等→甲等)'],
    ['甲等三级', '', '三级 (split 甲等三级→三级) | 甲等 (split 甲等三级→甲等)'],
    ['三级、甲等', '', '三级 (split 三级、甲等→三级) | 甲等 (split 三级、甲等→甲等)'],
    ['三级（甲等）医院', '', '三级 (split 三级（甲等）医院→三级) | 甲等 (split 三级（甲等）医院→甲等)'],
    ['三级甲等', '甲等', '三级 (split 三级甲等→三级) | 甲等'],
    ['三级甲等', '三级甲等', '三级 (split 三级甲等→三级) | 甲等 (split 三级甲等→甲等)'],
    ['三级甲等', '三甲', '三级 (split 三级甲等→三级) | 甲等 (split 三甲→甲等)'],
    ['三级甲等', '乙等', '三级甲等 | 乙等'],
    ['三级甲等', '二级甲等', '三级甲等 | 二级甲等'],
    ['三级甲等', '不知', '三级甲等 | 不知'],
    ['', '三级甲等', '三级 (split 三级甲等→三级) | 甲等 (split 三级甲等→甲等)'],
    ['三级', '', '三级 | '],
    ['高级', '', '高级 | '],
    ['三级三级', '', '三级三级 | '],
    ['', '', ' | '],
    ['三级甲等综合性医院示范单位', '', '三级甲等综合性医院示范单位 | '],
  ])('level %j and grade %j', (level, grade, wanted) => {
    expect(split(level, grade)).toBe(wanted);
  });

  it.each([
    ['三级甲等', '三级 甲等'],
    ['三 级 - 甲 等', '三级 甲等'],
    ['三级/甲等', '三级 甲等'],
    ['三级,甲等', '三级 甲等'],
    ['三级，甲等', '三级 甲等'],
    ['三甲医院', '三级 甲等'],
    ['三级甲等医院医院', undefined],
    ['三级', undefined],
    ['', undefined],
    [`三级甲等${'医'.repeat(11)}`, undefined],
  ])('%j is %j', (text, wanted) => {
    const [level, grade] = [HOSPITALS.byKey.get('level'), HOSPITALS.byKey.get('grade')];
    const parts = level && grade && splitTerms(text, level, grade);

    expect(parts && `${parts.own} ${parts.other}`).toBe(wanted);
  });

  it.each<[Readonly<Record<string, string>>, Readonly<Record<string, string>>]>([
    [
      { level: '二级综合医院', category: '' },
      { level: '二级', category: '综合医院' },
    ],
    [
      { level: '二级综合医院', category: '', grade: '' },
      { level: '二级', category: '综合医院', grade: '' },
    ],
    [
      { level: '三级综合', medicineKind: '' },
      { level: '三级', category: '综合医院', medicineKind: '' },
    ],
    [
      { level: '三级中医', medicineKind: '' },
      { level: '三级', medicineKind: '中医' },
    ],
    [
      { category: '综合医院三级', level: '' },
      { category: '综合医院', level: '三级' },
    ],
    [
      { category: '三级综合医院', level: '三级', grade: '' },
      { category: '综合医院', level: '三级', grade: '' },
    ],
    [
      { category: '综合医院三级', level: '三级' },
      { category: '综合医院', level: '三级' },
    ],
    [
      { level: '三级甲等妇幼保健院', grade: '', category: '妇幼保健院' },
      { level: '三级', grade: '甲等', category: '妇幼保健院' },
    ],
    [
      { level: '三级甲等妇幼保健计划生育服务中心', grade: '', category: '妇幼保健院' },
      { level: '三级甲等妇幼保健计划生育服务中心', grade: '', category: '妇幼保健院' },
    ],
    [{ category: '中医医院二级' }, { category: '中医（综合）医院', level: '二级' }],
    [
      { medicineKind: '西医综合医院', category: '' },
      { medicineKind: '西医', category: '综合医院' },
    ],
    [
      { medicineKind: '中医医院', category: '' },
      { medicineKind: '中医医院', category: '' },
    ],
    [
      { level: '一级甲等', grade: '' },
      { level: '一级', grade: '甲等' },
    ],
    [
      { level: '甲等医院三级', grade: '' },
      { level: '甲等医院三级', grade: '' },
    ],
    [
      { grade: '二级', level: '' },
      { grade: '二级', level: '' },
    ],
    [
      { name: '三级甲等', grade: '' },
      { name: '三级甲等', grade: '' },
    ],
  ])('%j is %j', (written, wanted) => {
    const keys = Object.keys(written);
    const drafts = rows(keys, Object.values(written));
    splitChoices(HOSPITALS, drafts);

    expect(Object.fromEntries(Object.entries(drafts[0]?.fields ?? {}).map(([key, { value }]) => [key, value]))).toEqual(
      wanted,
    );
  });
});

describe('a name and a phone in one cell', () => {
  const form = readerOf(LIAISON);

  function split(
    text: string,
    also: readonly (readonly [string, string])[] = [['phone', 'name']],
    keys = ['name'],
  ): string {
    const drafts = rows(keys, [text]);
    splitContacts(form, drafts, new Map(also));
    return told(drafts, 'name', 'phone')[0]?.replaceAll('\n', '↵') ?? '';
  }
  const SPLIT = (text: string): string => `李四光 (split ${text}→李四光) | 13812345678 (split ${text}→13812345678)`;

  it.each([
    '李四光 13812345678',
    '李四光13812345678',
    '13812345678 李四光',
    '13812345678，李四光',
    '李四光：13812345678',
    '李四光（13812345678）',
    '李四光/13812345678',
    '李四光|138-1234-5678',
    '李四光 138 1234 5678',
    '李四光、电话：13812345678',
    '李四光 手机 13812345678',
    '（李四光）138１２３４5678',
  ])('%s', (text) => {
    expect(split(text)).toBe(SPLIT(text));
  });

  it.each([
    '李四光',
    '13812345678',
    '、13812345678',
    '李四光 12812345678',
    '李四光 138123456789',
    '李四光 0138123456780',
    '李四光2 13812345678',
    '李四光 13812345678 13812345679',
    '',
  ])('%j stays as it is', (text) => {
    expect(split(text)).toBe(`${text} | -`);
  });

  it('may stand in the column of the phone, and needs no header of both', () => {
    expect(split('李四光 13812345678', [['name', 'phone']], ['phone'])).toBe(SPLIT('李四光 13812345678'));
    expect(split('李四光 13812345678', [], ['phone'])).toBe(SPLIT('李四光 13812345678'));
    expect(split('李四光 13812345678', [])).toBe(SPLIT('李四光 13812345678'));
    expect(split('李四光 13812345678', [], ['position'])).toBe('- | -');
  });

  it('stays as it is where the other column has its own answer', () => {
    const drafts = rows(['name', 'phone'], ['李四光 13812345678', '13812345679'], ['王五洲', '王五洲 13812345679']);
    splitContacts(form, drafts, new Map());

    expect(told(drafts, 'name', 'phone')).toEqual(['李四光 13812345678 | 13812345679', '王五洲 | 王五洲 13812345679']);
  });

  it('is parted in a form of two phones or two people only by a header of both', () => {
    const [, person, , , phone] = LIAISON.columns;
    const twoPhones = { ...LIAISON, columns: phone ? [...LIAISON.columns, { ...phone, key: 'other' }] : [] };
    const twoPeople = { ...LIAISON, columns: person ? [...LIAISON.columns, { ...person, key: 'other' }] : [] };
    const parted = (of: Form, also: readonly (readonly [string, string])[]): string => {
      const drafts = rows(['name'], ['李四光 13812345678']);
      splitContacts(readerOf(of), drafts, new Map(also));
      return told(drafts, 'name', 'phone')[0] ?? '';
    };

    expect([parted(twoPhones, []), parted(twoPeople, [])]).toEqual(
      Array.from({ length: 2 }, () => '李四光 13812345678 | -'),
    );
    expect(parted(twoPhones, [['phone', 'name']])).toBe(SPLIT('李四光 13812345678'));
    expect(parted(twoPhones, [['email', 'name']])).toBe('李四光 13812345678 | -');
    expect(parted(twoPhones, [['phone', 'position']])).toBe('李四光 13812345678 | -');
    expect(parted(twoPhones, [['nobody', 'name']])).toBe('李四光 13812345678 | -');
  });
});

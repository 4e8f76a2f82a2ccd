import { describe, expect, it } from 'vitest';
import { compareInstitutionNames } from '../../../src/rules/match-institution-names.ts';
import { parseInstitutionName } from '../../../src/rules/names/parse-institution-name.ts';
import { placeLexicon } from '../../../src/rules/names/place-lexicon.ts';

const parse = (name: string): ReturnType<typeof parseInstitutionName> => parseInstitutionName(name, placeLexicon('51'));

describe('a general name that hundreds share', () => {
  it.each([
    ...['人民医院', '中心医院', '中医医院', '中西医结合医院', '妇幼保健院', '精神病医院', '精神卫生中心', '传染病医院'],
    ...['口腔医院', '肿瘤医院', '骨科医院', '眼科医院', '康复医院', '儿童医院', '妇产医院', '医院', '职工医院'],
    ...['中心卫生院', '附属医院', '红十字会医院', '妇女儿童医院', '老年医院', '公共卫生临床医疗中心', '急救中心'],
    '疾病预防控制中心',
  ])('%s is nobody without its place, and not the end of another name', (name) => {
    expect(compareInstitutionNames(`成都市${name}`, name).verdict).toBe('likely');
    expect(compareInstitutionNames(`成都市${name}`, `绵阳市${name}`).score).toBeCloseTo(0.1, 10);
    expect(compareInstitutionNames(`成都市霁溪大学${name}`, `成都市${name}`).verdict).toBe('different');
  });

  it.each(['霁溪医院', '岚舟口腔医院', '云砚骨科医院'])('%s is a name of its own', (name) => {
    expect(compareInstitutionNames(`成都市${name}`, name).verdict).toBe('same');
    expect(compareInstitutionNames(`成都市${name}`, `绵阳市${name}`).score).toBeCloseTo(0.5, 10);
  });
});

describe('whom an institution belongs to', () => {
  it.each(['霁溪大学', '霁溪学院', '霁溪公司', '霁溪集团', '霁溪医大', '霁溪医学院附属'])(
    '%s in front makes no other institution of it',
    (owner) => {
      expect(compareInstitutionNames(`成都${owner}岚舟医院`, '成都岚舟医院').score).toBeCloseTo(0.95, 10);
      expect(compareInstitutionNames('成都岚舟医院', `成都${owner}岚舟医院`).score).toBeCloseTo(0.95, 10);
    },
  );

  it.each(['霁溪', '霁溪大学城'])('%s in front may make another of it', (word) => {
    expect(compareInstitutionNames(`成都${word}岚舟医院`, '成都岚舟医院').score).toBeCloseTo(0.75, 10);
  });

  it('three characters are too few to be the end of another name', () => {
    expect(compareInstitutionNames('成都霁溪大学云医院', '成都云医院').score).toBeCloseTo(0.3, 10);
  });
});

describe('what stands in brackets', () => {
  it.each(['医院', '保健院', '卫生院', '中心', '疗养院', '防治院', '护理院'])('岚舟%s is a second name', (general) => {
    expect(parse(`成都市霁溪医院（岚舟${general}）`).others.map((other) => other.core)).toEqual([`岚舟${general}`]);
    expect(parse(`成都市霁溪医院（岚舟${general}内）`).others).toEqual([]);
  });

  it.each(['原', '曾用名', '旧称', '前身'])('%s… is a former name, no second one', (word) => {
    expect(parse(`成都市霁溪医院（${word}岚舟医院）`).others).toEqual([]);
    expect(parse(`成都市霁溪医院（岚舟${word}医院）`).others.length).toBe(1);
  });

  it.each(['又名', '挂牌', '第二名称', '亦称', '加挂', '即', '简称', '又名：', '即:'])(
    '%s… is a second name',
    (word) => {
      expect(parse(`成都市霁溪医院（${word}岚舟医院）`).others.map((other) => other.core)).toEqual(['岚舟医院']);
    },
  );

  it.each(['院区', '分院', '分部'])('天府%s is a branch', (word) => {
    expect(parse(`成都市霁溪医院（天府${word}）`)).toMatchObject({ core: '霁溪医院', campus: '天府', others: [] });
    expect(parse(`成都市霁溪医院（天府${word}内）`).campus).toBe('');
  });

  it.each([...'东西南北新老本总'])('%s院 and %s区 are branches', (side) => {
    expect(parse(`成都市霁溪医院（${side}院）`).campus).toBe(side);
    expect(parse(`成都市霁溪医院（${side}区）`).campus).toBe(side);
    expect(parse(`成都市霁溪医院${side}院`).campus).toBe(side);
    expect(parse(`成都市霁溪医院（门${side}院）`).campus).toBe('');
    expect(parse(`成都市霁溪医院（${side}院内）`).campus).toBe('');
  });

  it('a bracket left open is dropped, 综合 is no second name', () => {
    expect(parse('成都市霁溪医院（东').core).toBe('霁溪医院东');
    expect(parse('成都市中医（综合）医院')).toMatchObject({ core: '中医医院', others: [] });
    expect(parse('成都市霁溪（综合）医院')).toMatchObject({ core: '霁溪医院', others: [] });
  });
});

describe('a branch without brackets', () => {
  it.each(['院区', '分院', '分部', '院部', '医疗区', '病区', '门诊部'])('天府%s', (word) => {
    expect(parse(`成都市霁溪医院天府${word}`)).toMatchObject({ core: '霁溪医院', campus: '天府' });
    expect(parse(`成都市霁溪医院${word}`)).toMatchObject({ core: '霁溪医院', campus: '分' });
  });

  it.each(['医院', '保健院', '卫生院', '中心', '防治院'])('of 霁溪%s', (general) => {
    expect(parse(`成都市霁溪${general}天府院区`)).toMatchObject({ core: `霁溪${general}`, campus: '天府' });
  });

  it('has a name of at most twelve characters', () => {
    expect(parse(`成都市霁溪医院${'天'.repeat(12)}院区`).campus).toBe('天'.repeat(12));
    expect(parse(`成都市霁溪医院${'天'.repeat(13)}院区`).campus).toBe('');
  });
});

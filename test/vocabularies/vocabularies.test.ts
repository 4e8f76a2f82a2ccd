import { describe, expect, it } from 'vitest';
import { builtInVocabulary, builtInVocabularyIds } from '../../src/vocabularies/built-in-vocabulary.ts';
import { currentDivision, divisionName, fullDivisionName, retiredDivision } from '../../src/vocabularies/divisions.ts';
import { INSTITUTION_CATEGORY } from '../../src/vocabularies/institution-category.ts';
import { lookUpTerm } from '../../src/vocabularies/look-up-term.ts';
import { isPlaceName } from '../../src/vocabularies/place-names.ts';
import { plainDivisionName } from '../../src/vocabularies/plain-division-name.ts';
import { prefectureVocabulary } from '../../src/vocabularies/prefecture-vocabulary.ts';
import { SICHUAN_UNITS } from '../../src/vocabularies/sichuan-units.ts';
import { splitLevelAndGrade } from '../../src/vocabularies/split-level-and-grade.ts';

const PREFECTURE = prefectureVocabulary(SICHUAN_UNITS);
const ALL = [PREFECTURE, ...builtInVocabularyIds().flatMap((id) => builtInVocabulary(id) ?? [])];

describe.each(ALL.map((vocabulary) => [vocabulary.id, vocabulary] as const))('the vocabulary %s', (_, vocabulary) => {
  it('knows every value, code and spelling of its own, and a canonical value stays as it is', () => {
    const lost = vocabulary.terms.flatMap((term) =>
      [term.value, term.code ?? term.value, ...(term.spellings ?? [])].filter((text) => {
        const found = lookUpTerm(vocabulary, text).term;
        return found === undefined || lookUpTerm(vocabulary, found.value).term !== found;
      }),
    );

    expect(lost).toEqual([]);
  });

  it('names its source', () => {
    expect(vocabulary.source).toMatch(/[一-龥]/);
  });
});

describe('the categories of WS 218', () => {
  it('hold 182 answers, none of them twice', () => {
    const answers = INSTITUTION_CATEGORY.terms.filter(({ usable }) => usable !== false);

    expect(answers).toHaveLength(182);
    expect(new Set(answers.map(({ code }) => code)).size).toBe(182);
    expect(new Set(answers.map(({ value }) => value)).size).toBe(182);
  });

  it.each([
    ['A100', '综合医院'],
    ['a100', '综合医院'],
    ['A539.其他专科医院', '其他专科医院'],
    ['针炙医院', '针灸医院'],
    ['中医(综合)医院', '中医（综合）医院'],
    ['精神卫生中心', '精神病医院'],
    ['妇幼保健计划生育服务中心', '妇幼保健院'],
  ])('%s is %s', (text, value) => {
    expect(lookUpTerm(INSTITUTION_CATEGORY, text).term?.value).toBe(value);
  });

  it.each(['A1', 'A5', '专科医院', 'A'])('%s is a parent and no answer', (text) => {
    const { kind, term } = lookUpTerm(INSTITUTION_CATEGORY, text);
    const plain = text === 'A1' ? ['A100 综合医院'] : term?.children;

    expect(kind).toBe('unusable');
    expect(term?.children).toEqual(plain);
    expect(term?.children?.length).toBeGreaterThan(0);
  });
});

describe('the reporting units', () => {
  it('are 24', () => {
    expect(SICHUAN_UNITS).toHaveLength(24);
  });

  it.each([
    ['成都', '成都市'],
    ['四川省成都市', '成都市'],
    ['5101', '成都市'],
    ['凉山州', '凉山彝族自治州'],
    ['攀枝花是', '攀枝花市'],
    ['中物院', '科学城'],
  ])('%s is %s', (text, value) => {
    expect(lookUpTerm(PREFECTURE, text).term?.value).toBe(value);
  });
});

describe('level and grade in one cell', () => {
  it.each([
    ['三甲', '三级', '甲等'],
    ['三级甲等', '三级', '甲等'],
    ['二级（未评）', '二级', '未定等'],
    ['三级乙等医院', '三级', '乙等'],
  ])('%s is %s and %s', (text, level, grade) => {
    expect(splitLevelAndGrade(text)).toEqual({ level, grade });
  });

  it.each(['三级', '甲等', '未定级', '', '三级医院'])('“%s” is not both', (text) => {
    expect(splitLevelAndGrade(text)).toBeUndefined();
  });
});

describe('divisions', () => {
  it.each([
    ['510104', '成都市锦江区'],
    ['511002', '内江市市中区'],
    ['511102', '乐山市市中区'],
    ['510185', '成都市简阳市'],
  ])('%s is %s', (code, name) => {
    expect(fullDivisionName(code)).toBe(name);
  });

  it('of old have successors', () => {
    expect(retiredDivision('510122')).toMatchObject({ name: '双流县', successor: '510116' });
    expect(currentDivision('512081')).toBe('510185');
    expect(divisionName('512081')).toBeUndefined();
  });

  it.each([
    ['凉山彝族自治州', '凉山州'],
    ['阿坝藏族羌族自治州', '阿坝州'],
    ['峨边彝族自治县', '峨边县'],
    ['恩施土家族苗族自治州', '恩施州'],
    ['成都市', undefined],
  ])('%s is called %s', (name, plain) => {
    expect(plainDivisionName(name)).toBe(plain);
  });

  it.each(['成都', '成都市锦江区', '四川省', '甘孜州', '木里'])('%s is nothing but a place', (text) => {
    expect(isPlaceName(text)).toBe(true);
  });

  it.each(['成都医院', '罗知遥'])('%s is more than a place', (text) => {
    expect(isPlaceName(text)).toBe(false);
  });
});

describe('a county in the column of the prefecture', () => {
  it.each([
    ['泸州市江阳区', '泸州市'],
    ['四川省泸州市江阳区', '泸州市'],
    ['四川省阿坝州马尔康市', '阿坝藏族羌族自治州'],
    ['江阳区', '泸州市'],
    ['射洪市', '遂宁市'],
    ['内江市市中区', '内江市'],
    ['凉山州西昌市', '凉山彝族自治州'],
  ])('%s → %s', (text, value) => {
    expect(lookUpTerm(PREFECTURE, text).term?.value).toBe(value);
  });

  it.each(['市中区', '江阳', '渝中区'])('%s is no answer', (text) => {
    expect(lookUpTerm(PREFECTURE, text).kind).toBe('unknown');
  });
});

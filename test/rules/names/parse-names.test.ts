import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  campusOfName,
  compareInstitutionNames,
  institutionNameKey,
} from '../../../src/rules/match-institution-names.ts';
import { normalizeInstitutionName } from '../../../src/rules/names/normalize-institution-name.ts';
import { type InstitutionName, parseInstitutionName } from '../../../src/rules/names/parse-institution-name.ts';
import { leadingPlace, placeLexicon } from '../../../src/rules/names/place-lexicon.ts';

/** `places|bare level|number|core|branch`, second names behind `+`. */
function partsOf({ places, bareLevel, ordinal, core, campus, others }: InstitutionName): string {
  const own = `${places.join('/')}|${bareLevel}|${ordinal}|${core}|${campus}`;
  return [own, ...others.map(partsOf)].join(' + ');
}

describe('the name of an institution, taken apart', () => {
  it.each([
    ['成都市第一人民医院', '510100||1|人民医院|'],
    ['成都一医院', '510100||1|人民医院|'],
    ['成都市第一医院', '510100||1|人民医院|'],
    ['成都第一院', '510100||1|人民医院|'],
    ['成都市二人民医院', '510100||2|人民医院|'],
    ['成都市三中医医院', '510100||3|中医医院|'],
    ['成都市四中西医结合医院', '510100||4|中西医结合医院|'],
    ['成都市第五妇幼保健院', '510100||5|妇幼保健院|'],
    ['成都市第六骨科医院', '510100||6|骨科医院|'],
    ['成都市第七附属医院', '510100||7|附属医院|'],
    ['成都市第八职工医院', '510100||8|职工医院|'],
    ['第九人民医院', '||9|人民医院|'],
    ['第十人民医院', '||10|人民医院|'],
    ['第十一人民医院', '||11|人民医院|'],
    ['成都市第十二中医医院', '510100||12|中医医院|'],
    ['成都市第20人民医院', '510100||20|人民医院|'],
    ['绵阳四〇四医院', '510700||0|404医院|'],
    ['附属第一医院', '||1|附属医院|'],
    ['成都市七', '510100||0|七|'],
  ])('has its number: %s → %s', (name, parts) => {
    expect(partsOf(parseInstitutionName(name, placeLexicon('51')))).toBe(parts);
  });

  it.each([
    ['四川省人民医院', '510000||0|人民医院|'],
    ['四川省成都市锦江区人民医院', '510104||0|人民医院|'],
    ['乐山市中区人民医院', '511102||0|人民医院|'],
    ['乐山市市中区人民医院', '511102||0|人民医院|'],
    ['甘孜州人民医院', '513300||0|人民医院|'],
    ['甘孜县人民医院', '513328||0|人民医院|'],
    ['郫县人民医院', '510117||0|人民医院|'],
    ['北京市海淀区人民医院', '110108||0|人民医院|'],
    ['新华医院', '||0|新华医院|'],
    ['市人民医院', '|市|0|人民医院|'],
    ['县第二人民医院', '|县|2|人民医院|'],
    ['州藏医院', '|州|0|藏医院|'],
    ['区中医医院', '|区|0|中医医院|'],
    ['省妇幼保健院', '|省|0|妇幼保健院|'],
    ['市3医院', '|市|3|人民医院|'],
    ['市', '||0|市|'],
    ['成都市', '510100||0|市|'],
    ['成都市成都市医院', '510100||0|成都市医院|'],
    ['成都市绵阳市人民医院', '510100||0|绵阳市人民医院|'],
    ['锦江区成都市医院', '510104||0|成都市医院|'],
    ['中区人民医院', '||0|中区人民医院|'],
    ['成都市中区人民医院', '510100||0|中区人民医院|'],
  ])('has its place: %s → %s', (name, parts) => {
    expect(partsOf(parseInstitutionName(name, placeLexicon('51')))).toBe(parts);
  });

  it.each([
    ['成都市霁溪医院（锦屿院区）', '510100||0|霁溪医院|锦屿'],
    ['成都市霁溪医院锦屿院区', '510100||0|霁溪医院|锦屿'],
    ['成都市霁溪医院锦屿分院', '510100||0|霁溪医院|锦屿'],
    ['成都市霁溪医院（锦屿分部）', '510100||0|霁溪医院|锦屿'],
    ['成都市霁溪医院东院', '510100||0|霁溪医院|东'],
    ['成都市霁溪医院（东院）', '510100||0|霁溪医院|东'],
    ['成都市霁溪医院（西区）', '510100||0|霁溪医院|西'],
    ['成都市霁溪医院分院', '510100||0|霁溪医院|分'],
    ['成都市第一人民医院门诊部', '510100||1|人民医院|分'],
    ['成都市霁溪中心新院区', '510100||0|霁溪中心|新'],
    ['成都市霁溪防治院总院', '510100||0|霁溪防治院|总'],
    ['成都市霁溪保健院南病区', '510100||0|霁溪保健院|南'],
    ['成都市霁溪卫生院北医疗区', '510100||0|霁溪卫生院|北'],
    ['成都市霁溪医院', '510100||0|霁溪医院|'],
  ])('has its branch: %s → %s', (name, parts) => {
    expect(partsOf(parseInstitutionName(name, placeLexicon('51')))).toBe(parts);
  });

  it.each([
    ['成都市霁溪医院（又名：岚舟医院）', '510100||0|霁溪医院| + ||0|岚舟医院|'],
    ['成都市霁溪医院（挂牌成都市妇幼保健院）', '510100||0|霁溪医院| + 510100||0|妇幼保健院|'],
    ['成都市霁溪医院（加挂岚舟中心）', '510100||0|霁溪医院| + ||0|岚舟中心|'],
    ['成都市霁溪医院（岚舟护理院）（云砚疗养院）', '510100||0|霁溪医院| + ||0|岚舟护理院| + ||0|云砚疗养院|'],
    ['成都市霁溪医院（原岚舟医院）', '510100||0|霁溪医院|'],
    ['成都市霁溪医院（曾用名岚舟医院）', '510100||0|霁溪医院|'],
    ['成都市霁溪医院（前身岚舟医院）', '510100||0|霁溪医院|'],
    ['成都市霁溪医院（二级）', '510100||0|霁溪医院|'],
    ['成都市霁溪医院（岚舟医院锦屿院区）', '510100||0|霁溪医院|岚舟医院锦屿'],
  ])('has its second names: %s → %s', (name, parts) => {
    expect(partsOf(parseInstitutionName(name, placeLexicon('51')))).toBe(parts);
  });

  it.each<readonly [string, string]>([
    ['成都市中医（综合）医院', '中医医院'],
    ['成都市中医综合医院', '中医医院'],
    ['成都市中医院', '中医医院'],
    ['成都市中西医结合院', '中西医结合医院'],
    ['成都市妇幼保健和计划生育服务中心', '妇幼保健院'],
    ['成都市妇幼保健计划生育服务院', '妇幼保健院'],
    ['成都市妇幼保健服务中心', '妇幼保健院'],
    ['成都市妇幼保健医院', '妇幼保健院'],
    ['成都市妇幼院', '妇幼保健院'],
    ['成都精神病专科医院', '精神病医院'],
    ['成都精神病院', '精神病医院'],
    ['成都传染病院', '传染病医院'],
    ['成都口腔专科医院', '口腔医院'],
    ['成都口腔病医院', '口腔医院'],
    ['成都肿瘤专科医院', '肿瘤医院'],
    ['成都肿瘤病医院', '肿瘤医院'],
    ['成都市人医', '人民医院'],
    ['成都医院', '医院'],
    ['成都霁溪人医', '霁溪人医'],
    ...[
      '精神病院',
      '中医院',
      '妇幼院',
      '传染病院',
      '口腔病医院',
      '肿瘤病医院',
      '中西医结合院',
      '妇幼保健医院',
      '人医',
    ].map((word) => [`成都${word}研究所`, `${word}研究所`] as const),
  ])('has one core for all ways to write it: %s → %s', (name, core) => {
    expect(parseInstitutionName(name, placeLexicon('51')).core).toBe(core);
  });
});

describe('a name in one way of writing', () => {
  it.each([
    ['成都 市“霁溪”人名医院', '成都市霁溪人民医院'],
    ['霁溪縣醫院', '霁溪县医院'],
    ['锦江區医院', '锦江区医院'],
    ['霁溪人人民医院', '霁溪人民医院'],
    ['霁溪人民民医院', '霁溪人民医院'],
    ['霁溪人民医医院', '霁溪人民医院'],
    ['霁溪医院医院', '霁溪医院'],
    ['霁溪妇幼保建院', '霁溪妇幼保健院'],
    ['中西医结和医院', '中西医结合医院'],
    ['付属医院', '附属医院'],
    ['攀枝花是医院', '攀枝花市医院'],
    ['霁溪医院股份有限公司', '霁溪医院'],
    ['霁溪医院有限责任公司', '霁溪医院'],
    ['霁溪医院有限公司', '霁溪医院'],
    ['有限公司霁溪医院', '有限公司霁溪医院'],
    ['霁溪医院（集团）', '霁溪医院'],
    ['霁溪集团公司医院', '霁溪医院'],
    ['绵阳四〇四医院', '绵阳404医院'],
    ['绵阳4O4医院', '绵阳404医院'],
    ['绵阳四零四医院', '绵阳404医院'],
    ['绵阳四○四医院', '绵阳404医院'],
    ['绵阳九0三医院', '绵阳903医院'],
    ['一二五六七八医院', '125678医院'],
    ['第一二三医院', '第一二三医院'],
    ['霁溪二一医院', '霁溪二一医院'],
    ['霁溪［东］【西】〔南〕{北}医院', '霁溪(东)(西)(南)(北)医院'],
    ['霁-溪_医·•院\'"‘’《》「」,，.。、;；:：', '霁溪医院'],
    ['ＡＢＣ医院', 'ABC医院'],
    ['霁\u200b溪医院', '霁溪医院'],
  ])('%s → %s', (name, plain) => {
    expect(normalizeInstitutionName(name)).toBe(plain);
  });
});

describe('two names', () => {
  const [CHENGDU, MIANYANG, GANZI] = ['510100', '510700', '513300'];

  it.each([
    ['成都市人民医院', '成都市人民医院', CHENGDU, CHENGDU, 1, 'same'],
    ['成都市人民医院', '人民医院', CHENGDU, CHENGDU, 0.75, 'likely'],
    ['成都市人民医院', '市人民医院', CHENGDU, CHENGDU, 1, 'same'],
    ['成都市人民医院', '市人民医院', CHENGDU, MIANYANG, 0.1, 'different'],
    ['成都市人民医院', '人民医院', CHENGDU, MIANYANG, 0.1, 'different'],
    ['四川省人民医院', '省人民医院', CHENGDU, CHENGDU, 1, 'same'],
    ['四川省人民医院', '人民医院', CHENGDU, MIANYANG, 0.75, 'likely'],
    ['州人民医院', '甘孜州人民医院', GANZI, GANZI, 1, 'same'],
    ['县人民医院', '县人民医院', CHENGDU, CHENGDU, 0.75, 'likely'],
    ['成都市霁溪医院', '霁溪医院', '', '', 0.92, 'same'],
    ['成都市霁溪医院', '绵阳市霁溪医院', '', '', 0.5, 'different'],
    ['成都市人民医院', '绵阳市人民医院', '', '', 0.1, 'different'],
    ['成都市霁溪医院', '霁溪医院', CHENGDU, MIANYANG, 0.5, 'different'],
    ['霁溪医院', '成都市霁溪医院', MIANYANG, CHENGDU, 0.5, 'different'],
    ['霁溪大学岚舟医院', '岚舟医院', '', '', 0.91, 'same'],
    ['成都霁溪大学岚舟医院', '成都岚舟医院', '', '', 0.95, 'same'],
    ['成都市西霁溪医院', '成都市霁溪医院', '', '', 0.75, 'likely'],
    ['西霁溪医院', '霁溪医院', '', '', 0.6, 'different'],
    ['成都市霁溪医院', '成都市岚舟医院', '', '', 0.3, 'different'],
    ['成都市霁溪人民医院', '成都市人民医院', '', '', 0.3, 'different'],
    ['成都市第一医院', '成都市第二医院', '', '', 0.2, 'different'],
    ['成都市第一医院', '成都市第一人民医院', '', '', 1, 'same'],
    ['绵阳四〇四医院', '绵阳第四医院', '', '', 0.2, 'different'],
    ['成都市霁溪医院东院区', '成都市霁溪医院', '', '', 0.3, 'different'],
    ['成都市霁溪医院东院区', '成都市霁溪医院（东院）', '', '', 1, 'same'],
    ['成都市霁溪医院（又名：岚舟医院）', '成都市岚舟医院', '', '', 0.92, 'same'],
    ['成都市霁溪医院（岚舟医院）东院', '成都市岚舟医院', '', '', 0.3, 'different'],
    ['成都市霁溪医院（岚舟医院）', '成都市云砚医院（岚舟医院）', '', '', 0.92, 'same'],
    ['', '', '', '', 0, 'different'],
    ['成都市霁溪医院', '', '', '', 0, 'different'],
    ['', '成都市霁溪医院', '', '', 0, 'different'],
  ])('%s and %s (%s, %s): %s, %s', (one, other, first, second, score, verdict) => {
    const match = compareInstitutionNames(one, other, first === '' ? {} : { prefectures: [first, second] });

    expect(match.score).toBeCloseTo(score, 10);
    expect(match.verdict).toBe(verdict);
  });
});

describe('the key of a name', () => {
  it.each([
    ['成都市霁溪医院', '510100', '510100||0|霁溪医院|'],
    ['霁溪医院', '510100', '510100||0|霁溪医院|'],
    ['霁溪医院', '510700', '510700||0|霁溪医院|'],
    ['市人民医院', '510100', '510100||0|人民医院|'],
    ['省人民医院', '510100', '510000||0|人民医院|'],
    ['州人民医院', '513300', '513300||0|人民医院|'],
    ['县人民医院', '510100', '510100|县|0|人民医院|'],
    ['人民医院', '', '||0|人民医院|'],
    ['成都市第一人民医院东院区', '', '510100||1|人民医院|东'],
    ['', '510100', ''],
  ])('%s, reported in “%s”: %s', (name, prefecture, key) => {
    expect(institutionNameKey(name, prefecture)).toBe(key);
    expect(institutionNameKey(name, prefecture)).toBe(key);
  });

  it('is the same however often and after whatever it is asked for', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'成都市第一人民医院东区溪'), maxLength: 90 }), (name) => {
        const key = institutionNameKey(name, '510100');
        institutionNameKey(`${name}院`, '510100');
        expect(institutionNameKey(name, '510100')).toBe(key);
        expect(institutionNameKey(name, '510100') === '').toBe(name === '');
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ['霁溪医院（天府院区）', '天府'],
    ['霁溪医院天府院区', '天府'],
    ['霁溪医院', ''],
  ])('the branch of %s is “%s”', (name, campus) => {
    expect(campusOfName(name)).toBe(campus);
  });
});

describe('the places that stand in front of names', () => {
  it.each([
    ['成都市医院', '51', '成都市', '510100'],
    ['成都医院', '51', '成都', '510100'],
    ['锦江医院', '51', '锦江', '510104'],
    ['锦江医院', '', undefined, undefined],
    ['锦江区医院', '', '锦江区', '510104'],
    ['甘孜藏族自治州医院', '', '甘孜藏族自治州', '513300'],
    ['双流县医院', '', '双流县', '510116'],
    ['市辖区医院', '', undefined, undefined],
    ['成都市', '51', '成都', '510100'],
    ['霁溪医院', '51', undefined, undefined],
    ['成', '51', undefined, undefined],
    ['', '51', undefined, undefined],
  ])('%s (province “%s”): %s %s', (text, province, name, code) => {
    const found = leadingPlace(text, placeLexicon(province));

    expect(found?.name).toBe(name);
    expect(found?.codes[0]).toBe(code);
  });

  it('that several counties share are all told', () => {
    expect(leadingPlace('市中区医院', placeLexicon('51'))?.codes).toEqual(expect.arrayContaining(['511002', '511102']));
    for (const codes of placeLexicon('51').codes.values()) expect(new Set(codes).size).toBe(codes.length);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CREDIT_CHARACTERS,
  creditCheckCharacter,
  hasCreditCheck,
  hasCreditShape,
  passesBothChecks,
} from '../../src/rules/codes/credit-code.ts';
import { departmentName, judgeCreditPrefix } from '../../src/rules/codes/credit-prefix.ts';
import { hasIdCardShape, idCardCheckCharacter, isIdCard } from '../../src/rules/codes/id-card.ts';
import { identifyNumber, numberKindName } from '../../src/rules/codes/identify-number.ts';
import { isAssignedSegment } from '../../src/rules/codes/mobile-segments.ts';
import { organizationCheckCharacter } from '../../src/rules/codes/organization-code.ts';
import { decodeRegistrationNumber, isEconomicType } from '../../src/rules/codes/registration-number.ts';
import { isPlaceholder } from '../../src/rules/placeholder.ts';
import { makeUscc, seededRandom } from '../support/codes.ts';
import { NOBODYS_ID } from '../support/judge-value.ts';

/** Two characters of every pair of the sets, as one text each. */
function pairs(first: string, second: string): string[] {
  return [...first].flatMap((one) => [...second].map((other) => one + other));
}

describe('the first two characters of a credit code (GB 32100, tables 1 and 2)', () => {
  const judged = (verdict: string): string =>
    pairs('0123456789ANY', '123459')
      .filter((prefix) => judgeCreditPrefix(prefix) === verdict)
      .join(' ');

  it('suit a hospital, may suit one, hardly do, or do not exist', () => {
    expect(judged('normal')).toBe('12 52 91');
    expect(judged('possible')).toBe('11 13 19 51 53 59 81 92 93 A1 Y1');
    expect(judged('unlikely')).toBe('21 29 31 32 33 34 35 39 41 49 61 62 69 71 72 73 79 89 A9 N1 N2 N3 N9');
    expect(judgeCreditPrefix('1')).toBe('unknown');
    expect(judgeCreditPrefix('')).toBe('unknown');
  });

  it('name the department', () => {
    expect([...'123456789ANY'].map(departmentName).join(' ')).toBe(
      '机构编制 外交 司法行政 文化 民政 旅游 宗教 工会 市场监管 中央军委改革和编制办公室 农业 其他',
    );
    expect(departmentName('12510100')).toBe('机构编制');
    expect(departmentName('X1')).toBe('');
    expect(departmentName('')).toBe('');
  });
});

describe('the check character of a credit code (GB 32100)', () => {
  it.each([
    ['12510100450712347', 'E'],
    ['91152201078376286', '0'],
    ['1251010045071234', ''],
    ['12510100450712I47', ''],
    ['1251010045071234a', ''],
  ])('of %s is “%s”', (body, check) => {
    expect(creditCheckCharacter(body)).toBe(check);
  });

  it.each([
    ['12510100450712347E', true, true],
    ['12510100450712347F', true, false],
    ['125101D0450712347E', false, false],
    ['112510100450712347E', false, false],
    ['12510100450712347EE', false, false],
    ['1251010045071234', false, false],
    ['', false, false],
  ])('%s: shape %s, check %s', (code, shape, check) => {
    expect(hasCreditShape(code)).toBe(shape);
    expect(hasCreditCheck(code)).toBe(check);
    expect(passesBothChecks(code)).toBe(check);
  });

  it('weighs every place: no character can be changed without the check', () => {
    const random = seededRandom(3);
    fc.assert(
      fc.property(fc.nat({ max: 16 }), fc.nat({ max: 30 }), (place, value) => {
        const code = makeUscc(random);
        const other = CREDIT_CHARACTERS.charAt(value);
        const changed = code.slice(0, place) + other + code.slice(place + 1);
        expect(creditCheckCharacter(changed) === code.charAt(17)).toBe(changed === code);
      }),
    );
  });
});

describe('the check character of an organisation code (GB 11714)', () => {
  it.each([
    ['10000000', '8'],
    ['01000000', '4'],
    ['00100000', '2'],
    ['00010000', '1'],
    ['00001000', '6'],
    ['00000100', '3'],
    ['00000010', '7'],
    ['00000001', '9'],
    ['A0000000', '3'],
    ['Z0000000', '5'],
    ['90000000', '6'],
    ['000000000', ''],
    ['a0000000', ''],
  ])('of %s is “%s”', (body, check) => {
    expect(organizationCheckCharacter(body)).toBe(check);
  });
});

describe('a citizen’s number (GB 11643)', () => {
  it.each([
    ['1', '5'],
    ['01', '3'],
    ['001', '2'],
    ['0001', '7'],
    ['00001', '4'],
    ['000001', '8'],
    ['0000001', 'X'],
    ['00000001', '0'],
    ['000000001', '6'],
    ['0000000001', '9'],
    ['00000000001', '5'],
    ['000000000001', '3'],
    ['0000000000001', '2'],
    ['00000000000001', '7'],
    ['000000000000001', '4'],
    ['0000000000000001', '8'],
    ['00000000000000001', 'X'],
  ])('has its weight at every place: %s0… → %s', (start, check) => {
    expect(idCardCheckCharacter(start.padEnd(17, '0'))).toBe(check);
    expect(idCardCheckCharacter('0'.repeat(17))).toBe('1');
  });

  it.each([
    ['of nobody', NOBODYS_ID, true],
    ['of the oldest', '519900192001018216', true],
    ['born before', '519900191912318216', false],
    ['of the youngest', '519900201212318216', true],
    ['born after', '519900201301018216', false],
    ['the 29th of February', '519900199002298216', true],
    ['the 30th of February', '519900199002308216', false],
    ['the 31st of April', '519900199004318216', false],
    ['the 30th of June', '519900199006308216', true],
    ['the 31st of September', '519900199009318216', false],
    ['the 31st of November', '519900199011318216', false],
    ['the 31st of January', '519900199001318216', true],
    ['the 31st of March', '519900199003318216', true],
    ['the 31st of May', '519900199005318216', true],
    ['the 31st of July', '519900199007318216', true],
    ['the 31st of August', '519900199008318216', true],
    ['the 31st of October', '519900199010318216', true],
    ['the 31st of December', '519900199012318216', true],
    ['the 32nd', '519900199012328216', false],
    ['the day 00', '519900199012008216', false],
    ['the month 00', '519900199000078216', false],
    ['the month 13', '519900199013078216', false],
    ['of Taiwan', '719900199003078216', true],
    ['of Hong Kong', '819900199003078216', true],
    ['of Macao', '829900199003078216', true],
    ['of the residents', '839900199003078216', true],
    ['of no region', '729900199003078216', false],
    ['of no region', '849900199003078216', false],
    ['of no region', '019900199003078216', false],
    ['with X', '51990019900307821X', true],
    ['with another letter', '51990019900307821A', false],
    ['a digit too many', '5199001990030782161', false],
    ['a digit in front', '1519900199003078216', false],
  ])('%s: %s → %s', (_, number, shape) => {
    expect(hasIdCardShape(number)).toBe(shape);
    expect(!shape && isIdCard(number)).toBe(false);
  });

  it('with the right check character is one, with another is none', () => {
    expect(isIdCard(NOBODYS_ID)).toBe(true);
    expect(isIdCard(`${NOBODYS_ID.slice(0, 17)}5`)).toBe(false);
  });
});

describe('what a number looks like', () => {
  it.each([
    ['LUO@163.COM', 'email', '电子邮箱'],
    ['LUO@@163.COM', 'unknown', ''],
    ['LUO ZHI@163.COM', 'unknown', ''],
    ['A LUO@163.COM', 'unknown', ''],
    [NOBODYS_ID, 'id-card', '身份证号码'],
    ['H51010400001', 'medical-insurance', '医保定点医药机构编码'],
    ['P51010400001', 'medical-insurance', '医保定点医药机构编码'],
    ['H510104000011', 'unknown', ''],
    ['AH51010400001', 'unknown', ''],
    ['45071234751010411A1001', 'registration-number', '医疗机构执业许可证登记号'],
    ['12510100450712347E', 'credit-code', '统一社会信用代码'],
    ['12510100450712347F', 'credit-code', '统一社会信用代码'],
    ['125101D0450712347E', 'unknown', ''],
    ['13958204716', 'mobile', '手机号码'],
    ['12958204716', 'unknown', ''],
    ['139582047161', 'old-registration', '早年的登记号'],
    ['028-86123456', 'landline', '固定电话'],
    ['08382501234', 'landline', '固定电话'],
    ['0838-25012345', 'landline', '固定电话'],
    ['28-86123456', 'unknown', ''],
    ['028-861234567', 'unknown', ''],
    ['A028-86123456', 'unknown', ''],
    ['450712347', 'organization-code', '组织机构代码'],
    ['45071234-7', 'organization-code', '组织机构代码'],
    ['PDY123450', 'organization-code', '组织机构代码'],
    ['450712348', 'unknown', ''],
    ['510104450712347', 'statistics-account', '卫生统计账户编号'],
    ['51010445071234X', 'unknown', ''],
    ['5101044507123471', 'unknown', ''],
    ['510104450712348', 'business-licence', '营业执照注册号'],
    ['51010000001234', 'unknown', ''],
    ['5101000000123456', 'unknown', ''],
    ['510104123456', 'old-registration', '早年的登记号'],
    ['51010412345678901', 'old-registration', '早年的登记号'],
    ['5101041234567', 'unknown', ''],
    ['A510104123456', 'unknown', ''],
    ['', 'unknown', ''],
  ])('%s: %s', (text, kind, name) => {
    expect(identifyNumber(text)).toBe(kind);
    expect(numberKindName(identifyNumber(text))).toBe(name);
  });
});

describe('a table of codes', () => {
  it('holds the segments of telephones; 14x and 19x are mostly for machines', () => {
    const given = Array.from({ length: 70 }, (_, index) => String(130 + index)).filter(isAssignedSegment);

    expect(given.length).toBe(54);
    expect(
      ['140', '141', '144', '146', '148', '149', '154', '160', '163', '164', '168', '169', '179', '194'].filter(
        isAssignedSegment,
      ),
    ).toEqual([]);
    expect(isAssignedSegment('13958204716')).toBe(true);
  });

  it('holds the economic types of GB/T 12402 by their first two digits', () => {
    const types = Array.from({ length: 100 }, (_, index) => String(index).padStart(2, '0')).filter(isEconomicType);

    expect(types.join(' ')).toBe('10 11 12 13 14 15 16 17 19 20 21 22 23 24 29 30 31 32 33 34 39 90');
  });

  it.each([
    ['45071234751010411A1001', true],
    ['45071234-751010411A1001', true],
    ['4507123-4751010411A1001', false],
    ['45071234751010411Q1001', true],
    ['45071234751010411R1001', false],
    ['45071234751010411A1003', false],
    ['145071234751010411A1001', false],
    ['45071234751010411A10011', false],
  ])('the layout of WS 218 fits %s: %s', (text, fits) => {
    expect(decodeRegistrationNumber(text) !== undefined).toBe(fits);
  });
});

describe('a word in place of an answer', () => {
  it.each(
    '无 没有 暂无 暂缺 缺 空 待定 待补 待补充 待填 待报 待核实 未知 不详 不清楚 同上 同前 〃 " n/a NA null NONE nil undefined TBD #N/A xx XXX - —— / \\ . 。 、 * ? ？？ … ~ · _ 0'.split(
      ' ',
    ),
  )('is “%s”', (word) => {
    expect(isPlaceholder(word)).toBe(true);
    expect(isPlaceholder(` ${word} `)).toBe(true);
  });

  it.each(['', 'x', '无锡', '南无', '待补助', '00', '01', '-1', '空军医院', '已同上', 'a/', '/a', '成都市'])(
    'is not “%s”',
    (word) => {
      expect(isPlaceholder(word)).toBe(false);
    },
  );
});

import { describe, expect, it } from 'vitest';
import { traceCell } from '../../../src/registry/publish/trace-cell.ts';
import type { Field } from '../../../src/rules/field.ts';
import {
  columnOf,
  DECISION,
  editionOfState,
  findingAt,
  ROSTER,
  type RowFacts,
  registerRow,
  registryState,
} from '../../support/registry-state.ts';

/** Steps of one cell as `from → to：why`. */
function steps(key: string, facts: RowFacts, more: Parameters<typeof registryState>[1] = {}): string[] {
  const row = registerRow(facts);
  const edition = editionOfState(registryState([row], more), { decisions: [DECISION] });
  return traceCell(ROSTER, columnOf(key), row, edition).map(({ from, to, why }) => `${from} → ${to}：${why}`);
}

describe('what happened to a value between the mail and the deliverable', () => {
  it.each<[string, string, RowFacts, string[]]>([
    ['nothing', 'name', {}, []],
    ['a blank stays a blank', 'name', { values: { name: '' } }, []],
    ['the vocabulary', 'grade', { fields: { grade: { raw: '甲' } } }, ['甲 → 甲等：按词表写成规范名称']],
    [
      'spaces',
      'name',
      { fields: { name: { raw: ' 示例市第一人民医院' } } },
      [' 示例市第一人民医院 → 示例市第一人民医院：读取时整理格式'],
    ],
    [
      'nothing usable',
      'name',
      { values: { name: '' }, fields: { name: { raw: '#REF!' } } },
      ['#REF! → ：内容不能使用，留空'],
    ],
    [
      'a scientific remnant',
      'registrationNumber',
      { values: { registrationNumber: '5.10107E+21' } },
      ['5.10107E+21 → ：读到的是科学计数，原来的数字已经丢失，留空待改'],
    ],
    [
      'a decision',
      'grade',
      { decided: [{ key: 'grade', from: '甲等', to: '乙等', decision: 'decision-1' }] },
      ['甲等 → 乙等：人工决定：王五 2025-02-21，理由：证书为乙等（decision-1）'],
    ],
    [
      'a decision that nobody remembers',
      'grade',
      { decided: [{ key: 'grade', from: '甲等', to: '乙等', decision: 'abcdefghijklmnop' }] },
      ['甲等 → 乙等：人工决定 abcdefghijkl'],
    ],
    [
      'a decision on another column',
      'name',
      { decided: [{ key: 'grade', from: '甲等', to: '乙等', decision: 'decision-1' }] },
      [],
    ],
    [
      'the vocabulary, then two decisions',
      'grade',
      {
        fields: { grade: { raw: '甲' } },
        decided: [
          { key: 'grade', from: '甲等', to: '乙等', decision: 'decision-1' },
          { key: 'grade', from: '乙等', to: '未定等', decision: 'x' },
        ],
      },
      [
        '甲 → 甲等：按词表写成规范名称',
        '甲等 → 乙等：人工决定：王五 2025-02-21，理由：证书为乙等（decision-1）',
        '乙等 → 未定等：人工决定 x',
      ],
    ],
    [
      'a repair of a kind that no rule has',
      'name',
      { fields: { name: { raw: '甲', repairs: [{ kind: 'no-such', from: '甲', to: '示例市第一人民医院' }] } } },
      ['甲 → 示例市第一人民医院：自动整理（no-such）'],
    ],
    [
      'a repair that began with something else than what was stored',
      'name',
      { fields: { name: { raw: '45000', repairs: [{ kind: 'no-such', from: '甲', to: '示例市第一人民医院' }] } } },
      ['甲 → 示例市第一人民医院：自动整理（no-such）'],
    ],
    [
      'repairs one after the other, each from where the one before had come',
      'name',
      {
        fields: {
          name: {
            raw: '甲',
            repairs: [
              { kind: 'no-such', from: '甲', to: '乙' },
              { kind: 'none-such', from: '丙', to: '示例市第一人民医院' },
            ],
          },
        },
      },
      ['甲 → 乙：自动整理（no-such）', '乙 → 示例市第一人民医院：自动整理（none-such）'],
    ],
    [
      'a repair that changed nothing',
      'name',
      { fields: { name: { repairs: [{ kind: 'no-such', from: '示例市第一人民医院', to: '示例市第一人民医院' }] } } },
      [],
    ],
  ])('%s', (_, key, facts, expected) => {
    expect(steps(key, facts)).toEqual(expected);
  });

  it('a repair is told by its rule, the finding about the cell first', () => {
    const repaired: Partial<Field> = {
      raw: '１３９12345670',
      repairs: [{ kind: 'full-width', from: '１３９12345670', to: '13912345670' }],
    };
    const facts = { fields: { dataManagerPhone: repaired } };
    const finding = findingAt(registerRow(facts), 'dataManagerPhone', { code: 'unheard-of/full-width' });
    const elsewhere = findingAt(registerRow(facts), 'name', { code: 'unheard-of/full-width' });

    expect(steps('dataManagerPhone', facts)).toEqual([
      expect.stringMatching(/^１３９12345670 → 13912345670：.+（repair\/full-width）$/),
    ]);
    expect(steps('dataManagerPhone', facts, { findings: [elsewhere] })[0]).toContain('（repair/full-width）');
    expect(steps('dataManagerPhone', facts, { findings: [finding] })).toEqual([
      '１３９12345670 → 13912345670：自动整理（unheard-of/full-width）',
    ]);
  });

  it('a repair is told by the title of its rule, whatever else is found in the cell', () => {
    const repairs = [{ kind: 'full-width', from: '１３９12345670', to: '13912345670' }];
    const facts = { fields: { dataManagerPhone: { raw: '１３９12345670', repairs } } };
    const found = (...codes: string[]) =>
      codes.map((code) => findingAt(registerRow(facts), 'dataManagerPhone', { code }));
    const [told] = steps('dataManagerPhone', facts);

    expect(told).not.toContain('自动整理');
    expect(steps('dataManagerPhone', facts, { findings: found('repair/full-width') })).toEqual([told]);
    expect(steps('dataManagerPhone', facts, { findings: found('phone/landline') })).toEqual([told]);
  });

  it('a column that was not there shows what was decided, and nothing else', () => {
    const { grade: _, ...fields } = registerRow().fields;
    const row = { ...registerRow(), fields };
    const edition = editionOfState(registryState([row]));
    const decided = [{ key: 'grade', from: '', to: '乙等', decision: 'd1' }];

    expect(traceCell(ROSTER, columnOf('grade'), row, edition)).toEqual([]);
    expect(traceCell(ROSTER, columnOf('grade'), { ...row, decided }, edition)).toEqual([
      { from: '', to: '乙等', why: '人工决定 d1' },
    ]);
  });

  it('a decision is told by the beginning of its id', () => {
    const id = 'abcdefghijklmnop';
    const row = registerRow({ decided: [{ key: 'grade', from: '甲等', to: '乙等', decision: id }] });
    const edition = editionOfState(registryState([row]), { decisions: [{ ...DECISION, id }] });

    expect(traceCell(ROSTER, columnOf('grade'), row, edition)[0]?.why).toBe(
      '人工决定：王五 2025-02-21，理由：证书为乙等（abcdefghijkl）',
    );
  });

  it('numbers of citizens are masked', () => {
    const [step] = steps('name', { values: { name: '51010719800101123X' } });

    expect(step).toMatch(/^510107\*{11}X → ：疑为居民身份证号码/);
  });

  it('a code in place of its name is told', () => {
    const row = registerRow();
    const edition = editionOfState(registryState([row]));
    const [change] = traceCell(ROSTER, { ...columnOf('category'), show: 'code' }, row, edition);

    expect(change).toMatchObject({ from: '综合医院', why: '按表格要求写成代码' });
  });
});

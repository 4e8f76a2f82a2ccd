import { describe, expect, it } from 'vitest';
import { diffRegisters } from '../../../src/registry/publish/diff-registers.ts';
import { type RegisterLine, writeRegister } from '../../../src/registry/publish/register-lines.ts';
import { wholeBytes } from '../../../src/sheet/whole-bytes.ts';
import { editionOfState, type RowFacts, registerRow, registryState } from '../../support/registry-state.ts';

/** register.jsonl of a register of these rows. */
function register(...rows: RowFacts[]): Buffer {
  const edition = editionOfState(registryState(rows.map((row) => registerRow(row))));
  return Buffer.from(wholeBytes(writeRegister(edition, () => undefined)));
}

function changes(before: RowFacts[], after: RowFacts[]): unknown[] {
  return diffRegisters(register(...before), register(...after)).map((change) => [
    change.kind,
    change.name,
    change.values.map(({ key, from, to }) => `${key} ${from}→${to}`),
  ]);
}

const ONE: RowFacts = { id: '1', values: { name: '甲医院' } };
const TWO: RowFacts = { id: '2', row: 6, values: { name: '乙医院' } };

describe('the change log', () => {
  it.each<[string, RowFacts[], RowFacts[], unknown[]]>([
    ['nothing', [ONE, TWO], [ONE, TWO], []],
    ['another order or another mail', [ONE, TWO], [TWO, { ...ONE, message: 'b'.repeat(64) }], []],
    ['a new row', [ONE], [ONE, TWO], [['added', '乙医院', []]]],
    ['a row gone', [ONE, TWO], [TWO], [['removed', '甲医院', []]]],
    [
      'a value',
      [ONE],
      [{ ...ONE, values: { name: '甲医院', grade: '乙等' } }],
      [['changed', '甲医院', ['grade 甲等→乙等']]],
    ],
    [
      'a corrected identity, so that the id is another',
      [ONE],
      [{ ...ONE, id: '9', values: { name: '甲医院', uscc: '12510100MB0001234X' } }],
      [['changed', '甲医院', ['uscc 12510100450712347E→12510100MB0001234X']]],
    ],
    [
      'two namesakes, which cannot be told apart',
      [ONE, { ...ONE, id: '2' }],
      [
        { ...ONE, id: '8' },
        { ...ONE, id: '9' },
      ],
      [
        ['added', '甲医院', []],
        ['added', '甲医院', []],
        ['removed', '甲医院', []],
        ['removed', '甲医院', []],
      ],
    ],
  ])('tells %s', (_, before, after, expected) => {
    expect(changes(before, after)).toEqual(expected);
  });

  it('says nothing for the first version', () => {
    expect(diffRegisters(undefined, register(ONE))).toEqual([]);
  });

  it('passes over lines that somebody spoiled', () => {
    const spoiled = Buffer.concat([register(ONE), Buffer.from('{"form":1}\nnot json\n\n')]);

    expect(diffRegisters(spoiled, register(ONE))).toEqual([]);
  });
});

describe('register.jsonl', () => {
  it('holds one row a line with what was read where that differs, personal numbers masked', () => {
    const text = register({
      values: { uscc: '51010719800101123X' },
      fields: { prefecture: { raw: '成都' } },
    }).toString();
    const line = JSON.parse(text) as RegisterLine;

    expect(line).toMatchObject({ v: 1, number: 1, unit: '510100', unitName: '成都市', name: '示例市第一人民医院' });
    expect(line.fields['prefecture']).toBe('成都市');
    expect(line.read).toEqual({ prefecture: '成都', uscc: expect.stringMatching(/^510107\*{11}X$/) });
    expect(text).not.toContain('51010719800101123X');
  });
});

import { describe, expect, it } from 'vitest';
import { diffRegisters } from '../../../src/registry/publish/diff-registers.ts';
import { type RegisterLine, writeRegister } from '../../../src/registry/publish/register-lines.ts';
import { wholeBytes } from '../../../src/sheet/whole-bytes.ts';
import { editionOfState, LIAISON, type RowFacts, registerRow, registryState } from '../../support/registry-state.ts';

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

  it.each<[string, RowFacts, RowFacts, unknown[]]>([
    [
      'a new row of the same name in another unit',
      { ...ONE, id: '8' },
      { ...ONE, id: '9', unit: '510300' },
      [
        ['added', '甲医院', []],
        ['removed', '甲医院', []],
      ],
    ],
    [
      'a new row under another name',
      { ...ONE, id: '8' },
      { ...TWO, id: '9' },
      [
        ['added', '乙医院', []],
        ['removed', '甲医院', []],
      ],
    ],
    [
      'a row without a name, which nobody can know again',
      { ...ONE, id: '8', values: { name: '' } },
      { ...ONE, id: '9', values: { name: '', grade: '乙等' } },
      [
        ['added', '', []],
        ['removed', '', []],
      ],
    ],
  ])('tells %s', (_, before, after, expected) => {
    expect(changes([before], [after])).toEqual(expected);
  });

  it('of a namesake that came beside a row that stayed, tells the one that came', () => {
    const gone = { ...ONE, id: '3', row: 7 };

    expect(changes([ONE, gone], [ONE, { ...ONE, id: '9', row: 8, values: { name: '甲医院', grade: '乙等' } }])).toEqual(
      [['changed', '甲医院', ['grade 甲等→乙等']]],
    );
    expect(
      changes([ONE, gone], [ONE, { ...ONE, id: '8', row: 8 }, { ...ONE, id: '9', row: 9 }]).map(
        (change) => (change as unknown[])[0],
      ),
    ).toEqual(['added', 'added', 'removed']);
  });

  it('keeps forms apart, though their rows have the same id', () => {
    const before = [ONE, { form: LIAISON, id: '1', values: { name: '李四' } }];

    expect(changes(before, [ONE])).toEqual([['removed', '李四', []]]);
    expect(
      changes(
        before,
        before.map((row) => ({ ...row, message: 'b'.repeat(64) })),
      ),
    ).toEqual([]);
  });

  it('tells a column that one of the versions does not have', () => {
    const without = register(ONE).toString().replace('"grade":"甲等",', '');
    const told = (before: string | Buffer, after: string | Buffer) =>
      diffRegisters(Buffer.from(before), Buffer.from(after)).map((change) => change.values);

    expect(told(without, register(ONE))).toEqual([[{ key: 'grade', from: '', to: '甲等' }]]);
    expect(told(register(ONE), without)).toEqual([[{ key: 'grade', from: '甲等', to: '' }]]);
  });

  it('needs no line feed at the end', () => {
    const whole = register(ONE, TWO);

    expect(diffRegisters(whole.subarray(0, -1), whole)).toEqual([]);
    expect(diffRegisters(register(ONE).subarray(0, -1), whole).map((change) => change.kind)).toEqual(['added']);
  });

  it.each([
    ['form', '1'],
    ['id', 'null'],
    ['unit', '{}'],
    ['name', 'false'],
    ['fields', 'null'],
    ['fields', '"甲"'],
    ['source', 'null'],
    ['source', '7'],
  ])('passes over a line whose %s became %s', (key, value) => {
    const [line = ''] = register(TWO).toString().split('\n');
    const spoiled = JSON.stringify({ ...JSON.parse(line), [key]: JSON.parse(value) });

    expect(diffRegisters(Buffer.concat([register(ONE), Buffer.from(spoiled)]), register(ONE))).toEqual([]);
  });

  it.each(['not json', 'null', '7', '"text"', '', ' '])('passes over a line that is %j', (text) => {
    expect(diffRegisters(Buffer.concat([register(ONE), Buffer.from(`${text}\n`)]), register(ONE))).toEqual([]);
    expect(diffRegisters(Buffer.concat([Buffer.from(`${text}\n`), register(ONE)]), register(ONE))).toEqual([]);
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

  it('numbers the rows as the province workbook does, with the decisions behind them', () => {
    const decided = [{ key: 'grade', from: '甲等', to: '乙等', decision: 'd1' }];
    const { uscc: _, ...fields } = registerRow().fields;
    const edition = editionOfState(
      registryState([registerRow({ unit: '999999', id: '2', decided }), { ...registerRow({ id: '1' }), fields }]),
    );
    const text = Buffer.from(wholeBytes(writeRegister(edition, () => undefined))).toString();
    const lines = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as RegisterLine);

    expect(lines.map((line) => [line.number, line.id, line.unitName, line.decided])).toEqual([
      [1, '1', '成都市', {}],
      [2, '2', '999999', { grade: 'd1' }],
    ]);
    expect(lines.map((line) => [line.fields['uscc'], line.read])).toEqual([
      ['', {}],
      ['12510100450712347E', { grade: '甲等' }],
    ]);
    expect(Object.keys(lines[0]?.fields ?? {})).not.toContain('sequence');
    expect(text.endsWith('\n')).toBe(true);
  });
});

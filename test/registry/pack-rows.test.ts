import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packRows, unpackRows } from '../../src/registry/pack-rows.ts';
import type { RegisterRow, RowSource } from '../../src/registry/register.ts';
import { rowContent } from '../../src/registry/row-content.ts';
import { registerRow } from '../support/registry-state.ts';

const source: fc.Arbitrary<RowSource> = fc.record({
  message: fc.constantFrom('a'.repeat(64), 'b'.repeat(64)),
  eml: fc.constantFrom('', '1.eml'),
  path: fc.constantFrom('甲.zip!表.xlsx', '表.xlsx'),
  file: fc.constant('表.xlsx'),
  sheet: fc.constantFrom('Sheet1', '二'),
  row: fc.integer({ min: 1, max: 1_048_576 }),
  receivedAt: fc.constant('2025-02-20T02:00:00.000Z'),
  submission: fc.constantFrom('s1', 's2'),
});
const row: fc.Arbitrary<RegisterRow> = fc
  .record({
    id: fc.string({ minLength: 1 }),
    source,
    copies: fc.array(source, { maxLength: 2 }),
    decided: fc.array(fc.record({ key: fc.string(), from: fc.string(), to: fc.string(), decision: fc.string() }), {
      maxLength: 2,
    }),
  })
  .map((facts) => {
    const { content: _, ...bare } = { ...registerRow(), ...facts };
    return { ...bare, content: rowContent(bare) };
  });

describe('packed rows', () => {
  it('unpack to the same rows, from plain values', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
        const packed = JSON.parse(JSON.stringify(packRows(rows))) as ReturnType<typeof packRows>;
        const again = unpackRows(packed, 'hospital-roster', '510100', (index) => rows[index]?.fields ?? {});

        expect(again.map(plain)).toEqual(rows.map(plain));
      }),
    );
  });

  it('ask for the cells of a row only when somebody does', () => {
    const asked: number[] = [];
    const rows = unpackRows(packRows([registerRow(), registerRow({ row: 6 })]), 'f', 'u', (index) => {
      asked.push(index);
      return {};
    });
    expect(rows.map((one) => one.source.row)).toEqual([5, 6]);
    expect(asked).toEqual([]);

    expect(rows[1]?.fields).toEqual({});
    expect(asked).toEqual([1]);
  });
});

function plain({ id, form, unit, content, source: from, copies, decided, fields }: RegisterRow): unknown {
  return { id, form, unit, content, from, copies, decided, fields };
}

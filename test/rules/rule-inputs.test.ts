import { describe, expect, it } from 'vitest';
import { findRule } from '../../src/rules/catalogue.ts';
import { fieldOf, fieldsOf, GOOD_ROW, rowAmong } from '../support/judge-value.ts';

describe('a rule of a row', () => {
  it.each(['category/medicine-kind', 'category/out-of-scope', 'registration-number/category-mismatch'])(
    '%s says nothing without the list of categories',
    (code) => {
      const rule = findRule(code);
      const fields = fieldsOf({ ...GOOD_ROW, category: '综合门诊部', medicineKind: '中医' });
      const parameters = {
        category: 'category',
        medicineKind: 'medicineKind',
        level: 'level',
        registrationNumber: 'registrationNumber',
      };

      expect(rule?.scope === 'row' && rule.check({ fields, parameters, vocabularies: {} })).toEqual([]);
    },
  );

  it('names a category that has no code by its name alone', () => {
    const rule = findRule('category/medicine-kind');
    const terms = [{ value: '中医馆', facts: { medicineKind: '中医' } }];
    const fields = fieldsOf({ category: '中医馆', medicineKind: '西医' });
    const parameters = { category: 'category', medicineKind: 'medicineKind' };
    const vocabularies = { category: { id: 'own', title: '', source: '', terms } };

    expect(rule?.scope === 'row' && rule.check({ fields, parameters, vocabularies })).toEqual([
      { column: 'medicineKind', seen: '西医', detail: { category: '中医馆', medicine: '中医', kind: '西医' } },
    ]);
  });
});

describe('a unit of several divisions', () => {
  const [WEST, FAR] = [
    ['5101', '5133'],
    ['5101', '4401'],
  ];

  it.each([
    ['uscc/division', '12510100450712347E', WEST, 0],
    ['uscc/division', '12510700450712347D', WEST, 1],
    ['registration-number/division', '45071234751010411A1001', WEST, 0],
    ['registration-number/division', '45071234751332611A1001', WEST, 0],
    ['registration-number/division', '45071234751332611A1001', FAR, 1],
    ['registration-number/division', '45071234751000011A1001', FAR, 0],
    ['registration-number/division', '45071234744000011A1001', FAR, 0],
    ['registration-number/division', '45071234744000011A1001', WEST, 1],
  ])('%s: %s in %j → %i faults', (code, value, divisions, count) => {
    const unit = { code: 'several', name: '川西', short: '川西', aliases: [], divisions: divisions ?? [] };
    const rule = findRule(code);
    const input = { column: 'code', header: '列', field: fieldOf(value), fields: {}, parameters: {}, unit };

    expect(rule?.scope === 'cell' && rule.check(input).length).toBe(count);
  });
});

describe('rules over rows', () => {
  it('without their parameters say nothing of any column', () => {
    const rows = [rowAmong({ sequence: '1' }), rowAmong({ sequence: '5' }, { row: 9 })];
    const tooMany = findRule('row/too-many');
    const blank = findRule('row/blank');

    expect(tooMany?.scope === 'sheet' && tooMany.check({ rows, parameters: {} })).toEqual([
      { column: '', seen: '', index: 1, related: [0], detail: { count: '2', most: '1' } },
    ]);
    expect(tooMany?.scope === 'sheet' && tooMany.check({ rows, parameters: { most: 2, column: 'name' } })).toEqual([]);
    expect(blank?.scope === 'sheet' && blank.check({ rows, parameters: {} })).toEqual([
      { column: '', seen: '', index: 1, related: [0], detail: { from: '5', to: '9', count: '3' } },
    ]);
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeFileName } from '../../src/text/safe-file-name.ts';

describe('a name for a file', () => {
  it.each([
    ['成都市卫生健康委员会', '成都市卫生健康委员会'],
    ['附件2 医院信息汇总表.xlsx', '附件2 医院信息汇总表.xlsx'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a_b_c_d_e_f_g_h_i_j'],
    ['一\u0000二\u001f三\n四\t五', '一_二_三_四_五'],
    ['../../etc/passwd', '.._.._etc_passwd'],
    ['附件2 . .', '附件2'],
    ['. .', '_'],
    ['', '_'],
    ['CON', '_CON'],
    ['nul.txt', '_nul.txt'],
    ['com1 .xlsx', '_com1 .xlsx'],
    ['lpt9', '_lpt9'],
    ['aux', '_aux'],
    ['prn', '_prn'],
    ['某con', '某con'],
    ['console', 'console'],
    ['com', 'com'],
    ['xlpt1', 'xlpt1'],
  ])('%j is %j', (name, safe) => {
    expect(safeFileName(name)).toBe(safe);
  });

  it.each([
    ['is cut at 80 characters', '名'.repeat(81), '名'.repeat(80)],
    ['keeps its 80 characters', '名'.repeat(80), '名'.repeat(80)],
    ['does not end with a dot where it is cut', `${'名'.repeat(79)}.xlsx`, '名'.repeat(79)],
    ['is not cut through a character', `${'名'.repeat(79)}𠮷`, '名'.repeat(79)],
    ['stays in bounds with a device in front', `nul.${'n'.repeat(80)}`, `_nul.${'n'.repeat(75)}`],
  ])('%s', (_, name, safe) => {
    expect(safeFileName(name)).toBe(safe);
  });

  it('is taken by every file system, and needs no second cleaning', () => {
    const piece = fc.oneof(fc.constantFrom('/', '\\', '..', ' ', '.', '\u0007', 'con', 'nul.', '𠮷'), fc.string());
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const safe = safeFileName(pieces.join(''));

        expect(safe).toMatch(/^[^\\/:*?"<>|\u0000-\u001f]{0,79}[^\\/:*?"<>|\u0000-\u001f. ]$/);
        expect(safe).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i);
        expect(safeFileName(safe)).toBe(safe);
      }),
    );
  });
});

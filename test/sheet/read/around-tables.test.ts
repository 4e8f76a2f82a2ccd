import { describe, expect, it } from 'vitest';
import type { Grid } from '../../../src/sheet/grid.ts';
import { prepareForm } from '../../../src/sheet/read/form-reader.ts';
import { isNotesSheet } from '../../../src/sheet/read/is-notes-sheet.ts';
import { nameOtherSheet } from '../../../src/sheet/read/name-other-sheet.ts';
import { readTokens } from '../../../src/sheet/read/read-token.ts';
import { settleHidden } from '../../../src/sheet/read/settle-hidden.ts';
import { addressIn, cellAt, transposedView, viewOf } from '../../../src/sheet/read/view.ts';
import type { ReadTable } from '../../../src/sheet/table.ts';
import { sheet } from '../../support/table.ts';
import { AMBULANCES, findVocabulary } from '../small-form.ts';
import { cell, LIAISON, ROSTER, readerOf } from './read.ts';

const READERS = [readerOf(ROSTER), readerOf(LIAISON)];
const PROMPTS = LIAISON.columns.map(({ prompt }) => prompt);

function lines(...texts: readonly string[]): Grid {
  return sheet(texts.map((text) => `| ${text} |`).join('\n'));
}

describe('a sheet seen from its side', () => {
  it('is the sheet itself as it lies', () => {
    const grid = sheet('| 甲 | 乙 |', {
      name: '表',
      state: 'hidden',
      merges: [{ top: 1, left: 1, bottom: 2, right: 3 }],
    });
    expect(viewOf(grid)).toEqual({
      name: '表',
      state: 'hidden',
      rows: grid.rows,
      merges: grid.merges,
      notes: [],
      transposed: false,
    });
  });

  it('has rows for columns, merges and hidden columns turned', () => {
    const grid = sheet('| 姓名 | | 李四光 |\n| | |  x |\n| 邮箱 | li4@163.com |', {
      name: '表',
      merges: [{ top: 1, left: 2, bottom: 3, right: 4 }],
      notes: [{ row: 1, column: 3, text: '代填' }],
      hiddenColumns: [3],
    });

    expect(transposedView(grid)).toEqual({
      name: '表',
      state: 'visible',
      transposed: true,
      merges: [{ top: 2, left: 1, bottom: 4, right: 3 }],
      notes: [{ row: 3, column: 1, text: '代填' }],
      rows: [
        { number: 1, hidden: false, cells: [cell('姓名'), cell('邮箱', { column: 3 })] },
        { number: 2, hidden: false, cells: [cell('li4@163.com', { column: 3 })] },
        { number: 3, hidden: true, cells: [cell('李四光'), cell(' x', { column: 2 })] },
      ],
    });
  });

  it('is nothing when it is too long', () => {
    const grid = (count: number): Grid => lines(...Array.from({ length: count }, () => '甲'));

    expect(transposedView(grid(120))?.rows[0]?.cells).toHaveLength(120);
    expect(transposedView(grid(121))).toBeUndefined();
  });

  it.each([
    [500, 500, 1],
    [501, 1, 0],
    [1, 501, 0],
  ])('has no cell beyond five hundred: row %d, column %d', (number, column, count) => {
    const grid: Grid = { ...sheet(''), rows: [{ number, hidden: false, cells: [cell('甲', { column })] }] };
    expect(transposedView(grid)?.rows).toHaveLength(count);
  });

  it('names its cells as people see them', () => {
    const view = viewOf(sheet(''));
    expect(addressIn(view, 3, 2)).toBe('B3');
    expect(addressIn({ ...view, transposed: true }, 3, 2)).toBe('C2');
  });

  it.each([
    ['| 甲 | 乙 | 丙 |', 2, '乙'],
    ['| 甲 | | 丙 |', 3, '丙'],
    ['| 甲 | | 丙 |', 2, undefined],
    ['| | | 丙 |', 1, undefined],
    ['| | | 丙 |', 3, '丙'],
    ['| 甲 |', 9, undefined],
  ])('%s has in column %d %s', (line, column, text) => {
    const [row] = sheet(line).rows;
    expect(row && cellAt(row, column)?.text).toBe(text);
  });
});

describe('the identity on a sheet', () => {
  const PARTS = ['campaign | c', 'unit | u', 'form | f', 'version | 1', 'signature | s'];
  const TOKEN = { campaign: 'c', unit: 'u', form: 'f', version: '1', signature: 's' };

  it.each<[string, readonly string[], number]>([
    ['as we wrote it', PARTS, 1],
    ['in another order, with other lines', ['甲', ...PARTS.toReversed().flatMap((part) => [part, '乙 | 丙'])], 1],
    [
      'in capitals, with spaces',
      PARTS.map(
        (part) => ` ${part.toUpperCase().replace(/\| (.)/, (_, one: string) => `| \u3000${one.toLowerCase()} `)}`,
      ),
      1,
    ],
    ['one below the other', [...PARTS, ...PARTS], 2],
    ['without its campaign', PARTS.slice(1), 0],
    ['without its unit', PARTS.filter((_, at) => at !== 1), 0],
    ['without its form', PARTS.filter((_, at) => at !== 2), 0],
    ['without its version', PARTS.filter((_, at) => at !== 3), 0],
    ['without its signature', PARTS.slice(0, 4), 0],
    ['in the last of sixty rows', [...Array.from({ length: 55 }, () => '甲'), ...PARTS], 1],
    ['too far down', [...Array.from({ length: 56 }, () => '甲'), ...PARTS], 0],
    ['without values', ['campaign', 'unit', 'form', 'version', 'signature'], 0],
  ])('%s', (_, texts, count) => {
    expect(readTokens(lines(...texts))).toEqual(Array.from({ length: count }, () => TOKEN));
  });

  it('may stand in eight columns side by side', () => {
    const wide = (count: number): Grid =>
      lines(...PARTS.map((part) => part.replace(/\| (.+)/, (_, one: string) => `| ${one} `.repeat(count))));

    expect(readTokens(wide(8))).toHaveLength(8);
    expect(readTokens(wide(9))).toHaveLength(8);
  });

  it('starts anew where a part comes again too early', () => {
    expect(readTokens(lines('campaign | a', 'unit | a', ...PARTS))).toEqual([TOKEN]);
  });

  it('is cut at two hundred characters', () => {
    const [token] = readTokens(
      lines('campaign | c', 'unit | u', 'form | f', 'version | 1', `signature | ${'s'.repeat(201)}`),
    );
    expect(token?.signature).toBe('s'.repeat(200));
  });
});

describe('tables of hidden sheets', () => {
  const table = (sheetName: string, form: string, state: ReadTable['sheetState'], count = 1): ReadTable => ({
    form,
    sheet: sheetName,
    sheetState: state,
    header: { top: 1, bottom: 1 },
    transposed: false,
    columns: [],
    missing: [],
    extra: [],
    rows: Array.from({ length: count }, (_, at) => ({ row: at + 2, hidden: false, fields: {} })),
    skipped: [],
    faults: [{ code: 'row/hidden', column: '', seen: '1' }],
    surroundings: [],
  });
  const settled = (...tables: readonly ReadTable[]): readonly string[] =>
    settleHidden(tables).tables.map(({ sheet: name, faults }) =>
      [
        name,
        ...faults
          .slice(1)
          .map(
            ({ code, seen, column, detail }) => `${code} ${seen}${column} ${detail?.['sheet']} ${detail?.['count']}`,
          ),
      ].join(' | '),
    );

  it.each<[string, readonly ReadTable[], readonly string[]]>([
    ['none', [table('新', 'a', 'visible')], ['新']],
    [
      'an old copy',
      [table('新', 'a', 'visible'), table('旧', 'a', 'hidden', 3)],
      ['新 | table/old-hidden-sheet 旧 旧 3'],
    ],
    ['an empty old copy', [table('新', 'a', 'visible'), table('旧', 'a', 'veryHidden', 0)], ['新']],
    [
      'two old copies beside two new tables: told once',
      [
        table('旧1', 'a', 'hidden'),
        table('新1', 'a', 'visible'),
        table('新2', 'a', 'visible'),
        table('旧2', 'a', 'veryHidden'),
      ],
      ['新1 | table/old-hidden-sheet 旧1 旧1 1 | table/old-hidden-sheet 旧2 旧2 1', '新2'],
    ],
    [
      'the only one of its form',
      [table('新', 'a', 'visible'), table('藏', 'b', 'hidden', 2)],
      ['新', '藏 | table/hidden-sheet 藏 藏 2'],
    ],
    [
      'nothing but hidden ones',
      [table('藏1', 'a', 'hidden'), table('藏2', 'a', 'hidden')],
      ['藏1 | table/hidden-sheet 藏1 藏1 1', '藏2 | table/hidden-sheet 藏2 藏2 1'],
    ],
  ])('%s', (_, tables, wanted) => {
    expect(settled(...tables)).toEqual(wanted);
  });
});

describe('a sheet without a table', () => {
  const name = (grid: Grid, seen: { hasTable?: boolean; hasToken?: boolean } = {}): string =>
    nameOtherSheet(grid, READERS, { hasTable: false, hasToken: false, ...seen });

  it.each<[string, Grid, string]>([
    ['nothing', sheet(''), 'empty'],
    ['a letter', lines('各位领导：', '请查收。'), 'no-header'],
    ['the head of the findings', lines('序号 | 严重程度 | 工作表 | 单元格 | 问题'), 'findings'],
    ['four of its words, elsewhere', lines('甲', ' 建议值 | 如何改正', '问题 | 单元格'), 'findings'],
    ['three of its words', lines('建议值 | 如何改正 | 问题 | 问题'), 'no-header'],
    ['no findings at all', lines('校验结果', '没有需要修改的内容。'), 'findings'],
    ['a list of cities', lines('成都市', '绵阳', '凉山州', '510100'), 'dictionary'],
    ['a list of three cities', lines('成都市', '绵阳', '凉山州'), 'no-header'],
    ['three cities of five', lines('成都市', '绵阳', '凉山州', '某人', '某事'), 'dictionary'],
    ['three cities of six', lines('成都市', '绵阳', '凉山州', '某人', '某事', '某物'), 'no-header'],
    ['our filling notes', lines(...PROMPTS.slice(0, 3)), 'notes'],
  ])('%s', (_, grid, reason) => {
    expect(name(grid)).toBe(reason);
  });

  it('bears an identity, or a table that was not used', () => {
    expect(name(lines('甲'), { hasToken: true })).toBe('identity');
    expect(name(lines('甲'), { hasTable: true })).toBe('notes');
    expect(name(sheet('| 甲 |', { state: 'hidden' }), { hasTable: true })).toBe('old-hidden');
    expect(name(sheet('| 甲 |', { state: 'veryHidden' }), { hasTable: true })).toBe('old-hidden');
  });

  it('is looked at for forty rows and columns', () => {
    const far = (count: number): Grid => lines(...Array.from({ length: count }, () => '某事'), '没有需要修改的内容。');
    const wide = (count: number): Grid => lines(`${'某事 | '.repeat(count)}没有需要修改的内容。`);

    expect([name(far(39)), name(far(40)), name(wide(39)), name(wide(40))]).toEqual([
      'findings',
      'no-header',
      'findings',
      'no-header',
    ]);
  });

  it.each<[string, readonly string[], boolean]>([
    ['three prompts of a form', PROMPTS.slice(0, 3), true],
    ['three prompts in one row', [PROMPTS.slice(1, 4).join(' | ')], true],
    ['two prompts', PROMPTS.slice(0, 2), false],
    ['prompts in other signs', PROMPTS.slice(0, 3).map((text) => text.replace('。', '！')), true],
    ['other texts', ['请认真填写', '请按时报送', '请勿改动'], false],
    ['short texts', ['。。', '、', '！！！！'], false],
    ['prompts in the eightieth row', [...Array.from({ length: 77 }, () => '甲'), ...PROMPTS.slice(0, 3)], true],
    ['prompts too far down', [...Array.from({ length: 78 }, () => '甲'), ...PROMPTS.slice(0, 3)], false],
    ['prompts too far to the right', PROMPTS.slice(0, 3).map((text) => `${'甲 | '.repeat(20)}${text}`), false],
    ['prompts in the twentieth cell', PROMPTS.slice(0, 3).map((text) => `${'甲 | '.repeat(19)}${text}`), true],
  ])('has filling notes: %s', (_, texts, wanted) => {
    expect(isNotesSheet(lines(...texts), READERS)).toBe(wanted);
  });

  it.each<[string, readonly string[], boolean]>([
    ['what the form says', ['选一项。！', '选一项。！', '选一项。！'], true],
    ['what it says in a word', ['选一项。', '选一项。', '选一项。'], false],
    ['nothing but signs, where the form says nothing', ['。。。。。', '-----', '！！！！！'], false],
  ])('of a form with short prompts and without: %s', (_, texts, wanted) => {
    expect(isNotesSheet(lines(...texts), [prepareForm(AMBULANCES, findVocabulary)])).toBe(wanted);
  });
});

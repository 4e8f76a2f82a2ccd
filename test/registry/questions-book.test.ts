import { describe, expect, it } from 'vitest';
import { checkAnswers } from '../../src/registry/check-answers.ts';
import { drawQuestions } from '../../src/registry/draw-questions.ts';
import { readAnswers } from '../../src/registry/read-answers.ts';
import type { Question } from '../../src/registry/register.ts';
import { bookOfPlan } from '../support/book-of-plan.ts';
import { book } from '../support/table.ts';

function question(number: number, answers: readonly string[], more: Partial<Question> = {}): Question {
  return {
    id: `revision-${number}`,
    kind: 'revision',
    question: `怎样处理第 ${number} 件？`,
    sides: answers.map((answer) => ({ answer, label: `${answer}之后`, source: `邮件“${answer}”` })),
    unit: '510100',
    form: 'hospital-roster',
    messages: [],
    fingerprint: `print-${number}`,
    ...more,
  };
}

const two = [question(1, ['替换', '不采用']), question(2, ['甲', '乙', '丙', '丁'])];
const draw = (questions: readonly Question[] = two) =>
  drawQuestions(questions, (unit) => `单位${unit}`, '2025-03-01T00:00:00.000Z');

describe('the workbook of open questions', () => {
  it('has a line for each with both sides, where they come from and what it rests on', () => {
    const rows = draw().sheets[0]?.rows.map((row) => row.cells.map((cell) => cell?.value ?? null));

    expect(rows).toEqual([
      ['待处理事项 2 件'],
      ['在“答复”列选择一项，在“理由”列写明原因，保存后运行：mingce decide apply output/待处理.xlsx'],
      ['编号', '单位', '事项', '情况（一）', '来源（一）', '情况（二）', '来源（二）', '答复', '理由', '依据'],
      [
        'revision-1',
        '单位510100',
        '怎样处理第 1 件？',
        '替换：替换之后',
        '邮件“替换”',
        '不采用：不采用之后',
        '邮件“不采用”',
        '',
        '',
        'print-1',
      ],
      [
        'revision-2',
        '单位510100',
        '怎样处理第 2 件？',
        '甲：甲之后',
        '邮件“甲”',
        '乙：乙之后\n丙：丙之后\n丁：丁之后',
        '邮件“乙”\n邮件“丙”\n邮件“丁”',
        '',
        '',
        'print-2',
      ],
    ]);
  });

  it('a question with one side, or answered before', () => {
    const decided = { answer: '替换', who: '王工', at: '', reason: '电话核实' };
    const rows = draw([question(1, ['替换']), question(2, [], { decided })]).sheets[0]?.rows.slice(3);

    expect(rows?.map((row) => row.cells.map((cell) => cell?.value))).toEqual([
      ['revision-1', '单位510100', '怎样处理第 1 件？', '替换：替换之后', '邮件“替换”', '', '', '', '', 'print-1'],
      ['revision-2', '单位510100', '怎样处理第 2 件？', '', '', '', '', '替换', '电话核实', 'print-2'],
    ]);
  });

  it('offers the answers of each in a list, and lets only answer and reason be written', () => {
    const plan = draw();
    const [sheet, lists] = plan.sheets;

    expect(sheet?.validations?.map((one) => [one.range, one.kind, one.formula, one.errorStyle])).toEqual([
      ['H4', 'list', '_答复!$A$1:$B$1', 'stop'],
      ['H5', 'list', '_答复!$A$2:$D$2', 'stop'],
    ]);
    for (const one of sheet?.validations ?? [])
      for (const text of [one.promptTitle, one.prompt, one.errorTitle, one.error]) expect(text).toMatch(/\S/);
    expect(lists?.rows.map((row) => row.cells.map((cell) => cell?.value))).toEqual([
      ['替换', '不采用'],
      ['甲', '乙', '丙', '丁'],
    ]);
    expect(lists).toMatchObject({ name: '_答复', state: 'veryHidden' });
    expect(sheet?.rows[3]?.cells.map((cell) => cell?.style)).toEqual([
      ...Array.from({ length: 7 }, () => 'body'),
      'answer',
      'answer',
      'body',
    ]);
    expect(plan.styles['answer']?.locked).toBe(false);
    expect(sheet?.rows[2]?.cells.every((cell) => cell?.style === 'head')).toBe(true);
  });

  it('a list without an answer is one cell wide, one with many at most 26', () => {
    const many = Array.from({ length: 30 }, (_, at) => `答${at}`);

    expect(draw([question(1, []), question(2, many)]).sheets[0]?.validations?.map((one) => one.formula)).toEqual([
      '_答复!$A$1:$A$1',
      '_答复!$A$2:$Z$2',
    ]);
  });

  it('can be printed and scrolled', () => {
    expect(draw().sheets[0]).toMatchObject({
      name: '待处理',
      merges: ['A1:I1', 'A2:I2'],
      freeze: { rows: 3, columns: 1 },
      print: {
        paper: 'A4',
        orientation: 'landscape',
        repeatRows: '3:3',
        footer: '第 &P 页，共 &N 页',
        margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6 },
      },
    });
    expect(draw().sheets[0]?.columns).toHaveLength(10);
    expect(draw()).toMatchObject({ title: '待处理事项', creator: 'mingce', created: '2025-03-01T00:00:00.000Z' });
  });

  it('is read at a glance: wrapped texts in frames, a shaded header, and yellow what is to be filled in', () => {
    const { styles, sheets } = draw();
    const [sheet, lists] = sheets;
    const look = (row: number, column: number) => styles[sheet?.rows[row]?.cells[column]?.style ?? ''];
    const text = { font: { name: '宋体', size: 11 }, align: 'left', wrap: true };
    const framed = { border: 'thin', format: '@', wrap: true };

    expect([look(0, 0), look(1, 0), look(2, 0), look(3, 2), look(3, 7)]).toEqual([
      { font: { name: '黑体', size: 16 }, align: 'left', vertical: 'middle' },
      { ...text, vertical: 'middle' },
      { ...framed, font: { name: '黑体', size: 11 }, align: 'center', vertical: 'middle', fill: 'FFD9E1F2' },
      { ...text, ...framed, vertical: 'top' },
      { ...text, ...framed, vertical: 'top', fill: 'FFFFF2CC', locked: false },
    ]);
    expect(sheet?.rows.map((row) => row.height)).toEqual([28, 22, 26, 33, 47.5]);
    expect(sheet?.columns.map((column) => column.width)).toEqual([14, 12, 40, 28, 20, 28, 20, 18, 22, 20]);
    expect(lists?.columns).toEqual([{ width: 20 }]);
  });

  it('a long question gets a higher row', () => {
    const rows = draw([two[0] ?? question(1, []), question(2, ['甲'], { question: '很长的问题。'.repeat(30) })])
      .sheets[0]?.rows;

    expect(rows?.[4]?.height).toBeGreaterThan(rows?.[3]?.height ?? 0);
  });

  it('filled in, it is read back as it was meant', () => {
    const plan = draw();
    const [sheet] = plan.sheets;
    const filled = {
      ...plan,
      sheets: sheet
        ? [
            {
              ...sheet,
              rows: sheet.rows.map((row, at) =>
                at === 4 ? { ...row, cells: row.cells.with(7, { value: ' 丙 ' }).with(8, { value: '电话核实' }) } : row,
              ),
            },
          ]
        : [],
    };
    const answers = readAnswers(bookOfPlan(filled)) ?? [];

    expect(answers).toEqual([
      { row: 5, question: 'revision-2', answer: '丙', reason: '电话核实', fingerprint: 'print-2' },
    ]);
    expect(checkAnswers(two, answers)).toEqual({
      accepted: [{ question: two[1], answer: '丙', reason: '电话核实' }],
      refused: [],
    });
  });
});

describe('answers are read', () => {
  it.each([
    [
      'columns in another order',
      '| 理由 | 答复 | 编号 |\n| 因为 | 甲 | q1 |',
      [{ row: 2, question: 'q1', answer: '甲', reason: '因为', fingerprint: '' }],
    ],
    [
      'a header written with spaces',
      '| 编 号 | 答 复 |\n| q1 | 甲 |',
      [{ row: 2, question: 'q1', answer: '甲', reason: '', fingerprint: '' }],
    ],
    [
      'lines above the header',
      '| 说明 |\n| 编号 | 答复 |\n| q1 | 甲 |',
      [{ row: 3, question: 'q1', answer: '甲', reason: '', fingerprint: '' }],
    ],
    [
      'lines without an answer left out',
      '| 编号 | 答复 |\n| q1 | |\n| q2 | 乙 |',
      [{ row: 3, question: 'q2', answer: '乙', reason: '', fingerprint: '' }],
    ],
    [
      'a column of one’s own',
      '| 编号 | 答复 | 备注 |\n| q1 | 甲 | 好 |',
      [{ row: 2, question: 'q1', answer: '甲', reason: '', fingerprint: '' }],
    ],
    ['nothing filled in', '| 编号 | 答复 |', []],
    ['no header', '| 编号 | 理由 |\n| q1 | 甲 |', undefined],
    ['neither header', '| 答复 | 理由 |\n| q1 | 甲 |', undefined],
  ])('%s', (_, sheet, expected) => {
    expect(readAnswers(book(sheet))).toEqual(expected);
  });

  it('from the sheet 待处理 wherever it stands, else from the first', () => {
    const [first, second] = [
      book('| 编号 | 答复 |\n| q1 | 甲 |').grids[0],
      book('| 编号 | 答复 |\n| q2 | 乙 |').grids[0],
    ];
    const grids = first && second ? [first, { ...second, name: '待处理' }] : [];

    expect(readAnswers({ format: 'xlsx', traits: [], grids })?.map((one) => one.question)).toEqual(['q2']);
    expect(readAnswers({ format: 'xlsx', traits: [], grids: grids.slice(0, 1) })?.map((one) => one.question)).toEqual([
      'q1',
    ]);
    expect(readAnswers({ format: 'xlsx', traits: [], grids: [] })).toBeUndefined();
  });
});

describe('several answers', () => {
  const given = (row: number, more: object = {}) => ({
    row,
    question: 'revision-1',
    answer: '替换',
    reason: '电话核实',
    fingerprint: 'print-1',
    ...more,
  });

  it('the same twice counts once', () => {
    expect(checkAnswers(two, [given(4), given(9)])).toEqual({
      accepted: [{ question: two[0], answer: '替换', reason: '电话核实' }],
      refused: [],
    });
  });

  it('one wrong, one right: each for itself', () => {
    const answers = [
      given(4),
      given(5, { question: 'revision-2', answer: '戊', fingerprint: 'print-2' }),
      given(6, { question: 'none' }),
    ];

    expect(checkAnswers(two, answers)).toEqual({
      accepted: [{ question: two[0], answer: '替换', reason: '电话核实' }],
      refused: [
        { row: 5, question: 'revision-2', reason: '“戊”不是可选的答复，可选：甲、乙、丙、丁' },
        { row: 6, question: 'none', reason: '没有这件事项，可能已经不需要决定' },
      ],
    });
  });

  it('contradicting ones are refused both', () => {
    expect(checkAnswers(two, [given(4), given(5, { answer: '不采用' })]).refused).toEqual([
      { row: 4, question: 'revision-1', reason: '同一件事项有互相矛盾的答复，请只保留一种' },
      { row: 5, question: 'revision-1', reason: '同一件事项有互相矛盾的答复，请只保留一种' },
    ]);
  });

  it('one on the evidence of its day, given on the command line, needs no print', () => {
    expect(checkAnswers(two, [given(1, { fingerprint: '' })]).accepted).toHaveLength(1);
  });

  it('the words of the refusals', () => {
    expect(checkAnswers(two, [given(4, { reason: '' })]).refused[0]?.reason).toBe('没有写理由');
    expect(checkAnswers(two, [given(4, { fingerprint: 'old' })]).refused[0]?.reason).toBe(
      '情况已经变化，请用 mingce decide list 重新生成表格后再答复',
    );
  });
});

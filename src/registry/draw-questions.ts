import type { BookPlan, CellPlan, RowPlan, ValidationPlan } from '../sheet/book-plan.ts';
import { rowHeight } from './publish/row-height.ts';
import type { Question } from './register.ts';

/** Sheet of the workbook in which a person answers the open questions. */
export const QUESTION_SHEET = '待处理';

/** Columns of that sheet; 编号 and 依据 find the question again, 答复 and 理由 are filled in. */
export const QUESTION_COLUMNS = [
  '编号',
  '单位',
  '事项',
  '情况（一）',
  '来源（一）',
  '情况（二）',
  '来源（二）',
  '答复',
  '理由',
  '依据',
] as const;

/** 依据 is for the program alone and hidden; the rest fits on A4 and can be read there. */
const WIDTHS = [14, 12, 40, 28, 20, 28, 20, 18, 22, 20];
const HIDDEN = QUESTION_COLUMNS.indexOf('依据');
const FIRST_ROW = 4;

const TEXT = { font: { name: '宋体', size: 11 }, align: 'left', wrap: true } as const;
const BODY = { ...TEXT, border: 'thin', vertical: 'top', format: '@' } as const;
const STYLES: BookPlan['styles'] = {
  title: { font: { name: '黑体', size: 16 }, align: 'left', vertical: 'middle' },
  hint: { ...TEXT, vertical: 'middle' },
  head: { ...BODY, font: { name: '黑体', size: 11 }, align: 'center', vertical: 'middle', fill: 'FFD9E1F2' },
  body: BODY,
  answer: { ...BODY, fill: 'FFFFF2CC', locked: false },
};

/** The open questions as a workbook: each with both sides, a drop-down for the answer and a column for the reason. */
export function drawQuestions(
  questions: readonly Question[],
  nameOf: (unit: string) => string,
  created: string,
): BookPlan {
  const rows = questions.map((question) => questionRow(question, nameOf));
  const answerLists = questions.map((question) => question.sides.map((side) => side.answer));
  return {
    title: '待处理事项',
    creator: 'mingce',
    created,
    styles: STYLES,
    sheets: [
      {
        name: QUESTION_SHEET,
        columns: WIDTHS.map((width, index) => ({ width, hidden: index === HIDDEN })),
        rows: [
          { height: 28, cells: [{ value: `待处理事项 ${questions.length} 件`, style: 'title' }] },
          {
            height: 22,
            cells: [
              {
                value: '在“答复”列选择一项，在“理由”列写明原因，保存后运行：mingce decide apply output/待处理.xlsx',
                style: 'hint',
              },
            ],
          },
          { height: 26, cells: QUESTION_COLUMNS.map((title) => ({ value: title, style: 'head' })) },
          ...rows,
        ],
        merges: ['A1:I1', 'A2:I2'],
        freeze: { rows: FIRST_ROW - 1, columns: 1 },
        validations: questions.map((_, index) => answerList(index, answerLists)),
        print: {
          paper: 'A4',
          orientation: 'landscape',
          repeatRows: '3:3',
          footer: '第 &P 页，共 &N 页',
          margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6 },
        },
      },
      {
        name: '_答复',
        state: 'veryHidden',
        columns: [{ width: 20 }],
        rows: answerLists.map(
          (answers): RowPlan => ({ cells: answers.map((answer): CellPlan => ({ value: answer })) }),
        ),
      },
    ],
  };
}

function questionRow(question: Question, nameOf: (unit: string) => string): RowPlan {
  const [first, ...others] = question.sides;
  const values = [
    question.id,
    nameOf(question.unit),
    question.question,
    first ? `${first.answer}：${first.label}` : '',
    first?.source ?? '',
    others.map((side) => `${side.answer}：${side.label}`).join('\n'),
    [...new Set(others.map((side) => side.source))].join('\n'),
    question.decided?.answer ?? '',
    question.decided?.reason ?? '',
    question.fingerprint,
  ];
  return {
    height: rowHeight(
      values,
      // A line of Chinese breaks before the edge of its cell.
      WIDTHS.map((width) => width - 3),
    ),
    cells: values.map((value, index) => ({ value, style: index === 7 || index === 8 ? 'answer' : 'body' })),
  };
}

function answerList(index: number, lists: readonly (readonly string[])[]): ValidationPlan {
  const row = FIRST_ROW + index;
  const last = String.fromCharCode(64 + Math.max(1, Math.min(26, lists[index]?.length ?? 1)));
  return {
    range: `H${row}`,
    kind: 'list',
    formula: `_答复!$A$${index + 1}:$${last}$${index + 1}`,
    promptTitle: '答复',
    prompt: '从下拉列表中选择一项。',
    errorTitle: '不是可选的答复',
    error: '请从下拉列表中选择。',
    errorStyle: 'stop',
  };
}

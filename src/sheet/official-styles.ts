import type { StylePlan } from './book-plan.ts';

/** Font names of the office; xlsx has no list of fallbacks, so they are the campaign's to choose. */
export interface Fonts {
  readonly title: string;
  readonly head: string;
  readonly body: string;
}

/** The look of an official form (GB/T 9704 fonts): black on white, thin borders, no fill. */
export function officialStyles(fonts: Fonts): Readonly<Record<string, StylePlan>> {
  const body = { font: { name: fonts.body, size: 11 }, border: 'thin', vertical: 'middle', wrap: true } as const;
  const plain = { font: { name: fonts.body, size: 12 }, vertical: 'middle' } as const;
  return {
    annex: { font: { name: fonts.head, size: 16 }, align: 'left', vertical: 'middle' },
    title: { font: { name: fonts.title, size: 22 }, align: 'center', vertical: 'middle' },
    line: { ...plain, align: 'left' },
    blankLine: { ...plain, align: 'right', locked: false },
    head: {
      font: { name: fonts.head, size: 11 },
      border: 'thin',
      align: 'center',
      vertical: 'middle',
      wrap: true,
      format: '@',
    },
    center: { ...body, align: 'center', format: '@', locked: false },
    left: { ...body, align: 'left', format: '@', locked: false },
    number: { ...body, align: 'center', locked: false },
    date: { ...body, align: 'center', format: 'yyyy-mm-dd', locked: false },
    // Columns below the prepared rows: ready to be typed into, without a border.
    free: { font: body.font, vertical: 'middle', wrap: true, align: 'center', format: '@', locked: false },
    freeNumber: { font: body.font, vertical: 'middle', align: 'center', locked: false },
    freeDate: { font: body.font, vertical: 'middle', align: 'center', format: 'yyyy-mm-dd', locked: false },
    note: { ...plain, wrap: true, align: 'left' },
    noteTitle: { font: { name: fonts.head, size: 16 }, align: 'left', vertical: 'middle' },
    noteHead: { font: { name: fonts.head, size: 11 }, border: 'thin', align: 'center', vertical: 'middle', wrap: true },
    noteCell: { ...body, align: 'left', format: '@' },
    plain: { format: '@' },
    wrong: { fill: 'FFFFC7CE', font: { color: 'FF9C0006' } },
  };
}

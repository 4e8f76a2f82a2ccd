import type { Severity } from '../../rules/rule.ts';
import type { StylePlan } from '../../sheet/book-plan.ts';
import type { EditionFacts } from './edition.ts';

/** Fills of marked cells: also told apart in grey print, and always with words in 问题清单. */
export const MARK_FILLS = { block: 'F4A6A0', error: 'F8CBAD', warning: 'FFF2CC' } as const;

export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  block: '阻断',
  error: '错误',
  warning: '警告',
  notice: '提示',
};

/** A mark a cell can carry; notices are told in 问题清单 and not painted. */
export type CellMarkKind = keyof typeof MARK_FILLS;

/** The look of the official form (body 11 pt, thin borders, no fill) and of the working sheets behind it. */
export function bookStyles(fonts: EditionFacts['fonts']): Record<string, StylePlan> {
  const body: StylePlan = {
    font: { name: fonts.body, size: 11 },
    border: 'thin',
    vertical: 'middle',
    wrap: true,
    format: '@',
  };
  const styles: Record<string, StylePlan> = {
    annex: { font: { name: fonts.head, size: 16 }, align: 'left', vertical: 'middle', format: '@' },
    title: { font: { name: fonts.title, size: 22 }, align: 'center', vertical: 'middle', format: '@' },
    line: { font: { name: fonts.body, size: 12 }, align: 'left', vertical: 'middle', format: '@' },
    head: {
      font: { name: fonts.head, size: 11 },
      border: 'thin',
      align: 'center',
      vertical: 'middle',
      wrap: true,
      format: '@',
    },
    listHead: {
      font: { name: fonts.head, size: 11 },
      fill: 'E7E6E6',
      border: 'thin',
      align: 'center',
      vertical: 'middle',
      wrap: true,
      format: '@',
    },
    list: { ...body, font: { name: fonts.body, size: 10 }, align: 'left' },
    count: { ...body, font: { name: fonts.body, size: 10 }, align: 'center', format: '0' },
  };
  for (const align of ['left', 'center'] as const) {
    styles[`body-${align}`] = { ...body, align };
    for (const [mark, fill] of Object.entries(MARK_FILLS)) styles[`body-${align}-${mark}`] = { ...body, align, fill };
  }
  for (const [mark, fill] of Object.entries(MARK_FILLS))
    styles[`list-${mark}`] = { ...body, font: { name: fonts.body, size: 10 }, align: 'center', fill };
  return styles;
}

/** Name of the style of a body cell. */
export function bodyStyle(align: 'left' | 'center', mark: CellMarkKind | undefined): string {
  return mark === undefined ? `body-${align}` : `body-${align}-${mark}`;
}

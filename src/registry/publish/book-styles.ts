import type { Severity } from '../../rules/rule.ts';
import type { StylePlan } from '../../sheet/book-plan.ts';
import { officialStyles } from '../../sheet/official-styles.ts';
import type { EditionFacts } from './edition.ts';

/** Fills of marked cells; 问题清单 says the same in words, for a grey print. */
const MARK_FILLS = { block: 'FFF4A6A0', error: 'FFF8CBAD', warning: 'FFFFF2CC' } as const;

export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  block: '阻断',
  error: '错误',
  warning: '警告',
  notice: '提示',
};

/** A mark a cell can carry; notices are told in 问题清单 and not painted. */
export type CellMarkKind = keyof typeof MARK_FILLS;

/** The look of the official form, its cells with marks, and the look of the lists behind it. */
export function bookStyles(fonts: EditionFacts['fonts']): Record<string, StylePlan> {
  const official = officialStyles(fonts);
  const list: StylePlan = {
    font: { name: fonts.body, size: 10 },
    border: 'thin',
    vertical: 'middle',
    align: 'left',
    wrap: true,
    format: '@',
  };
  const styles: Record<string, StylePlan> = {
    ...official,
    listHead: { ...list, font: { name: fonts.head, size: 10 }, fill: 'FFE7E6E6', align: 'center' },
    list,
    listCenter: { ...list, align: 'center' },
    count: { ...list, align: 'center', format: '0' },
  };
  for (const [mark, fill] of Object.entries(MARK_FILLS)) {
    for (const align of ['left', 'center'] as const) styles[`${align}-${mark}`] = { ...official[align], fill };
    styles[`list-${mark}`] = { ...list, align: 'center', fill };
  }
  return styles;
}

/** Name of the style of a body cell: text, whatever it holds. */
export function bodyStyle(align: 'left' | 'center', mark: CellMarkKind | undefined): string {
  return mark === undefined ? align : `${align}-${mark}`;
}

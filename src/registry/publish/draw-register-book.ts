import type { Form } from '../../forms/form.ts';
import type { BookPlan, SheetPlan } from '../../sheet/book-plan.ts';
import { PROGRAM } from '../../text/program.ts';
import { bookStyles } from './book-styles.ts';
import type { RegisterChange } from './diff-registers.ts';
import { drawFormSheet } from './draw-form-sheet.ts';
import { drawListSheet, type ListSheet } from './draw-list-sheet.ts';
import type { Edition } from './edition.ts';
import { layRegister } from './lay-register.ts';
import { listChanges } from './list-changes.ts';
import { listCoverage } from './list-coverage.ts';
import { findingsOfForm, listFindings } from './list-findings.ts';
import { listProvenance } from './list-provenance.ts';

/** Notes of a province workbook; a sheet with more opens slowly, and 问题清单 holds everything anyway. */
const MOST_NOTES = 2_000;
const COVERAGE = '报送情况';

/**
 * The province workbook of a form: the official table first, print-ready, then 问题清单, 报送情况, 变更记录, 出处.
 * `first` is true when there is no version to compare with.
 */
export function drawRegisterBook(
  form: Form,
  edition: Edition,
  changes: readonly RegisterChange[],
  first: boolean,
): BookPlan {
  const laid = layRegister(form, edition);
  return {
    ...bookFrame(form.register.fileName, edition),
    sheets: [
      drawFormSheet(laid, edition, { reporter: edition.issuer, notes: { left: MOST_NOTES }, inSections: true }),
      ...listsOfRegister(form, edition, changes, first).map(({ sheet, list }) =>
        sheet === COVERAGE ? coverageSheet(edition) : drawListSheet(list()),
      ),
    ],
  };
}

const COVERAGE_SHEETS = new WeakMap<Edition, SheetPlan>();

/** The books of all forms have the same one. */
function coverageSheet(edition: Edition): SheetPlan {
  const sheet = COVERAGE_SHEETS.get(edition) ?? drawListSheet(listCoverage(edition));
  COVERAGE_SHEETS.set(edition, sheet);
  return sheet;
}

/** The lists behind the table of a form, each made when it is asked for. */
export function listsOfRegister(
  form: Form,
  edition: Edition,
  changes: readonly RegisterChange[],
  first: boolean,
): { readonly sheet: string; readonly list: () => ListSheet }[] {
  const laid = layRegister(form, edition);
  return [
    { sheet: '问题清单', list: () => listFindings(laid, findingsOfForm(form, edition), edition) },
    { sheet: COVERAGE, list: () => listCoverage(edition) },
    { sheet: '变更记录', list: () => listChanges(form, changes, edition, first) },
    { sheet: '出处', list: () => listProvenance(laid, edition) },
  ];
}

/** What every workbook of a version has in common. */
export function bookFrame(title: string, edition: Edition): Omit<BookPlan, 'sheets'> {
  return {
    title,
    creator: PROGRAM,
    created: edition.asOf,
    keywords: `${edition.campaign.id}，第 ${edition.version} 版`,
    styles: bookStyles(edition.fonts),
  };
}

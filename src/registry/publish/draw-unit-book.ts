import type { Form } from '../../forms/form.ts';
import type { BookPlan, ValidationPlan } from '../../sheet/book-plan.ts';
import { columnLetters } from '../../text/column-letters.ts';
import type { ReportingUnit } from '../unit.ts';
import { drawFormSheet } from './draw-form-sheet.ts';
import { drawListSheet, type ListSheet } from './draw-list-sheet.ts';
import { bookFrame } from './draw-register-book.ts';
import type { Edition } from './edition.ts';
import { layUnit } from './lay-register.ts';
import type { LaidSheet } from './lay-sheet.ts';
import { listFindingsForUnit } from './list-findings.ts';
import { sheetName } from './sheet-name.ts';

const MOST_NOTES = 300;
const ANSWERS = '"无误,需改正,不属本单位"';
const FOOTING = [
  '以上内容请逐行核对，在“核对结果”一列选择。',
  '核对人：　　　　　　　　联系电话：　　　　　　　　日期：',
];

/**
 * A unit's own rows of every form with a column for its answer, and what is still wrong with them. `edition`
 * is that of this unit alone (unit-part.ts): the workbook is the same in every version in which it is.
 */
export function drawUnitBook(unit: ReportingUnit, edition: Edition): BookPlan {
  const notes = { left: MOST_NOTES };
  const laid = layUnit(unit, edition);
  return {
    ...bookFrame(`${unit.short} 核对表`, edition),
    keywords: edition.campaign.id,
    sheets: laid.flatMap((sheet) => [
      {
        ...drawFormSheet(sheet, edition, { reporter: unit.name, notes, footing: footingOf(sheet) }),
        ...answers(sheet),
      },
      drawListSheet(listUnitFindings(sheet, unit, edition)),
    ]),
  };
}

/** The lines under the table: what the unit should do, and where it signs. */
export function footingOf(sheet: LaidSheet): readonly string[] {
  return sheet.rows.length === 0 ? ['尚未收到本单位的这份表，请尽快报送。'] : FOOTING;
}

function answers(sheet: LaidSheet): { readonly validations?: readonly ValidationPlan[] } {
  if (sheet.rows.length === 0) return {};
  const letters = columnLetters(sheet.columns.length);
  const range = `${letters}${sheet.firstRow}:${letters}${sheet.firstRow + sheet.rows.length - 1}`;
  return { validations: [{ range, kind: 'list', formula: ANSWERS, errorStyle: 'warning' }] };
}

/** What is wrong with a unit's form, behind the table itself. */
export function listUnitFindings(sheet: LaidSheet, unit: ReportingUnit, edition: Edition): ListSheet {
  const findings = edition.findingsOfUnit(sheet.form, unit.code);
  return { ...listFindingsForUnit(sheet, findings, edition), name: unitFindingsName(sheet.form) };
}

/** Name of that sheet. */
export function unitFindingsName(form: Form): string {
  return sheetName(`问题（${form.annex}）`);
}

import type { Form } from '../../forms/form.ts';
import { FIRST_BODY_ROW, HEADER_ROW } from '../../sheet/draw-official-sheet.ts';
import type { ReportingUnit } from '../unit.ts';
import type { Edition } from './edition.ts';
import { columnsOfForm, type LaidSheet } from './lay-sheet.ts';
import { sheetName } from './sheet-name.ts';
import { unitFileName } from './unit-file-name.ts';

/** First sheet of the province workbook of a form. */
export function layRegister(form: Form, edition: Edition): LaidSheet {
  return {
    file: `${form.register.fileName}.xlsx`,
    sheet: sheetName(form.register.title),
    form,
    columns: columnsOfForm(form),
    headerRow: HEADER_ROW,
    firstRow: FIRST_BODY_ROW,
    rows: edition.rowsOf(form),
  };
}

/** The same rows as CSV. */
export function layCsv(form: Form, edition: Edition): LaidSheet {
  return { ...layRegister(form, edition), file: `${form.register.fileName}.csv`, sheet: '', headerRow: 1, firstRow: 2 };
}

/** Sheets of a unit's workbook for confirmation: one a form, with a column for its answer. */
export function layUnit(unit: ReportingUnit, edition: Edition): LaidSheet[] {
  return edition.forms.map((form) => ({
    file: `分市核对/${unitFileName(unit, edition.units)}.xlsx`,
    sheet: sheetName(form.register.title),
    form,
    unit,
    columns: [...columnsOfForm(form), { header: '核对结果', width: 11, align: 'center', from: { kind: 'open' } }],
    headerRow: HEADER_ROW,
    firstRow: FIRST_BODY_ROW,
    rows: edition.rowsOfUnit(form, unit.code),
  }));
}

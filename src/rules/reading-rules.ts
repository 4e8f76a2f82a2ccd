import { cellComment } from './reading/cell-comment.ts';
import { cellErrorValue } from './reading/cell-error-value.ts';
import { cellFormulaWithoutResult } from './reading/cell-formula-without-result.ts';
import { cellStruckThrough } from './reading/cell-struck-through.ts';
import { digitsDate } from './reading/digits-date.ts';
import { digitsLeadingZero } from './reading/digits-leading-zero.ts';
import { digitsPrecisionLost } from './reading/digits-precision-lost.ts';
import { digitsScientific } from './reading/digits-scientific.ts';
import { headerAbsent } from './reading/header-absent.ts';
import { headerByContent } from './reading/header-by-content.ts';
import { headerByPosition } from './reading/header-by-position.ts';
import { headerDuplicateColumn } from './reading/header-duplicate-column.ts';
import { headerExtraColumn } from './reading/header-extra-column.ts';
import { headerMissingColumn } from './reading/header-missing-column.ts';
import { headerRenamed } from './reading/header-renamed.ts';
import { headerSwapped } from './reading/header-swapped.ts';
import { REPAIR_RULES } from './reading/repairs.ts';
import { rowBeforeChange } from './reading/row-before-change.ts';
import { rowHidden } from './reading/row-hidden.ts';
import { rowStruckThrough } from './reading/row-struck-through.ts';
import { tableContinued } from './reading/table-continued.ts';
import { tableEmpty } from './reading/table-empty.ts';
import { tableExampleSheet } from './reading/table-example-sheet.ts';
import { tableHiddenSheet } from './reading/table-hidden-sheet.ts';
import { tableOldHiddenSheet } from './reading/table-old-hidden-sheet.ts';
import { tableTooManyRows } from './reading/table-too-many-rows.ts';
import { tableTransposed } from './reading/table-transposed.ts';
import { tableUnreadSheet } from './reading/table-unread-sheet.ts';
import type { ReadingRule } from './rule.ts';

/** Findings that the reader of spreadsheets raises while it reads; one line each. */
export const READING_RULES: readonly ReadingRule[] = [
  digitsPrecisionLost,
  digitsScientific,
  digitsDate,
  digitsLeadingZero,
  cellErrorValue,
  cellFormulaWithoutResult,
  headerMissingColumn,
  headerDuplicateColumn,
  headerExtraColumn,
  headerRenamed,
  headerAbsent,
  headerByContent,
  headerByPosition,
  headerSwapped,
  tableTransposed,
  tableContinued,
  tableUnreadSheet,
  tableEmpty,
  tableTooManyRows,
  tableExampleSheet,
  tableHiddenSheet,
  tableOldHiddenSheet,
  rowHidden,
  rowBeforeChange,
  rowStruckThrough,
  cellStruckThrough,
  cellComment,
  ...REPAIR_RULES,
];

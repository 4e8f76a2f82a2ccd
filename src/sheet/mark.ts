/** What is marked on a returned workbook: one entry per cell, several faults joined. */
export interface CellMark {
  readonly sheet: string;
  readonly cell: string;
  readonly severity: 'block' | 'error' | 'warning' | 'notice';
  /** Chinese text of the comment: what is wrong and how to mend it. */
  readonly comment: string;
}

/** One line of the first sheet 校验结果. */
export interface MarkLine {
  readonly severity: 'block' | 'error' | 'warning' | 'notice';
  readonly sheet: string;
  readonly cell: string;
  readonly row: string;
  readonly column: string;
  readonly name: string;
  readonly seen: string;
  readonly text: string;
  readonly remedy: string;
  /** Proposed value, in its own column. */
  readonly fix: string;
}

/** Everything the editor needs to mark a workbook in place. */
export interface MarkPlan {
  /** Headline of the sheet 校验结果: unit, form, counts, by when. */
  readonly heading: readonly string[];
  readonly cells: readonly CellMark[];
  readonly lines: readonly MarkLine[];
}

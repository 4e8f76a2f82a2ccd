import type { Form, FormColumn } from '../../forms/form.ts';
import type { RegisterRow } from '../register.ts';
import type { ReportingUnit } from '../unit.ts';

/** One column of a sheet of a deliverable. */
export interface LaidColumn {
  readonly header: string;
  readonly width: number;
  readonly align: 'left' | 'center';
  /**
   * What stands in it: a column of the form (its `show` may differ from the form's), the running number, or nothing
   * yet (to be filled in by hand).
   */
  readonly from:
    | { readonly kind: 'column'; readonly column: FormColumn }
    | { readonly kind: 'number' }
    | { readonly kind: 'open' };
}

/**
 * Where every cell of a sheet comes from. Drawn by draw-*.ts and read by explain, so that both always agree:
 * row `firstRow + i` shows `rows[i]`, column `j + 1` shows `columns[j]`.
 */
export interface LaidSheet {
  /** Path under output/. */
  readonly file: string;
  /** '' for a file without sheets. */
  readonly sheet: string;
  readonly form: Form;
  /** The unit whose workbook it is; undefined for a sheet of the province. */
  readonly unit?: ReportingUnit;
  readonly columns: readonly LaidColumn[];
  /** 1-based row of the header. */
  readonly headerRow: number;
  /** 1-based row of the first data row. */
  readonly firstRow: number;
  readonly rows: readonly RegisterRow[];
}

/** The columns of a form as the notice has them; the running number is given anew. */
export function columnsOfForm(form: Form): LaidColumn[] {
  return form.columns.map((column) => ({
    header: column.header,
    width: column.width,
    align: column.align,
    from: column.key === form.sequenceColumn ? { kind: 'number' } : { kind: 'column', column },
  }));
}

/**
 * A workbook to be written, as plain values: made by pure code, turned into bytes by
 * formats/write-book.ts. Everything is text unless a cell says otherwise.
 */
export interface BookPlan {
  readonly title: string;
  readonly creator: string;
  /** ISO instant written into the document properties; given, so that the same plan makes the same bytes. */
  readonly created: string;
  readonly keywords?: string;
  readonly category?: string;
  readonly styles: Readonly<Record<string, StylePlan>>;
  readonly sheets: readonly SheetPlan[];
  /** Defined names over ranges: `L_CITY` → `_字典!$A$2:$A$25`. */
  readonly names?: readonly { readonly name: string; readonly range: string }[];
}

export interface StylePlan {
  readonly font?: { readonly name?: string; readonly size?: number; readonly bold?: boolean; readonly color?: string };
  readonly fill?: string;
  readonly border?: 'thin' | 'none';
  readonly align?: 'left' | 'center' | 'right';
  readonly vertical?: 'top' | 'middle' | 'bottom';
  readonly wrap?: boolean;
  /** Number format; `@` keeps digits as text. */
  readonly format?: string;
  /** Cells are locked on a protected sheet unless this is false. */
  readonly locked?: boolean;
}

export interface CellPlan {
  readonly value: string | number | null;
  readonly style?: string;
  readonly note?: string;
  /** Jump to a cell of the same workbook (`'Sheet'!E7`) or an address. */
  readonly link?: string;
  /** A formula of our own (never of a sender); `value` is its expected result. */
  readonly formula?: string;
}

export interface RowPlan {
  /** Points. */
  readonly height?: number;
  readonly cells: readonly (CellPlan | null)[];
}

/**
 * Rows that are drawn together and taken over together from an earlier workbook: without links and formulas, every text
 * written in its cell.
 */
export interface SectionPlan {
  /** Hash over everything the rows show, their place in the sheet apart. */
  readonly key: string;
  readonly rows: () => readonly RowPlan[];
}

export interface ValidationPlan {
  readonly range: string;
  readonly kind: 'list' | 'custom' | 'none';
  readonly formula?: string;
  readonly promptTitle?: string;
  readonly prompt?: string;
  readonly errorTitle?: string;
  readonly error?: string;
  /** `stop` refuses, `warning` lets pass after asking. */
  readonly errorStyle?: 'stop' | 'warning' | 'information';
}

export interface SheetPlan {
  readonly name: string;
  readonly state?: 'visible' | 'hidden' | 'veryHidden';
  readonly columns: readonly { readonly width: number; readonly style?: string; readonly hidden?: boolean }[];
  readonly rows: readonly RowPlan[];
  /**
   * Rows below `rows`, section by section. How many they are is known only when they have been drawn: `autoFilter` and
   * `print.area` name the last row of `rows` and are stretched.
   */
  readonly sections?: readonly SectionPlan[];
  /** Cells of sections that get a note; the first ones do. */
  readonly mostNotes?: number;
  readonly merges?: readonly string[];
  readonly freeze?: { readonly rows: number; readonly columns: number };
  readonly autoFilter?: string;
  readonly validations?: readonly ValidationPlan[];
  /** Conditional formats: an expression for the top left cell of the range and a style's fill and font. */
  readonly highlights?: readonly { readonly range: string; readonly formula: string; readonly style: string }[];
  readonly protection?: {
    readonly insertRows: boolean;
    readonly deleteRows: boolean;
    readonly sort: boolean;
    readonly formatCells: boolean;
  };
  readonly print?: PrintPlan;
  readonly tabColor?: string;
}

export interface PrintPlan {
  readonly paper: 'A4' | 'A3';
  readonly orientation: 'landscape' | 'portrait';
  /** `3:4` repeats these rows on each page. */
  readonly repeatRows?: string;
  readonly area?: string;
  readonly footer?: string;
  /** Inches. */
  readonly margins?: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
}

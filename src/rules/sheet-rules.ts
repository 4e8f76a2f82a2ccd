import type { SheetRule } from './rule.ts';

/** Rules that judge the rows of a table, in the order in which their codes are listed. */
export const SHEET_RULES: readonly SheetRule[] = [];

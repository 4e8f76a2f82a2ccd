import { usccOrganizationMismatch } from './row/uscc-organization-mismatch.ts';
import type { RowRule } from './rule.ts';

/** Rules that judge the columns of a row, in the order in which their codes are listed. */
export const ROW_RULES: readonly RowRule[] = [usccOrganizationMismatch];

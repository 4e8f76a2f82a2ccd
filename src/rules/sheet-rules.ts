import type { SheetRule } from './rule.ts';
import { emailShared } from './sheet/email-shared.ts';
import { phoneShared } from './sheet/phone-shared.ts';
import { rowBlank } from './sheet/row-blank.ts';
import { rowDuplicate } from './sheet/row-duplicate.ts';
import { rowGap } from './sheet/row-gap.ts';
import { rowSameCode } from './sheet/row-same-code.ts';
import { rowSameName } from './sheet/row-same-name.ts';
import { rowSameRegistration } from './sheet/row-same-registration.ts';
import { rowTooMany } from './sheet/row-too-many.ts';

/** Rules that judge the rows of a table, in the order in which their codes are listed. */
export const SHEET_RULES: readonly SheetRule[] = [
  phoneShared,
  emailShared,
  rowDuplicate,
  rowBlank,
  rowGap,
  rowSameCode,
  rowSameName,
  rowSameRegistration,
  rowTooMany,
];

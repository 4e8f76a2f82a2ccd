import { categoryMedicineKind } from './row/category-medicine-kind.ts';
import { categoryOutOfScope } from './row/category-out-of-scope.ts';
import { gradeRare } from './row/grade-rare.ts';
import { medicineKindName } from './row/medicine-kind-name.ts';
import { personSameAsInstitution } from './row/person-same-as-institution.ts';
import { phoneMailboxNumber } from './row/phone-mailbox-number.ts';
import { registrationNumberCategoryMismatch } from './row/registration-number-category-mismatch.ts';
import { registrationNumberManagement } from './row/registration-number-management.ts';
import { registrationNumberMedicineMismatch } from './row/registration-number-medicine-mismatch.ts';
import { registrationNumberOrganizationMismatch } from './row/registration-number-organization-mismatch.ts';
import { usccOrganizationMismatch } from './row/uscc-organization-mismatch.ts';
import type { RowRule } from './rule.ts';

/** Rules that judge the columns of a row, in the order in which their codes are listed. */
export const ROW_RULES: readonly RowRule[] = [
  usccOrganizationMismatch,
  registrationNumberCategoryMismatch,
  registrationNumberManagement,
  registrationNumberMedicineMismatch,
  registrationNumberOrganizationMismatch,
  medicineKindName,
  categoryMedicineKind,
  categoryOutOfScope,
  gradeRare,
  personSameAsInstitution,
  phoneMailboxNumber,
];

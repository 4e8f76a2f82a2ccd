import { emailSharedAcrossUnits } from './province/email-shared-across-units.ts';
import { phoneSharedAcrossUnits } from './province/phone-shared-across-units.ts';
import { provinceDuplicate } from './province/province-duplicate.ts';
import { provinceSameCode } from './province/province-same-code.ts';
import { provinceSameName } from './province/province-same-name.ts';
import { provinceSameRegistration } from './province/province-same-registration.ts';
import type { ProvinceRule } from './rule.ts';

/** Rules that judge the whole register, in the order in which their codes are listed. */
export const PROVINCE_RULES: readonly ProvinceRule[] = [
  phoneSharedAcrossUnits,
  emailSharedAcrossUnits,
  provinceDuplicate,
  provinceSameCode,
  provinceSameName,
  provinceSameRegistration,
];

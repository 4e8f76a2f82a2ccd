import { categoryMapped } from './cell/category-mapped.ts';
import { categoryParent } from './cell/category-parent.ts';
import { categoryUnknown } from './cell/category-unknown.ts';
import { cellIdCard } from './cell/cell-id-card.ts';
import { cellPlaceholder } from './cell/cell-placeholder.ts';
import { cellRequired } from './cell/cell-required.ts';
import { choiceMapped } from './cell/choice-mapped.ts';
import { choiceUnknown } from './cell/choice-unknown.ts';
import { choiceUnusable } from './cell/choice-unusable.ts';
import { dateFormat } from './cell/date-format.ts';
import { dateRange } from './cell/date-range.ts';
import { emailDomain } from './cell/email-domain.ts';
import { emailExample } from './cell/email-example.ts';
import { emailFormat } from './cell/email-format.ts';
import { emailFullWidth } from './cell/email-full-width.ts';
import { emailMissingAt } from './cell/email-missing-at.ts';
import { emailQqNumber } from './cell/email-qq-number.ts';
import { emailTwoAddresses } from './cell/email-two-addresses.ts';
import { emailWrongColumn } from './cell/email-wrong-column.ts';
import { gradeCombined } from './cell/grade-combined.ts';
import { gradeMapped } from './cell/grade-mapped.ts';
import { gradeOutside } from './cell/grade-outside.ts';
import { gradeUnknown } from './cell/grade-unknown.ts';
import { institutionMisspelt } from './cell/institution-misspelt.ts';
import { institutionNoGeneralName } from './cell/institution-no-general-name.ts';
import { institutionNoPlace } from './cell/institution-no-place.ts';
import { institutionPerson } from './cell/institution-person.ts';
import { institutionPlaceOnly } from './cell/institution-place-only.ts';
import { institutionTooShort } from './cell/institution-too-short.ts';
import { levelCombined } from './cell/level-combined.ts';
import { levelOutOfScope } from './cell/level-out-of-scope.ts';
import { levelUnknown } from './cell/level-unknown.ts';
import { medicineKindAmbiguous } from './cell/medicine-kind-ambiguous.ts';
import { medicineKindUnknown } from './cell/medicine-kind-unknown.ts';
import { numberFormat } from './cell/number-format.ts';
import { numberInteger } from './cell/number-integer.ts';
import { numberRange } from './cell/number-range.ts';
import { organizationCodeCharacters } from './cell/organization-code-characters.ts';
import { organizationCodeCheckDigit } from './cell/organization-code-check-digit.ts';
import { organizationCodeHyphen } from './cell/organization-code-hyphen.ts';
import { organizationCodeLength } from './cell/organization-code-length.ts';
import { organizationCodeSelfDefined } from './cell/organization-code-self-defined.ts';
import { organizationCodeStatistical } from './cell/organization-code-statistical.ts';
import { organizationCodeWrongColumn } from './cell/organization-code-wrong-column.ts';
import { personDigits } from './cell/person-digits.ts';
import { personFormat } from './cell/person-format.ts';
import { personInstitution } from './cell/person-institution.ts';
import { personSeveral } from './cell/person-several.ts';
import { personTitle } from './cell/person-title.ts';
import { phoneCountryCode } from './cell/phone-country-code.ts';
import { phoneDigitCount } from './cell/phone-digit-count.ts';
import { phoneExample } from './cell/phone-example.ts';
import { phoneFormat } from './cell/phone-format.ts';
import { phoneLandline } from './cell/phone-landline.ts';
import { phoneTwoNumbers } from './cell/phone-two-numbers.ts';
import { phoneUnassigned } from './cell/phone-unassigned.ts';
import { phoneWrongColumn } from './cell/phone-wrong-column.ts';
import { prefectureOtherUnit } from './cell/prefecture-other-unit.ts';
import { prefectureUnknown } from './cell/prefecture-unknown.ts';
import { registrationNumberCharacters } from './cell/registration-number-characters.ts';
import { registrationNumberDivision } from './cell/registration-number-division.ts';
import { registrationNumberEconomicType } from './cell/registration-number-economic-type.ts';
import { registrationNumberHyphen } from './cell/registration-number-hyphen.ts';
import { registrationNumberLayout } from './cell/registration-number-layout.ts';
import { registrationNumberLength } from './cell/registration-number-length.ts';
import { registrationNumberOrganizationPart } from './cell/registration-number-organization-part.ts';
import { registrationNumberRetiredDivision } from './cell/registration-number-retired-division.ts';
import { registrationNumberSelfDefined } from './cell/registration-number-self-defined.ts';
import { registrationNumberWrongColumn } from './cell/registration-number-wrong-column.ts';
import { textLength } from './cell/text-length.ts';
import { textPattern } from './cell/text-pattern.ts';
import { usccCharacters } from './cell/uscc-characters.ts';
import { usccCheckDigit } from './cell/uscc-check-digit.ts';
import { usccDepartment } from './cell/uscc-department.ts';
import { usccDivision } from './cell/uscc-division.ts';
import { usccIdCard } from './cell/uscc-id-card.ts';
import { usccIllegalLetter } from './cell/uscc-illegal-letter.ts';
import { usccLength } from './cell/uscc-length.ts';
import { usccMedicalInsurance } from './cell/uscc-medical-insurance.ts';
import { usccOrganizationPart } from './cell/uscc-organization-part.ts';
import { usccPrefix } from './cell/uscc-prefix.ts';
import { usccWrongColumn } from './cell/uscc-wrong-column.ts';
import type { CellRule } from './rule.ts';

/** Rules that judge a cell, in the order in which their codes are listed. */
export const CELL_RULES: readonly CellRule[] = [
  cellIdCard,
  cellPlaceholder,
  cellRequired,
  prefectureOtherUnit,
  prefectureUnknown,
  institutionMisspelt,
  institutionNoGeneralName,
  institutionNoPlace,
  institutionPerson,
  institutionPlaceOnly,
  institutionTooShort,
  organizationCodeCharacters,
  organizationCodeCheckDigit,
  organizationCodeHyphen,
  organizationCodeLength,
  organizationCodeSelfDefined,
  organizationCodeStatistical,
  organizationCodeWrongColumn,
  usccCharacters,
  usccCheckDigit,
  usccDepartment,
  usccDivision,
  usccIdCard,
  usccIllegalLetter,
  usccLength,
  usccMedicalInsurance,
  usccOrganizationPart,
  usccPrefix,
  usccWrongColumn,
  registrationNumberCharacters,
  registrationNumberDivision,
  registrationNumberEconomicType,
  registrationNumberHyphen,
  registrationNumberLayout,
  registrationNumberLength,
  registrationNumberOrganizationPart,
  registrationNumberRetiredDivision,
  registrationNumberSelfDefined,
  registrationNumberWrongColumn,
  medicineKindAmbiguous,
  medicineKindUnknown,
  categoryMapped,
  categoryParent,
  categoryUnknown,
  levelCombined,
  levelOutOfScope,
  levelUnknown,
  gradeCombined,
  gradeMapped,
  gradeOutside,
  gradeUnknown,
  personDigits,
  personFormat,
  personInstitution,
  personSeveral,
  personTitle,
  phoneCountryCode,
  phoneDigitCount,
  phoneExample,
  phoneFormat,
  phoneLandline,
  phoneTwoNumbers,
  phoneUnassigned,
  phoneWrongColumn,
  emailDomain,
  emailExample,
  emailFormat,
  emailFullWidth,
  emailMissingAt,
  emailQqNumber,
  emailTwoAddresses,
  emailWrongColumn,
  choiceMapped,
  choiceUnknown,
  choiceUnusable,
  textLength,
  textPattern,
  numberFormat,
  numberInteger,
  numberRange,
  dateFormat,
  dateRange,
];

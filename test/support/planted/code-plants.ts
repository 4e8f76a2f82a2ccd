import { makeRegistrationNumber, makeUscc, pick } from '../codes.ts';
import { changed, type Plant, replaceAt, swapAt, toFullWidth, typed } from './plant.ts';

const INSURANCE = 'H51010400317';
/** Nobody's number: the region does not exist. */
const CITIZEN = '519900199003078216';

/** Mistakes in the three columns of codes. */
export const CODE_PLANTS: readonly Plant[] = [
  typed('organization-blank', 'organizationCode', '', ['cell/required']),
  typed('organization-slash', 'organizationCode', '/', ['cell/placeholder']),
  changed('organization-swapped', 'organizationCode', ['organization-code/check-digit'], (text) => swapAt(text, 4)),
  changed('organization-short', 'organizationCode', ['organization-code/length'], (text) => text.slice(0, 8)),
  changed('organization-statistical', 'organizationCode', ['organization-code/statistical'], (text) =>
    replaceAt(text, 8, 'B'),
  ),
  changed(
    'organization-hyphen',
    'organizationCode',
    ['organization-code/hyphen', 'repair/hyphen'],
    (text) => `${text.slice(0, 8)}-${text.slice(8)}`,
  ),
  changed('organization-is-uscc', 'organizationCode', ['organization-code/wrong-column'], (_, row) =>
    String(row['uscc']),
  ),
  changed('organization-of-other', 'organizationCode', ['uscc/organization-mismatch'], (_, __, { other }) =>
    String(other['organizationCode']),
  ),
  changed('uscc-letter-o', 'uscc', ['uscc/illegal-letter'], (text) =>
    text.includes('0') ? text.replace('0', 'O') : undefined,
  ),
  changed('uscc-letter-i', 'uscc', ['uscc/illegal-letter'], (text) =>
    text.includes('1') ? text.replace('1', 'I') : undefined,
  ),
  changed('uscc-swapped', 'uscc', ['uscc/check-digit'], (text) => swapAt(text, 11)),
  changed('uscc-swapped-front', 'uscc', ['uscc/check-digit', 'uscc/prefix'], (text) => swapAt(text, 0)),
  changed('uscc-one-digit', 'uscc', ['uscc/check-digit'], (text) =>
    replaceAt(text, 12, text.charAt(12) === '7' ? '3' : '7'),
  ),
  changed('uscc-short', 'uscc', ['uscc/length'], (text) => text.slice(0, 9) + text.slice(10)),
  changed('uscc-long', 'uscc', ['uscc/length'], (text) => text + text.slice(-1)),
  typed('uscc-citizen', 'uscc', CITIZEN, ['uscc/id-card']),
  typed('uscc-insurance', 'uscc', INSURANCE, ['uscc/medical-insurance']),
  changed('uscc-is-registration', 'uscc', ['uscc/wrong-column'], (_, row) => String(row['registrationNumber'])),
  typed('uscc-blank', 'uscc', '', ['cell/required']),
  typed('uscc-later', 'uscc', '待补充', ['cell/placeholder']),
  typed('uscc-scientific', 'uscc', '1.25101E+17', ['digits/scientific']),
  changed('uscc-number-cell', 'uscc', ['digits/precision-lost'], (text) =>
    /^\d{18}$/.test(text) ? Number(text) : Number(`1251${text.slice(4).replace(/\D/g, '3')}`),
  ),
  changed('uscc-spaces', 'uscc', ['repair/spaces'], (text) => `${text.slice(0, 6)} ${text.slice(6)}`),
  changed('uscc-full-width', 'uscc', ['repair/full-width'], (text) => toFullWidth(text)),
  changed('uscc-lower-case', 'uscc', ['repair/upper-case'], (text) =>
    /[A-Z]/.test(text) ? text.toLowerCase() : undefined,
  ),
  changed('uscc-prefix', 'uscc', ['uscc/prefix'], (_, row, { random }) => rebuilt(random, row, '14')),
  changed('uscc-religion', 'uscc', ['uscc/department'], (_, row, { random }) => rebuilt(random, row, '71')),
  {
    kind: 'uscc-copied',
    key: 'uscc',
    codes: ['row/same-code', 'row/duplicate', 'uscc/organization-mismatch'],
    also: ['organizationCode', 'registrationNumber', 'name'],
    both: 'unit',
    spoil: (_, { other }) => ({ uscc: String(other['uscc']) }),
  },
  typed('registration-blank', 'registrationNumber', '', ['cell/required']),
  changed('registration-short', 'registrationNumber', ['registration-number/length'], (text) => text.slice(0, 20)),
  typed('registration-old', 'registrationNumber', '510104002137', ['registration-number/length']),
  changed('registration-typo', 'registrationNumber', ['registration-number/organization-part'], (text) =>
    swapAt(text, 3),
  ),
  changed('registration-letter-o', 'registrationNumber', ['registration-number/layout'], (text) =>
    replaceAt(text, 14, 'O'),
  ),
  changed(
    'registration-of-other',
    'registrationNumber',
    ['registration-number/organization-mismatch', 'row/same-registration'],
    (_, row, { other }) => String(other['organizationCode']) + String(row['registrationNumber']).slice(9),
  ),
  changed(
    'registration-other-category',
    'registrationNumber',
    ['registration-number/category-mismatch'],
    (text) => `${text.slice(0, 17)}A514${text.slice(21)}`,
  ),
  changed(
    'registration-economic-type',
    'registrationNumber',
    ['registration-number/economic-type'],
    (text) => `${text.slice(0, 15)}47${text.slice(17)}`,
  ),
  changed(
    'registration-division',
    'registrationNumber',
    ['registration-number/division'],
    (text) => `${text.slice(0, 9)}519977${text.slice(15)}`,
  ),
  changed('registration-is-uscc', 'registrationNumber', ['registration-number/wrong-column'], (_, row) =>
    String(row['uscc']),
  ),
  typed('registration-insurance', 'registrationNumber', INSURANCE, ['registration-number/wrong-column']),
  changed(
    'registration-words',
    'registrationNumber',
    ['registration-number/characters'],
    (text) => `川卫医字第${text.slice(0, 8)}号`,
  ),
  changed(
    'registration-hyphen',
    'registrationNumber',
    ['registration-number/hyphen', 'repair/hyphen'],
    (text) => `${text.slice(0, 8)}-${text.slice(8)}`,
  ),
  {
    kind: 'registration-copied',
    key: 'registrationNumber',
    codes: ['registration-number/organization-mismatch', 'row/same-registration'],
    also: ['name'],
    both: 'unit',
    spoil: (_, { other }) => ({ registrationNumber: String(other['registrationNumber']) }),
  },
  {
    kind: 'registration-retired-division',
    key: 'registrationNumber',
    codes: ['registration-number/retired-division'],
    spoil: (row, { unit }) =>
      unit.short === '成都市'
        ? {
            registrationNumber: makeRegistrationNumber({
              organizationCode: String(row['organizationCode']),
              division: pick(() => 0.3, ['510122', '510124']),
              category: String(row['registrationNumber']).slice(17, 21),
              economicType: String(row['registrationNumber']).slice(15, 17),
              management: String(row['registrationNumber']).slice(21),
            }),
          }
        : undefined,
  },
];

function rebuilt(random: () => number, row: Readonly<Record<string, string | number>>, prefix: string): string {
  return makeUscc(random, {
    organizationCode: String(row['organizationCode']),
    prefix,
    division: String(row['uscc']).slice(2, 8),
  });
}

import { freshMobile } from './invent-hospitals.ts';
import { changed, type Plant, swapAt, toFullWidth, typed } from './plant.ts';

const NAME = 'dataManagerName';
const PHONE = 'dataManagerPhone';
const MAIL = 'dataManagerEmail';

/** Mistakes in the three columns of the data manager, and rows that are there twice. */
export const CONTACT_PLANTS: readonly Plant[] = [
  typed('person-blank', NAME, '', ['cell/required']),
  changed('person-phone', NAME, ['person/digits'], (text, _, { random, stock }) => text + freshMobile(random, stock)),
  changed('person-two', NAME, ['person/several'], (text) => `${text}、邓予安`),
  changed('person-hospital', NAME, ['person/institution', 'person/same-as-institution'], (_, row) =>
    String(row['name']),
  ),
  typed('person-department', NAME, '信息科', ['person/institution']),
  typed('person-title', NAME, '何科长', ['person/title']),
  typed('person-one-character', NAME, '何', ['person/format']),
  typed('person-latin', NAME, 'hezhiyao', ['person/format']),
  typed('person-ditto', NAME, '暂无', ['cell/placeholder']),
  typed('person-citizen', NAME, '罗知遥519900199003078216', ['cell/id-card']),
  typed('phone-blank', PHONE, '', ['cell/required']),
  typed('phone-landline', PHONE, '0838-2501234', ['phone/landline']),
  typed('phone-landline-bare', PHONE, '86135710', ['phone/landline']),
  changed('phone-ten', PHONE, ['phone/digit-count'], (text) => text.slice(0, 10)),
  changed('phone-twelve', PHONE, ['phone/digit-count'], (text) => `${text}3`),
  changed(
    'phone-two',
    PHONE,
    ['phone/two-numbers'],
    (text, _, { random, stock }) => `${text}/${freshMobile(random, stock)}`,
  ),
  changed('phone-country', PHONE, ['phone/country-code'], (text) => `+86${text}`),
  changed('phone-unassigned', PHONE, ['phone/unassigned'], (text) => `149${text.slice(3)}`),
  changed('phone-starts-two', PHONE, ['phone/format'], (text) => `2${text.slice(1)}`),
  typed('phone-words', PHONE, '同办公电话', ['phone/format']),
  changed('phone-is-mailbox', PHONE, ['phone/wrong-column'], (_, row) => String(row[MAIL]), [MAIL]),
  typed('phone-example', PHONE, '13800138000', ['phone/example']),
  typed('phone-invented', PHONE, '13888888888', ['phone/example']),
  changed(
    'phone-hyphens',
    PHONE,
    ['repair/hyphen'],
    (text) => `${text.slice(0, 3)}-${text.slice(3, 7)}-${text.slice(7)}`,
  ),
  {
    kind: 'phone-shared',
    key: PHONE,
    codes: ['phone/shared'],
    both: 'unit',
    spoil: (row, { other }) => (row[NAME] === other[NAME] ? undefined : { [PHONE]: String(other[PHONE]) }),
  },
  {
    kind: 'phone-shared-across',
    key: PHONE,
    codes: ['phone/shared-across-units'],
    both: 'province',
    spoil: (row, { far }) => (row[NAME] === far[NAME] ? undefined : { [PHONE]: String(far[PHONE]) }),
  },
  {
    kind: 'phone-not-as-mailbox',
    key: PHONE,
    codes: ['phone/mailbox-number'],
    also: [MAIL],
    spoil: (_, { random, stock }) => {
      const phone = freshMobile(random, stock);
      const slip = swapAt(phone, 6);
      return slip === undefined ? undefined : { [PHONE]: phone, [MAIL]: `${slip}@139.com` };
    },
  },
  typed('mail-blank', MAIL, '', ['cell/required']),
  changed('mail-no-at', MAIL, ['email/missing-at'], (text) =>
    /@(?:163|126|qq)\.com$/.test(text) ? text.replace('@', '') : undefined,
  ),
  changed('mail-con', MAIL, ['email/domain'], (text) =>
    text.endsWith('.com') ? text.replace(/\.com$/, '.con') : undefined,
  ),
  changed('mail-provider', MAIL, ['email/domain'], (text) => text.replace(/@.*$/, '@gmial.com')),
  changed('mail-136', MAIL, ['email/domain'], (text) => text.replace(/@.*$/, '@136.com')),
  changed('mail-two', MAIL, ['email/two-addresses'], (text) => `${text};bangongshi@163.com`),
  changed('mail-chinese-stop', MAIL, ['repair/full-width', 'email/full-width'], (text) => text.replace('.', '。')),
  changed('mail-full-width', MAIL, ['repair/full-width', 'email/full-width'], (text) => toFullWidth(text)),
  typed('mail-qq-number', MAIL, '284719306', ['email/qq-number']),
  changed('mail-is-uscc', MAIL, ['email/wrong-column'], (_, row) => String(row['uscc'])),
  changed('mail-no-ending', MAIL, ['email/format', 'email/domain'], (text) => text.replace(/@.*$/, '@163')),
  typed('mail-words', MAIL, '没有邮箱', ['email/format', 'cell/placeholder']),
  typed('mail-example', MAIL, 'zhangsan@example.com', ['email/example']),
  {
    kind: 'mail-shared',
    key: MAIL,
    codes: ['email/shared'],
    both: 'unit',
    spoil: (row, { other }) => (row[NAME] === other[NAME] ? undefined : { [MAIL]: String(other[MAIL]) }),
  },
  {
    kind: 'row-twice',
    key: 'name',
    codes: ['row/duplicate'],
    also: ['uscc', 'registrationNumber', PHONE, MAIL],
    both: 'unit',
    spoil: (row, { other }) => ({ ...other, sequence: row['sequence'] ?? '' }),
  },
  {
    kind: 'row-same-name',
    key: 'name',
    codes: ['row/same-name'],
    also: ['medicineKind'],
    both: 'unit',
    spoil: (row, { other }) =>
      other['medicineKind'] === row['medicineKind'] ? { name: String(other['name']) } : undefined,
  },
  changed('sequence-leap', 'sequence', ['row/gap'], (text) => String(Number(text) + 3)),
];

import { CREDIT_LENGTH, hasCreditShape, passesBothChecks } from './credit-code.ts';
import { isPersonal } from './mask.ts';
import { dropHyphen, isOrganizationCode, isSelfDefinedCode } from './organization-code.ts';
import { decodeRegistrationNumber } from './registration-number.ts';

/** What a piece of text looks like, whatever column it stands in. */
export type NumberKind =
  | 'id-card'
  | 'credit-code'
  | 'registration-number'
  | 'organization-code'
  | 'medical-insurance'
  | 'statistics-account'
  | 'mobile'
  | 'landline'
  | 'email'
  | 'business-licence'
  | 'old-registration'
  | 'unknown';

const NAMES: Readonly<Record<NumberKind, string>> = {
  'id-card': '身份证号码',
  'credit-code': '统一社会信用代码',
  'registration-number': '医疗机构执业许可证登记号',
  'organization-code': '组织机构代码',
  'medical-insurance': '医保定点医药机构编码',
  'statistics-account': '卫生统计账户编号',
  mobile: '手机号码',
  landline: '固定电话',
  email: '电子邮箱',
  'business-licence': '营业执照注册号',
  'old-registration': '早年的登记号',
  unknown: '',
};

const LANDLINE = /^0\d{2,3}-?\d{7,8}$/;

/** What the text looks like; the most telling kind first. `text` is cleaned and in upper case. */
export function identifyNumber(text: string): NumberKind {
  if (/^[^\s@]+@[^\s@]+$/.test(text)) return 'email';
  if (isPersonal(text)) return 'id-card';
  if (/^[HP]\d{11}$/.test(text)) return 'medical-insurance';
  if (decodeRegistrationNumber(text)) return 'registration-number';
  if (text.length === CREDIT_LENGTH) return passesBothChecks(text) || hasCreditShape(text) ? 'credit-code' : 'unknown';
  if (/^1[3-9]\d{9}$/.test(text)) return 'mobile';
  if (LANDLINE.test(text)) return 'landline';
  if (isOrganizationCode(dropHyphen(text)) || isSelfDefinedCode(text)) return 'organization-code';
  return identifyOld(text);
}

function identifyOld(text: string): NumberKind {
  if (/^\d{6}[0-9A-Z]{8}[0-9X]$/.test(text) && isOrganizationCode(text.slice(6))) return 'statistics-account';
  if (/^\d{15}$/.test(text)) return 'business-licence';
  if (/^(?:\d{12}|\d{17})$/.test(text)) return 'old-registration';
  return 'unknown';
}

/** Chinese name of a kind; '' for unknown. */
export function numberKindName(kind: NumberKind): string {
  return NAMES[kind];
}

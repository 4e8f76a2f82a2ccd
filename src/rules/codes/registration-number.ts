/** Parts of a 22-character 卫生机构（组织）代码, WS 218-2002. */
export interface RegistrationParts {
  /** 1–9: organisation code. */
  readonly organizationCode: string;
  /** 10–15: division. */
  readonly division: string;
  /** 16–17: economic type, first two digits of GB/T 12402. */
  readonly economicType: string;
  /** 18–21: category. */
  readonly category: string;
  /** 22: 1 非营利, 2 营利, 9 其他. */
  readonly management: string;
}

export const REGISTRATION_LENGTH = 22;

const LAYOUT = /^([0-9A-Z]{9})(\d{6})(\d{2})([A-Q]\d{3})([129])$/;

const ECONOMIC_TYPES: ReadonlySet<string> = new Set(
  '10 11 12 13 14 15 16 17 19 20 21 22 23 24 29 30 31 32 33 34 39 90'.split(' '),
);

/** Takes out the one hyphen of the written form XXXXXXXX-X…; any other text as it is. */
export function dropRegistrationHyphen(text: string): string {
  return /^[0-9A-Z]{8}-[0-9A-Z]{14}$/.test(text) ? text.replace('-', '') : text;
}

/** The parts of a registration number, or undefined when it does not have the layout 9+6+2+4+1. */
export function decodeRegistrationNumber(text: string): RegistrationParts | undefined {
  const parts = LAYOUT.exec(dropRegistrationHyphen(text));
  if (!parts) return undefined;
  const [, organizationCode = '', division = '', economicType = '', category = '', management = ''] = parts;
  return { organizationCode, division, economicType, category, management };
}

/** True for the first two digits of a code of GB/T 12402《经济类型分类与代码》. */
export function isEconomicType(code: string): boolean {
  return ECONOMIC_TYPES.has(code);
}

import type { ProvinceRule } from './rule.ts';

/** Rules that judge the whole register, in the order in which their codes are listed. */
export const PROVINCE_RULES: readonly ProvinceRule[] = [];

import type { UnitFacts } from '../rules/rule.ts';

/** A reporting unit 报送单位 with its address book entry. */
export interface ReportingUnit extends UnitFacts {
  /** Position in the official order, from 1. */
  readonly order: number;
  /** `area` reports for its hospitals; `hospitals` is a group of hospitals that mail by themselves. */
  readonly kind: 'area' | 'hospitals';
  readonly emails: readonly string[];
  readonly cc: readonly string[];
  readonly contact: string;
  readonly phone: string;
}

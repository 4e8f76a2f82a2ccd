import type { Severity } from '../rules/rule.ts';

/** What the registry needs to know of campaign.yaml. */
export interface CampaignFacts {
  readonly id: string;
  /** Title of the notice. */
  readonly title: string;
  readonly documentNumber: string;
  /** IANA zone in which deadlines are read. */
  readonly timeZone: string;
  /** Last day of each form, YYYY-MM-DD, by form id; overrides the form's own. */
  readonly due: Readonly<Record<string, string>>;
  /** Severity overrides by finding code; `off` silences a rule. */
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  /** Address of the collecting mailbox; '' when mail is only taken from folders. */
  readonly mailbox: string;
}

import type { MailKind } from '../message.ts';
import { type Header, headerOf } from '../repair/read-head.ts';

/** What the classifiers look at. */
export interface Letter {
  readonly headers: readonly Header[];
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  /** Delivery and read reports of the mail, as text. */
  readonly reports: readonly string[];
  /** A workbook or a container is attached. */
  readonly hasWorkbook: boolean;
}

/** Kind of a mail and the evidence for it. */
export interface Classification {
  readonly kind: MailKind;
  readonly kindReason: string;
}

/** `Name: value` of a header, for evidence; '' when it is missing. */
export function evidenceOf(headers: readonly Header[], name: string): string {
  const value = headerOf(headers, name.toLowerCase());
  return value === '' ? '' : `${name}: ${value.slice(0, 80)}`;
}

import type { Finding } from '../rules/finding.ts';
import { fingerprint } from './fingerprint.ts';
import { rowKey, rowKeyOfFinding } from './publish/row-key.ts';
import type { RegistryState } from './register.ts';

/** What a waiver for one row rests on: the code, the row and everything the rule saw there. */
export function waiverEvidence(subject: string, findings: readonly Finding[]): string {
  return fingerprint(subject, [...new Set(findings.map((finding) => finding.seen))].sort());
}

/**
 * Evidence of a waiver that is given now; '' for one of a code everywhere, which rests on nothing in particular, and
 * for one that covers nothing yet.
 */
export function evidenceOfWaiver(subject: string, state: RegistryState): string {
  const [code = '', id] = subject.split('@');
  const row = Object.values(state.registers)
    .flat()
    .find((one) => one.id === id);
  if (!row) return '';
  const findings = state.findings.filter((finding) => finding.code === code);
  // A finding stands where the row was read; some speak of a copy of the row.
  for (const places of [[row.source], row.copies]) {
    const keys = new Set(places.map((place) => rowKey(row.form, place)));
    const mine = findings.filter((finding) => keys.has(rowKeyOfFinding(finding) ?? ''));
    if (mine.length > 0) return waiverEvidence(subject, mine);
  }
  return '';
}

import type { Decision } from '../decision.ts';
import type { MessageOutcome } from '../register.ts';
import { type Edition, type EditionFacts, NOTHING_YET } from './edition.ts';

/**
 * What an edition holds of one unit and nothing else: its rows and findings, the mails and decisions they rest on, and
 * its lines of 报送情况. `asOf` is the newest of these, so that what is drawn from them stays the same, byte for byte,
 * for as long as nothing of the unit has changed. Version 0: it is no version's.
 */
export function unitFacts(unit: string, edition: Edition): EditionFacts {
  const rows = edition.forms.map((form) => [form.form, edition.rowsOfUnit(form, unit)] as const);
  const findings = edition.forms.flatMap((form) => edition.findingsOfUnit(form, unit));
  const coverage = edition.forms.flatMap((form) => edition.coverageOf(form, unit) ?? []);
  const messages = new Map<string, MessageOutcome>();
  const decisions = new Map<string, Decision>();
  const cite = (message: string | undefined): void => {
    const outcome = message === undefined ? undefined : edition.messageOf(message);
    if (outcome) messages.set(outcome.message, outcome);
  };
  let last = '';
  for (const [, own] of rows)
    for (const row of own) {
      const { message } = row.source;
      // Rows that stand one after the other are of one mail.
      if (message !== last) cite(message);
      last = message;
      for (const copy of row.copies) cite(copy.message);
      for (const { decision } of row.decided) {
        const made = edition.decisionOf(decision);
        if (made) decisions.set(decision, made);
      }
    }
  for (const finding of findings) cite(finding.place.message);
  const instants = [
    ...coverage.map((line) => line.lastReceived),
    ...[...messages.values()].map((message) => message.receivedAt),
    ...[...decisions.values()].map((decision) => decision.at),
  ];
  return {
    version: 0,
    asOf: instants.reduce((newest, at) => (at > newest ? at : newest), NOTHING_YET),
    campaign: edition.campaign,
    issuer: edition.issuer,
    fonts: edition.fonts,
    forms: edition.forms,
    units: edition.units,
    vocabulary: edition.vocabulary,
    decisions: [...decisions.values()],
    state: {
      messages: [...messages.values()],
      submissions: [],
      registers: Object.fromEntries(rows),
      answers: {},
      findings,
      coverage,
      questions: [],
      unreachable: [],
      asked: [],
    },
  };
}

import type { Finding } from '../rules/finding.ts';
import { lookUpIn } from '../text/look-up-in.ts';
import type { MessageReading } from './reading.ts';
import type { Submission } from './submission.ts';
import type { ReportingUnit } from './unit.ts';

const readingsIn = lookUpIn<MessageReading>((reading) => reading.message);
const submissionsIn = lookUpIn<Submission>((submission) => submission.id);
const findingsIn = lookUpIn<Finding>((finding) => finding.place.message ?? '');
const unitsIn = lookUpIn<ReportingUnit>((unit) => unit.code);

/** The reading of a message; undefined when there is none. */
export function findReading(readings: readonly MessageReading[], message: string): MessageReading | undefined {
  return readingsIn(readings, message)[0];
}

/** Submissions with these ids, in the order of the ids. */
export function findSubmissions(submissions: readonly Submission[], ids: readonly string[]): Submission[] {
  return ids.flatMap((id) => submissionsIn(submissions, id));
}

/** Findings about a message. */
export function findingsAbout(findings: readonly Finding[], message: string): readonly Finding[] {
  return findingsIn(findings, message);
}

/** The unit with a code; undefined when there is none. */
export function findUnit(units: readonly ReportingUnit[], code: string): ReportingUnit | undefined {
  return unitsIn(units, code)[0];
}

import type { Finding } from '../rules/finding.ts';
import { localDate } from '../text/local-date.ts';
import { type Answers, withAnswer } from './answers.ts';
import type { CampaignFacts } from './campaign.ts';
import type { Decision } from './decision.ts';
import { fingerprint } from './fingerprint.ts';
import type { RowFinding } from './judge-form.ts';
import type { Question } from './register.ts';
import { waiverEvidence } from './waiver-evidence.ts';

/** All findings, those that are waived marked, and questions about waivers that rest on something that has changed. */
export interface Waived {
  readonly findings: readonly Finding[];
  readonly questions: readonly Question[];
}

const STILL = '继续豁免';
const NO_LONGER = '不再豁免';

/**
 * Marks the findings that a waiver covers: of a code everywhere (`code`) or of one row (`code@rowId`). A waiver of a row
 * holds as long as the rule sees there what it saw when the waiver was given; after that the office is asked again.
 */
export function waive(
  findings: readonly RowFinding[],
  decisions: readonly Decision[],
  campaign: CampaignFacts,
  now: string,
  answers: Answers,
): Waived {
  const today = localDate(now, campaign.timeZone);
  const waivers = new Map<string, Decision>();
  for (const decision of decisions)
    if (decision.kind === 'waiver' && (decision.until === '' || decision.until >= today))
      waivers.set(decision.subject, decision);
  if (waivers.size === 0) return { findings: findings.map(({ finding }) => finding), questions: [] };
  const ofRow = new Map<string, Decision>();
  const questions: Question[] = [];
  for (const [subject, waiver, covered] of coveredRows(findings, waivers)) {
    const evidence = waiverEvidence(subject, covered);
    const [first] = covered;
    if (waiver.fingerprint === '' || waiver.fingerprint === evidence) ofRow.set(subject, waiver);
    else if (first) {
      const question = askAgain(subject, waiver, first, evidence, answers);
      questions.push(question);
      if (question.decided?.answer === STILL) ofRow.set(subject, { ...waiver, ...question.decided });
    }
  }
  return {
    findings: findings.map(({ row, finding }) => {
      const waiver = ofRow.get(`${finding.code}@${row}`) ?? waivers.get(finding.code);
      if (!waiver) return finding;
      const { who: by, reason, until } = waiver;
      return { ...finding, waived: until === '' ? { by, reason } : { by, reason, until } };
    }),
    questions,
  };
}

/** Waivers of single rows with the findings that they cover. */
function coveredRows(
  findings: readonly RowFinding[],
  waivers: ReadonlyMap<string, Decision>,
): (readonly [subject: string, waiver: Decision, findings: readonly Finding[]])[] {
  const covered = new Map<string, Finding[]>();
  for (const { row, finding } of findings) {
    const subject = `${finding.code}@${row}`;
    if (waivers.has(subject)) covered.set(subject, [...(covered.get(subject) ?? []), finding]);
  }
  return [...waivers].flatMap(([subject, waiver]) => {
    const own = covered.get(subject);
    return own ? [[subject, waiver, own] as const] : [];
  });
}

function askAgain(subject: string, waiver: Decision, finding: Finding, evidence: string, answers: Answers): Question {
  const { place, code, name = '', unit = '', form = '' } = finding;
  const where = [place.file, place.sheet, place.cell].filter(Boolean).join(' ');
  return withAnswer(
    {
      id: `waiver-${fingerprint(subject).slice(0, 10)}`,
      kind: 'waiver',
      question: `“${name}”的这个问题曾予豁免，后来内容变了：${finding.text}（${code}）。是否继续豁免？目前按问题处理`,
      sides: [
        {
          answer: STILL,
          label: `理由曾是：${waiver.reason}`,
          source: `${waiver.who} ${waiver.at.slice(0, 10)} 决定`,
        },
        { answer: NO_LONGER, label: '仍须改正', source: where },
      ],
      unit,
      form,
      messages: place.message === undefined ? [] : [place.message],
      fingerprint: fingerprint(waiver.id, evidence),
    },
    answers,
  );
}

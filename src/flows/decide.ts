import { readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { checkAnswers } from '../registry/check-answers.ts';
import { valueEvidence } from '../registry/decide-values.ts';
import { drawQuestions } from '../registry/draw-questions.ts';
import type { DecisionMade } from '../registry/event.ts';
import { type Answer, readAnswers } from '../registry/read-answers.ts';
import type { Question, RegistryState } from '../registry/register.ts';
import { evidenceOfWaiver } from '../registry/waiver-evidence.ts';
import { findRule } from '../rules/catalogue.ts';
import { decodeWorkbook } from '../sheet/formats/decode-workbook.ts';
import { writeBook } from '../sheet/formats/write-book.ts';
import { writeAtomically } from '../store/atomic-write.ts';
import { UserError } from '../text/user-error.ts';
import { derive } from './derive.ts';
import type { Campaign } from './open-campaign.ts';
import type { Tools } from './tools.ts';
import { unitNamer } from './unit-name.ts';

export interface DecisionReport {
  /** Answers that are now in the ledger. */
  readonly made: number;
  /** Answers that were not taken, with row and reason. */
  readonly refused: readonly { readonly row: number; readonly question: string; readonly reason: string }[];
}

/** The questions that wait for a person; also written to output/待处理.xlsx. */
export async function listQuestions(
  campaign: Campaign,
  tools: Tools,
): Promise<{ readonly questions: readonly Question[]; readonly path: string }> {
  const { state, asOf } = await derive(campaign, tools);
  const questions = state.questions.filter((question) => !question.decided);
  const path = join('output', '待处理.xlsx');
  writeAtomically(
    join(campaign.folder, path),
    await writeBook(drawQuestions(questions, unitNamer(campaign.units), asOf)),
  );
  return { questions, path };
}

/** Reads the answers of a workbook and records them as decisions. Wrong ones are refused one by one. */
export async function applyAnswers(
  campaign: Campaign,
  file: string,
  who: string,
  tools: Tools,
): Promise<DecisionReport> {
  const path = findFile(campaign, file);
  const decoded = await decodeWorkbook(readFileSync(path), { name: basename(file) });
  if (!decoded.ok)
    throw new UserError(
      `${basename(file)} 读不了：${decoded.refusal.text}`,
      '请用 mingce decide list 重新生成待处理表格。',
    );
  const answers = readAnswers(decoded.workbook);
  if (!answers)
    throw new UserError(
      `${basename(file)} 里没有“待处理”工作表`,
      '请用 mingce decide list 生成表格，填好答复和理由后再运行。',
    );
  return takeAnswers(campaign, answers, who, tools);
}

/** A path as the clerk sees it, or inside the campaign folder as `decide list` names it. */
function findFile(campaign: Campaign, file: string): string {
  for (const path of [file, join(campaign.folder, file)])
    if (statSync(path, { throwIfNoEntry: false })?.isFile()) return path;
  throw new UserError(`找不到文件 ${file}`, '运行 mingce decide list 生成待处理表格，填好后写明它的位置。');
}

/** Records one answer given on the command line. */
export async function setAnswer(
  campaign: Campaign,
  question: string,
  answer: string,
  reason: string,
  who: string,
  tools: Tools,
): Promise<DecisionReport> {
  return takeAnswers(campaign, [{ row: 1, question, answer, reason, fingerprint: '' }], who, tools);
}

async function takeAnswers(
  campaign: Campaign,
  answers: readonly Answer[],
  who: string,
  tools: Tools,
): Promise<DecisionReport> {
  const { state } = await derive(campaign, tools);
  const { accepted, refused } = checkAnswers(state.questions, answers);
  // The same answer given again, as after an interruption, is in the ledger already.
  const fresh = accepted.filter(
    ({ question, answer, reason }) => question.decided?.answer !== answer || question.decided.reason !== reason,
  );
  const events = fresh.map(
    ({ question, answer, reason }): DecisionMade => ({
      type: 'decision',
      kind: 'answer',
      subject: question.id,
      answer,
      reason,
      who,
      fingerprint: question.fingerprint,
      until: '',
    }),
  );
  if (events.length > 0) campaign.ledger.append(tools.clock().toISOString(), events);
  return { made: accepted.length, refused };
}

/** Records a waiver, a revert of a submission or a value set by the office. */
export async function recordDecision(
  campaign: Campaign,
  decision: Pick<DecisionMade, 'kind' | 'subject' | 'answer' | 'reason' | 'who' | 'until'>,
  tools: Tools,
): Promise<void> {
  const { state, decisions } = await derive(campaign, tools);
  const last = decisions.findLast((one) => one.kind === decision.kind && one.subject === decision.subject);
  const fingerprint = evidenceOf(decision, state);
  const same = last?.answer === decision.answer && last.reason === decision.reason && last.until === decision.until;
  if (same && (last.fingerprint === fingerprint || last.fingerprint === '')) return;
  if (decision.kind === 'revert' && !state.submissions.some((submission) => submission.id === decision.subject)) {
    throw new UserError(`没有编号为 ${decision.subject} 的报送`, '运行 mingce show submissions --json 查看编号。');
  }
  const rows = Object.values(state.registers).flat();
  if (decision.kind === 'waiver') {
    const [code = '', row] = decision.subject.split('@');
    if (!findRule(code)) throw new UserError(`没有问题代码 ${code}`, '运行 mingce show findings 查看代码。');
    if (row !== undefined && !rows.some((one) => one.id === row))
      throw new UserError(`名册里没有 ${row}`, '运行 mingce show register --json 查看行编号。');
  }
  if (decision.kind === 'value') {
    const [row = '', key = ''] = decision.subject.split('#');
    const found = rows.find((one) => one.id === row);
    if (!found || found.fields[key] === undefined)
      throw new UserError(
        `名册里没有 ${decision.subject}`,
        '运行 mingce show register --json 查看行编号，写成“行编号#列标识”。',
      );
  }
  campaign.ledger.append(tools.clock().toISOString(), [{ type: 'decision', fingerprint, ...decision }]);
}

/** What a decision that answers no question rests on; '' where it needs nothing. */
function evidenceOf({ kind, subject }: Pick<DecisionMade, 'kind' | 'subject'>, state: RegistryState): string {
  if (kind === 'waiver') return evidenceOfWaiver(subject, state);
  if (kind !== 'value') return '';
  const [id = '', key = ''] = subject.split('#');
  const row = Object.values(state.registers)
    .flat()
    .find((one) => one.id === id);
  return valueEvidence(id, key, row?.fields[key]?.raw ?? '');
}

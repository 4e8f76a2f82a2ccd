import type { Form } from '../forms/form.ts';
import type { LetterValues } from '../mail/letters/render-letter.ts';
import { describeLink } from '../registry/describe-link.ts';
import { findingsAbout, findReading, findSubmissions } from '../registry/look-ups.ts';
import type { PlannedMail } from '../registry/plan-mails.ts';
import type { MessageReading } from '../registry/reading.ts';
import { chineseDate, sayDeadline } from '../registry/say-deadline.ts';
import type { ReportingUnit } from '../registry/unit.ts';
import type { Finding } from '../rules/finding.ts';
import { localDate } from '../text/local-date.ts';
import { localTime } from '../text/local-time.ts';
import type { Derived } from './derive.ts';
import type { Campaign } from './open-campaign.ts';

/** Problems listed in a letter; the marked workbook holds all of them. */
const LISTED = 20;
const WEIGHT = { block: 0, error: 1, warning: 2, notice: 3 } as const;

/** What the placeholders of a letter stand for in one mail, told when they are asked for. `now` is an ISO instant. */
export function letterValues(
  campaign: Campaign,
  derived: Derived,
  mail: PlannedMail,
  unit: ReportingUnit | undefined,
  now: string,
): Required<LetterValues> {
  const { notice, timeZone } = campaign.config;
  const reading = findReading(derived.readings, mail.answers || (mail.about[0] ?? ''));
  const findings = findingsOf(derived, mail);
  const forms = campaign.forms.filter((form) => mail.forms.includes(form.form));
  const due = (form: string): string => chineseDate(campaign.facts.due[form] ?? '');
  const today = (): string => localDate(now, timeZone);
  return {
    单位: () => unit?.name ?? (reading?.from.name || mail.to),
    单位简称: () => unit?.short ?? (reading?.from.name || mail.to),
    通知: () => notice.title,
    文号: () => notice.documentNumber,
    表名清单: () => forms.map((form) => form.title).join('、'),
    表格清单: () => forms.map((form) => `${form.annex} ${form.title}（${due(form.form)}前报送）`),
    收到清单: () => receivedLines(campaign, derived, mail),
    问题清单: () => problemLines(findings),
    问题数: () => String(findings.length),
    修改期限: () => deadline(campaign, mail, today()),
    期限说明: () => deadlineNote(campaign, forms, today()),
    文件清单: () => fileLines(reading),
    收到时间: () => (reading ? localTime(reading.receivedAt, timeZone) : ''),
    原主题: () => reading?.subject ?? '',
    联系方式: () => (notice.contact === '' ? '' : `如有疑问，请联系：${notice.contact}`),
    落款: () =>
      [notice.issuer || campaign.config.mailbox.name, chineseDate(today())].filter((part) => part !== '').join('　'),
  };
}

/** The faults a return letter names: of the answered message, that the sender can mend, the gravest first. */
function findingsOf(derived: Derived, mail: PlannedMail): Finding[] {
  if (mail.kind !== 'return') return [];
  const messages = new Set(findSubmissions(derived.state.submissions, mail.about).map((one) => one.message));
  return [...messages]
    .flatMap((message) => findingsAbout(derived.state.findings, message))
    .filter((finding) => !finding.waived && finding.severity !== 'notice')
    .filter((finding) => (finding.unit ?? mail.unit) === mail.unit)
    .sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity]);
}

function problemLines(findings: readonly Finding[]): string[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) groups.set(finding.code, [...(groups.get(finding.code) ?? []), finding]);
  const lines = [...groups.values()].map(([first, ...more]) => {
    if (!first) return '';
    const where = placeOf(first) === '' ? '' : `${placeOf(first)}：`;
    const others = more.map(placeOf).filter((place) => place !== '');
    const also =
      more.length === 0
        ? ''
        : `\n同样的问题还有 ${more.length} 处${others.length === 0 ? '' : `：${others.slice(0, NAMED).join('、')}${others.length > NAMED ? ' 等' : ''}`}`;
    return `${where}${first.text}\n${first.remedy}${proposal(first)}${also}`;
  });
  return lines.length <= LISTED
    ? lines
    : [...lines.slice(0, LISTED), `另有 ${lines.length - LISTED} 类问题，见附件第一张工作表“校验结果”`];
}

/** More places of one fault than this are left to the marked workbook. */
const NAMED = 12;

/** `L7 单元格（自贡市某医院）`, as far as it is known. */
function placeOf(finding: Finding): string {
  const { cell, row } = finding.place;
  const at = cell ? `${cell} 单元格` : row === undefined ? '' : `第 ${row} 行`;
  return finding.name ? `${at}（${finding.name}）` : at;
}

function proposal(finding: Finding): string {
  return finding.fix === undefined || finding.applied === true ? '' : `\n建议改为：${finding.fix}`;
}

function receivedLines(campaign: Campaign, derived: Derived, mail: PlannedMail): string[] {
  return findSubmissions(derived.state.submissions, mail.about).map((submission) => {
    const form = campaign.forms.find((one) => one.form === submission.form);
    const rows = submission.tables.reduce((sum, { table }) => sum + table.rows.length, 0);
    const files = [...new Set(submission.tables.map((one) => one.file))].join('、');
    const at = localTime(submission.receivedAt, campaign.config.timeZone);
    return `${form?.annex ?? ''} ${form?.title ?? submission.form}：${rows} 行（${files}，${at} 收到）`.trim();
  });
}

function fileLines(reading: MessageReading | undefined): string[] {
  if (!reading) return [];
  const files = reading.files
    .filter((file) => file.fate !== 'container')
    .map((file) => (file.refusal ? `${file.path}：${file.refusal.text}` : file.path));
  const links = reading.links.map(describeLink);
  return [...files, ...links];
}

/** In brackets, as it stands behind the first line of a letter. */
function deadline(campaign: Campaign, mail: PlannedMail, today: string): string {
  const dues = mail.forms.map((form) => campaign.facts.due[form] ?? '');
  return `（${sayDeadline(dues, today)}）`;
}

/** The deadlines of what is asked for, and which of them have passed. `today` is YYYY-MM-DD. */
function deadlineNote(campaign: Campaign, forms: readonly Form[], today: string): string {
  const due = (form: Form): string => campaign.facts.due[form.form] ?? '';
  const dates = [...new Set(forms.map((form) => chineseDate(due(form))))].join('、');
  const late = forms.filter((form) => due(form) < today);
  if (late.length === 0) return `报送期限：${dates}`;
  if (late.length === forms.length) return `报送期限（${dates}）已过`;
  return `其中${late.map((form) => form.annex).join('、')}已过报送期限`;
}

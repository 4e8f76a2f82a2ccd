import { findReading } from '../registry/look-ups.ts';
import { readCellReference } from '../registry/publish/read-cell-reference.ts';
import type { MessageReading } from '../registry/reading.ts';
import type { MessageOutcome } from '../registry/register.ts';
import { localTime } from '../text/local-time.ts';
import { UserError } from '../text/user-error.ts';
import { derive } from './derive.ts';
import { explainDeliverableCell } from './explain-cell.ts';
import type { Explanation } from './explain-code.ts';
import type { Campaign } from './open-campaign.ts';
import { previousRegister } from './previous-register.ts';
import { lastPublished } from './publish.ts';
import type { Tools } from './tools.ts';
import { unitNamer } from './unit-name.ts';

/** Explains a cell of a deliverable (`医院信息汇总表!E17`) or a message (file name or beginning of its sha256). */
export async function explain(campaign: Campaign, what: string, tools: Tools): Promise<Explanation> {
  const derived = await derive(campaign, tools);
  const outcome = derived.state.messages.find(
    (message) => message.eml === what || (what.length >= 6 && message.message.startsWith(what.toLowerCase())),
  );
  if (!outcome && (readCellReference(what) || /[!！]/.test(what))) {
    const version = lastPublished(campaign)?.version ?? 1;
    const previous = version > 1 ? await previousRegister(campaign, version - 1, tools) : undefined;
    return explainDeliverableCell(campaign, derived, what, previous);
  }
  const reading = outcome && findReading(derived.readings, outcome.message);
  if (!outcome || !reading) {
    throw new UserError(
      `不认识“${what}”`,
      '可以写问题代码（如 uscc/check-digit）、单元格（如 医院信息汇总表!E17）、邮件文件名或编号。',
    );
  }
  return explainMessage(
    campaign,
    outcome,
    reading,
    derived.state.submissions.filter((one) => one.message === outcome.message),
  );
}

const STATES: Readonly<Record<string, string>> = {
  merged: '已汇入',
  superseded: '已被替代',
  held: '待处理',
  ignored: '无需处理',
  quarantined: '已隔离',
};

function explainMessage(
  campaign: Campaign,
  outcome: MessageOutcome,
  reading: MessageReading,
  submissions: readonly {
    readonly form: string;
    readonly unit: string;
    readonly reason: string;
    readonly attribution: { readonly evidence: readonly { readonly seen: string }[] };
  }[],
): Explanation {
  const nameOf = unitNamer(campaign.units);
  const annexOf = (form: string): string => campaign.forms.find((one) => one.form === form)?.annex ?? form;
  return {
    title: `邮件 ${outcome.eml || outcome.message.slice(0, 12)}`,
    lines: [
      { label: '发件人', text: outcome.from },
      { label: '主题', text: outcome.subject },
      { label: '收到', text: localTime(outcome.receivedAt, campaign.config.timeZone) },
      { label: '状态', text: `${STATES[outcome.state] ?? outcome.state}：${outcome.reason}` },
      ...reading.files.map((file) => ({
        label: '文件',
        text: `${file.path}：${file.refusal ? `${file.refusal.text}，${file.refusal.ask}` : `${file.tables.reduce((sum, table) => sum + table.rows.length, 0)} 行`}`,
      })),
      ...submissions.map((one) => ({
        label: '报送',
        text: `${annexOf(one.form)}，${nameOf(one.unit)}：${one.reason}；依据 ${one.attribution.evidence.map((evidence) => evidence.seen).join('；')}`,
      })),
    ],
  };
}

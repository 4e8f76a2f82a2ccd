import type { Form } from '../../forms/form.ts';
import { localTime } from '../../text/local-time.ts';
import type { Coverage } from '../register.ts';
import type { ListSheet } from './draw-list-sheet.ts';
import type { Edition } from './edition.ts';

const STATE_WORDS: Readonly<Record<Coverage['state'], string>> = {
  missing: '未报',
  held: '待处理',
  faulty: '已报，有错',
  clean: '已报，无错',
};

/** Fill by state, the same scale as for findings. */
const STATE_STYLES: Readonly<Record<Coverage['state'], string>> = {
  missing: 'list-block',
  held: 'list-warning',
  faulty: 'list-error',
  clean: 'listCenter',
};

/** Sheet 报送情况: every unit and form, those that have not reported included. */
export function listCoverage(edition: Edition): ListSheet {
  return {
    name: '报送情况',
    about: `各单位报送情况，截至 ${localTime(edition.asOf, edition.campaign.timeZone)}。`,
    columns: [
      { header: '序号', width: 6 },
      { header: '单位', width: 14 },
      { header: '单位全称', width: 30 },
      { header: '表格', width: 24 },
      { header: '截止日期', width: 12 },
      { header: '状态', width: 13 },
      { header: '迟报', width: 7 },
      { header: '行数', width: 7 },
      { header: '阻断', width: 7 },
      { header: '错误', width: 7 },
      { header: '警告', width: 7 },
      { header: '提示', width: 7 },
      { header: '最近一次收到', width: 17 },
      { header: '邮件数', width: 8 },
    ],
    lines: () =>
      edition.units.flatMap((unit, index) =>
        edition.forms.map((form) => {
          const line = edition.coverageOf(form, unit.code) ?? missing(unit.code, form, edition);
          return [
            index + 1,
            unit.short,
            unit.name,
            `${form.annex} ${form.register.title}`,
            line.due,
            { value: STATE_WORDS[line.state], style: STATE_STYLES[line.state] },
            line.late ? '迟报' : '',
            line.rows,
            line.blocks,
            line.errors,
            line.warnings,
            line.notices,
            localTime(line.lastReceived, edition.campaign.timeZone),
            line.messages,
          ];
        }),
      ),
    nothing: '没有报送单位，请先填写 units.xlsx。',
    tabColor: 'FF2F75B5',
    originOf: (index) => {
      const unit = edition.units[Math.floor(index / edition.forms.length)];
      const form = edition.forms[index % edition.forms.length];
      return unit && form
        ? {
            key: '',
            text: `按${unit.short}报送${form.annex}的全部邮件和问题统计，可用 mingce show submissions 逐件查看`,
          }
        : undefined;
    },
  };
}

function missing(unit: string, form: Form, edition: Edition): Coverage {
  return {
    unit,
    form: form.form,
    due: edition.campaign.due[form.form] ?? form.due,
    state: 'missing',
    late: false,
    rows: 0,
    blocks: 0,
    errors: 0,
    warnings: 0,
    notices: 0,
    lastReceived: '',
    messages: 0,
  };
}

import type { Board, FormTotals } from '../registry/board.ts';
import { SEVERITIES, SEVERITY_WORDS, STATE_COLOURS, STATE_WORDS } from './colours.ts';
import { shown } from './shown.ts';

const MESSAGE_WORDS = {
  merged: '已汇入',
  superseded: '已被替代',
  held: '待处理',
  quarantined: '已隔离',
  ignored: '无需处理',
} as const;
const MESSAGE_STATES = ['merged', 'superseded', 'held', 'quarantined', 'ignored'] as const;

/** A card per form with a bar of its states, and the counts of mails and faults. */
export function drawOverview(board: Board): string {
  const mails = MESSAGE_STATES.map(
    (state) => [MESSAGE_WORDS[state], shown(`board.messages.${state}`, board.messages[state] ?? 0)] as const,
  );
  const faults = SEVERITIES.map(
    (severity) => [SEVERITY_WORDS[severity], shown(`board.findings.${severity}`, board.findings[severity])] as const,
  );
  return `<div class="pair">${board.forms.map((form, index) => formCard(form, `board.forms.${index}`)).join('')}</div>
<div class="pair">${counts('邮件（封）', mails)}${counts('问题（处）', faults)}</div>`;
}

function formCard(form: FormTotals, path: string): string {
  const number = (key: 'reported' | 'late' | 'rows'): string => shown(`${path}.${key}`, form[key]);
  const states = (['clean', 'faulty', 'held', 'missing'] as const).map(
    (state) => `<span class="state ${state}">${STATE_WORDS[state]} ${shown(`${path}.${state}`, form[state])}</span>`,
  );
  return `<div class="card">
<h3>${shown(`${path}.annex`, form.annex)} ${shown(`${path}.title`, form.title)}</h3>
<p class="big">${number('reported')}<small> 个单位已报，共 ${number('rows')} 行</small></p>
${stateBar(form)}
<p>${states.join(' ')}</p>
<p class="quiet">截止 ${shown(`${path}.due`, form.due)}，迟报 ${number('late')} 个</p>
</div>`;
}

function stateBar(form: FormTotals): string {
  const total = form.clean + form.faulty + form.held + form.missing;
  if (total === 0) return '';
  const parts = (['clean', 'faulty', 'held', 'missing'] as const).map((state) => {
    const { ground, edge } = STATE_COLOURS[state];
    return form[state] === 0
      ? ''
      : `<i style="flex-grow:${form[state]};background:${ground};border-color:${edge}"></i>`;
  });
  return `<div class="bar" aria-hidden="true">${parts.join('')}</div>`;
}

function counts(caption: string, entries: readonly (readonly [word: string, count: string])[]): string {
  return `<table class="counts"><caption>${caption}</caption>
<thead><tr>${entries.map(([word]) => `<th scope="col">${word}</th>`).join('')}</tr></thead>
<tbody><tr>${entries.map(([, count]) => `<td>${count}</td>`).join('')}</tr></tbody></table>`;
}

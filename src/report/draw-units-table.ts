import type { Board } from '../registry/board.ts';
import type { Coverage } from '../registry/register.ts';
import { localDate } from '../text/local-date.ts';
import { SEVERITY_WORDS, STATE_WORDS } from './colours.ts';
import { shown } from './shown.ts';

const COUNTS = [
  ['blocks', SEVERITY_WORDS.block],
  ['errors', SEVERITY_WORDS.error],
  ['warnings', SEVERITY_WORDS.warning],
] as const;

/** The board: a line per unit, and per form its state, rows, open faults and the day it came in. */
export function drawUnitsTable(board: Board, timeZone: string): string {
  const head = board.forms.map(
    (form, index) =>
      `<th scope="col">${shown(`board.forms.${index}.annex`, form.annex)} ${shown(`board.forms.${index}.title`, form.title)}<small>截止 ${shown(`board.forms.${index}.due`, form.due)}</small></th>`,
  );
  const lines = board.units.map((unit, index) => {
    const path = `board.units.${index}`;
    const cells = unit.forms.map((form, place) => `<td>${formCell(form, `${path}.forms.${place}`, timeZone)}</td>`);
    return `<tr><td></td><th scope="row">${shown(`${path}.unitName`, unit.unitName)}</th>${cells.join('')}</tr>`;
  });
  return `<table class="units"><thead><tr><th scope="col"><span class="wide">序号</span></th><th scope="col">单位</th>${head.join('')}</tr></thead>
<tbody>
${lines.join('\n')}
</tbody></table>`;
}

function formCell(form: Coverage, path: string, timeZone: string): string {
  const rows = form.rows > 0 ? `${shown(`${path}.rows`, form.rows)} 行` : '';
  const faults = COUNTS.filter(([key]) => form[key] > 0).map(
    ([key, word]) => `${word} ${shown(`${path}.${key}`, form[key])}`,
  );
  const received = localDate(form.lastReceived, timeZone);
  const day = received === '' ? '' : shown(`${path}.lastReceived`, received);
  const late = form.late ? '<b class="late">迟</b>' : '';
  return `<div class="cell"><span class="state ${form.state}">${STATE_WORDS[form.state]}</span><span>${rows}</span><span>${faults.join('，')}</span><span class="quiet">${day}${late}</span></div>`;
}

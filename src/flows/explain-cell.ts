import { diffRegisters } from '../registry/publish/diff-registers.ts';
import type { ListSheet } from '../registry/publish/draw-list-sheet.ts';
import type { Edition } from '../registry/publish/edition.ts';
import { describeExtent, explainFrame } from '../registry/publish/explain-frame.ts';
import { type ExplainedLine, explainLaidCell } from '../registry/publish/explain-laid-cell.ts';
import { describeListExtent, explainListCell } from '../registry/publish/explain-list-cell.ts';
import { type FoundSheet, findPlacedSheet, suggestSheets } from '../registry/publish/find-placed-sheet.ts';
import type { LaidSheet } from '../registry/publish/lay-sheet.ts';
import { type PlacedSheet, placeSheets } from '../registry/publish/place-sheets.ts';
import { type CellReference, readCellReference } from '../registry/publish/read-cell-reference.ts';
import { writeRegister } from '../registry/publish/register-lines.ts';
import { wholeBytes } from '../sheet/whole-bytes.ts';
import { columnLetters } from '../text/column-letters.ts';
import { UserError } from '../text/user-error.ts';
import type { Derived } from './derive.ts';
import { editionOf } from './edition-of.ts';
import type { Explanation } from './explain-code.ts';
import { fingerprintOf } from './fingerprint.ts';
import { loadHqmsMapping } from './load-hqms-mapping.ts';
import type { Campaign } from './open-campaign.ts';
import { lastPublished } from './publish.ts';

/** Explains a cell as a person writes it: `医院信息汇总表!E17`. Throws UserError for a sheet or cell that does not exist. */
export type CellExplainer = (what: string) => Explanation;

/**
 * Where the cells of the deliverables come from: mail, file, sheet, cell, what was read, each change with its rule or
 * decision, and what is wrong with it. Worked out from the layout that draws the deliverables, not from the files.
 * `previous` is register.jsonl of the version before.
 */
export function makeCellExplainer(campaign: Campaign, derived: Derived, previous?: Uint8Array): CellExplainer {
  const published = lastPublished(campaign);
  const version = published?.version ?? 1;
  const edition = editionOf(campaign, derived, version);
  const changes = diffRegisters(previous, wholeBytes(writeRegister(edition, () => undefined)));
  const sheets = placeSheets(loadHqmsMapping(campaign), edition, changes, previous === undefined);
  const lists = new Map<PlacedSheet, ListSheet>();
  const warning = staleness(campaign);
  return (what) => {
    const reference = readCellReference(what);
    if (!reference)
      throw new UserError(`看不懂单元格“${what}”`, '请写成 工作表!单元格，一次一格，如 医院信息汇总表!E17。');
    const { where, row, column } = reference;
    const found = findPlacedSheet(withoutVersion(where, version), sheets);
    if (!found) throw unknownSheet(where, sheets);
    const { placed } = found;
    const title = titleOf(placed, reference);
    const outside = (next: string): UserError => new UserError(`${title} 在表格之外`, next);
    if ('laid' in placed) {
      const lines = explainTable(placed.laid, row, column, edition);
      if (!lines) throw outside(describeExtent(placed.laid));
      return { title, lines: [...lines, ...namesakes(found, reference), ...warning] };
    }
    const list = lists.get(placed) ?? placed.list();
    lists.set(placed, list);
    const lines = explainListCell(list, row, column, edition);
    if (!lines) throw outside(describeListExtent(list));
    return { title, lines: [...lines, ...namesakes(found, reference), ...warning] };
  };
}

/** Explains one cell. */
export function explainDeliverableCell(
  campaign: Campaign,
  derived: Derived,
  what: string,
  previous?: Uint8Array,
): Explanation {
  return makeCellExplainer(campaign, derived, previous)(what);
}

function explainTable(laid: LaidSheet, row: number, column: number, edition: Edition): ExplainedLine[] | undefined {
  const index = row - laid.firstRow;
  const [own, at] = [laid.rows[index], laid.columns[column - 1]];
  return own && at ? explainLaidCell(laid, at, own, index, edition) : explainFrame(laid, row, column, edition);
}

function titleOf({ file, sheet }: PlacedSheet, { row, column }: CellReference): string {
  return `${file}${sheet === '' ? '' : ` ${sheet}`}!${columnLetters(column)}${row}`;
}

function staleness(campaign: Campaign): ExplainedLine[] {
  const published = lastPublished(campaign);
  if (!published) return [{ label: '注意', text: '还没有发布过成果，以上按现有数据说明；请运行 mingce publish。' }];
  if (published.fingerprint === fingerprintOf(campaign)) return [];
  return [{ label: '注意', text: '数据比最近一次发布的成果新，行号可能不同；请先运行 mingce publish。' }];
}

function namesakes({ placed, namesakes: others }: FoundSheet, { row, column }: CellReference): ExplainedLine[] {
  const [other] = others;
  if (!other) return [];
  const files =
    others.length > 3 ? `${other.file} 等 ${others.length} 个文件` : others.map(({ file }) => file).join('、');
  const address = `${other.file.replace(/\.xlsx$/, '')}!${other.sheet}!${columnLetters(column)}${row}`;
  return [{ label: '同名', text: `${files}里也有工作表“${placed.sheet}”；要看那里的，请写 ${address}` }];
}

/** `版本/2/…` and `加密/…` are copies of the same. Throws UserError for another version: its mails may have been replaced. */
function withoutVersion(where: string, version: number): string {
  const [, number, rest] = /^版本\/(\d+)\/(.*)$/s.exec(where) ?? [];
  if (number === undefined || rest === undefined) return where.replace(/^加密\//, '');
  if (Number(number) === version) return rest;
  throw new UserError(
    `只能说明最新的第 ${version} 版，不能说明第 ${number} 版`,
    `第 ${number} 版各行的来历写在 output/版本/${number}/ 各汇总表的“出处”里。`,
  );
}

/** Files under output/ that hold no cell of the register, and where to look instead. */
const ELSEWHERE: readonly (readonly [RegExp, string])[] = [
  [
    /退回|校验结果/,
    '退回的表是单位自己的原表，问题列在它的“校验结果”里；同一处问题的来历请看 问题清单!H3 这样的单元格。',
  ],
  [/模板|填写说明/, '填报表格里的文字都取自 forms/ 里的表格定义，没有报送的内容。'],
  [/待处理/, '待处理的事项和两边的来源请用 mingce decide list 查看。'],
  [/\.jsonl/, 'register.jsonl 每行的 source 就是来历；要看某一格请写 医院信息汇总表!E17。'],
  [/report|报告/, '报告里的数字都出自 mingce status --json。'],
];

function unknownSheet(where: string, sheets: readonly PlacedSheet[]): UserError {
  const next =
    ELSEWHERE.find(([pattern]) => pattern.test(where))?.[1] ??
    `可以写：${suggestSheets(where, sheets)
      .map((name) => `${name}!E17`)
      .join('、')}，或 文件!工作表!单元格。`;
  return new UserError(`成果里没有名为“${where}”的表`, next);
}

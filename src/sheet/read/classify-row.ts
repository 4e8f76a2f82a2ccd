import { fold } from '../../text/fold.ts';
import { lookUpTerm } from '../../vocabularies/look-up-term.ts';
import type { GridRow } from '../grid.ts';
import type { FoundColumn, SkippedRow } from '../table.ts';
import type { FormReader } from './form-reader.ts';
import type { Layers } from './header-layers.ts';
import { isHeaderText } from './is-header-text.ts';
import { cellAt } from './view.ts';

/** What rows of one table are judged by. */
export interface TableShape {
  readonly form: FormReader;
  readonly layers: Layers;
  readonly columns: readonly FoundColumn[];
  readonly left: number;
  readonly right: number;
}

const TOTAL =
  /^(?:本[页表]|[全本]?[省市州县区])?(?:合计|总计|小计|共计|总数|汇总|累计)(?:[:：\d（(共]|$)|^(?:[本全]?[市州省县区]?)共\s*\d+\s*[家所个户条行名]/u;
const SIGNATURE =
  /(?:填表人|填报人|制表人?|审核人?|负责人|经办人|联系人|填报单位|填报日期|填表日期|填报时间|报送单位|报送日期|单位公章|单位盖章|盖章|签字|签名|签章|分管领导|联系电话)\s*(?:[（(][^）)]*[）)])?\s*[:：]|^[（(]?(?:公章|单位公章|盖章|签章)/u;
const NOTE =
  /^(?:[※★*＊▲■●]|(?:备?注|说明|附注|附件|填[表报写]说明|填[表报写]要求|注意|提示|温馨提示|要求)(?:\d*\s*[:：.、]|事项|$)|[（(]?\d{1,2}[）).、．]\D)/u;
const EXAMPLE = /^(?:示例|样例|例|例如|填写示例|填报示例|示范|样表|范例)(?:\d*|行)$/u;
/** Anything a person could see. */
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;
/** What stands alone in a row and is no answer: page numbers, counts, dates, the office that signs. */
const STRAY =
  /^第?\s*\d+\s*页|[:：]\s*\d+\s*[家所个户]|^\d{4}\s*[年./-]\s*\d{1,2}(?:\s*[月./-]\s*(?:\d{1,2}\s*日?)?)?$|(?:卫生健康委员?会?|卫健委|卫生健康局|卫健局|卫生局|卫计委|人民政府)(?:[（(].*[)）])?$/u;
const LONG = 45;
const CERTAIN = /\d[\d\s-]{6,}|[\w.]@|E\+\d/;
const HINT =
  /^(?:[（(【[].+[）)】\]]|必填项?|选填|可选|请?(?:填写|选择|输入).*|下拉选择|单选|文本|全称|\d{1,2}\s*[位人名个](?:数字)?)$/u;
const NUMBERED = /^[（(]?(\d{1,2})[）)]?$/;

/** Why a row below the header is no data; undefined for a row of data. `isFirst`: nothing but header stands above it. */
export function classifyRow(row: GridRow, shape: TableShape, isFirst: boolean): SkippedRow['reason'] | undefined {
  const texts = textsOf(row, shape);
  const keys = keysWithText(row, shape);
  if (texts.length === 0) return 'blank';
  if (isRepeatedHeader(row, shape)) return 'repeated-header';
  if (isFirst && isNumbering(texts)) return 'numbering';
  if (isFirst && isHint(texts)) return 'note';
  if (isExample(row, shape, texts)) return 'example';
  if (texts.length === 1 && isTitle(texts[0] ?? '', shape)) return 'title';
  const telling = keys.filter((key) => key !== shape.form.form.sequenceColumn && key !== shape.form.form.unitColumn);
  const hasDigits = telling.some((key) => isCertain(shape.form, key, row, shape));
  if (!hasDigits) {
    if (texts.some((text) => TOTAL.test(text)) && texts.length <= 6) return 'total';
    if (texts.some((text) => SIGNATURE.test(text))) return 'signature';
  }
  if (texts.length <= 3 && !hasDigits && isNote(texts)) return 'note';
  if (telling.length === 0) return isMarginal(row, shape) ? 'blank' : 'note';
  return undefined;
}

function textsOf(row: GridRow, { left, right }: TableShape): readonly string[] {
  const texts: string[] = [];
  for (const { column, text } of row.cells) {
    const plain = text.trim();
    if (column >= left && column <= right && VISIBLE.test(plain)) texts.push(plain);
  }
  return texts;
}

function keysWithText(row: GridRow, { columns }: TableShape): readonly string[] {
  return columns.flatMap(({ key, column }) => ((cellAt(row, column)?.text.trim() ?? '') === '' ? [] : [key]));
}

/** A code or phone of some length, or a mailbox: only a record has that. */
function isCertain(form: FormReader, key: string, row: GridRow, { columns }: TableShape): boolean {
  const kind = form.byKey.get(key)?.column.kind;
  if (kind !== 'code' && kind !== 'phone' && kind !== 'email') return false;
  const column = columns.find((found) => found.key === key)?.column ?? 0;
  const text = cellAt(row, column)?.text ?? '';
  return text.length <= 60 && CERTAIN.test(text.normalize('NFKC')) && !SIGNATURE.test(text);
}

function isRepeatedHeader(row: GridRow, { layers, columns }: TableShape): boolean {
  let same = 0;
  let cells = 0;
  for (const { column } of columns) {
    const text = cellAt(row, column)?.text.trim() ?? '';
    if (text === '') continue;
    cells += 1;
    if (isHeaderText(layers, column, text)) same += 1;
  }
  return same >= 2 && same * 2 > cells;
}

/** （18位） （必填） … under the header, as printed forms explain their columns. */
function isHint(texts: readonly string[]): boolean {
  return texts.length >= 2 && texts.every((text) => HINT.test(text));
}

/** 附件3 市级联络员名单 below one table announces the next one. */
function isTitle(text: string, { form: { form } }: TableShape): boolean {
  const folded = fold(text);
  return (
    /^附[件表录]\d/.test(folded) || folded.endsWith(fold(form.title)) || /(?:汇总表|名单|一览表|登记表)$/.test(folded)
  );
}

/** 1 2 3 … under the header, as printed forms number their columns. */
function isNumbering(texts: readonly string[]): boolean {
  if (texts.length < 3) return false;
  const numbers = texts.map((text) => Number(NUMBERED.exec(text.normalize('NFKC'))?.[1] ?? Number.NaN));
  return numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1);
}

/** The example of the template, as it is or with another city before it. */
function isExample(row: GridRow, { form, columns }: TableShape, texts: readonly string[]): boolean {
  const [first = ''] = texts;
  if (first.length <= 12 && /[示样例范填]/.test(first) && EXAMPLE.test(fold(first))) return true;
  let same = 0;
  for (const { key, column } of columns) {
    const reader = form.byKey.get(key);
    const text = cellAt(row, column)?.text.trim() ?? '';
    if (!reader || text === '' || ['choice', 'sequence'].includes(reader.column.kind)) continue;
    const { example } = reader.column;
    if (text !== example && (example === '' || fold(text) !== fold(example))) return false;
    same += 1;
  }
  return same >= 2;
}

function isNote(texts: readonly string[]): boolean {
  const [first = ''] = texts;
  return NOTE.test(first) || (texts.length === 1 && (first.length > LONG || STRAY.test(first)));
}

/** Only a running number, or the unit's name that the template wrote in advance. */
function isMarginal(row: GridRow, shape: TableShape): boolean {
  return row.cells.every((cell) => {
    const { column, text } = cell;
    if (column < shape.left || column > shape.right || text.trim() === '') return true;
    const key = shape.columns.find((found) => found.column === column)?.key;
    if (key === undefined) return false;
    if (key === shape.form.form.sequenceColumn) return /^[\d.、()（）]{1,8}$/.test(text.trim());
    const vocabulary = shape.form.byKey.get(key)?.vocabulary;
    return vocabulary === undefined || lookUpTerm(vocabulary, text).kind !== 'unknown';
  });
}

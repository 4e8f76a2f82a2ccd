import type { Decoded, Grid, Refusal } from '../../grid.ts';
import { openZip } from '../zip/open-zip.ts';
import type { ZipArchive } from '../zip/zip-archive.ts';
import { corruptFile, emptyWorkbook } from '../zip/zip-refusals.ts';
import { findWorkbook } from './find-workbook.ts';
import { packageKind } from './is-ooxml.ts';
import { packageTraits } from './package-traits.ts';
import type { CellContext } from './read-cell.ts';
import { readComments } from './read-comments.ts';
import { relationsOf, scanPart } from './read-package.ts';
import type { Relationship } from './read-relationships.ts';
import type { Tally } from './read-rows.ts';
import { readSharedStrings } from './read-shared-strings.ts';
import { readSheet } from './read-sheet.ts';
import { type CellFormat, readStyles } from './read-styles.ts';
import { readWorkbookPart, type SheetEntry } from './read-workbook-part.ts';
import { refuseXml } from './refuse-xml.ts';

/** Either the value or why the file is refused. */
type Attempt<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

const SILENT_SHEETS: ReadonlyMap<string, string> = new Map([
  ['chartsheet', 'chart-sheets'],
  ['dialogsheet', 'dialog-sheets'],
  ['xlMacrosheet', 'macro-sheets'],
  ['xlIntlMacrosheet', 'macro-sheets'],
]);

/**
 * Reads xlsx, xlsm, xltx and xltm (transitional and ISO strict) into plain values, every cell with its lexical text.
 * Never throws for bad input: what is broken, oversized or hostile is a refusal, and so is a workbook without any content.
 */
export function readOoxml(bytes: Uint8Array): Decoded {
  const opened = openZip(bytes);
  if (!opened.ok) return opened;
  const { zip } = opened;
  const main = findWorkbook(zip);
  if (!main.ok) return main;
  const workbook = scanPart(zip, main.part);
  if (!workbook.ok) return workbook;
  const { sheets, from1904 } = readWorkbookPart(workbook.scan);
  if (workbook.scan.fault !== undefined) return refuse(refuseXml(workbook.scan.fault, workbook.part));
  const related = relationsOf(zip, workbook.part);
  if (!related.ok) return related;
  const strings = readStrings(zip, partOf(zip, related.relationships, workbook.part, 'sharedStrings'));
  if (!strings.ok) return strings;
  const formats = readFormats(zip, partOf(zip, related.relationships, workbook.part, 'styles'));
  if (!formats.ok) return formats;
  const traits = packageTraits(zip);
  const context: CellContext = {
    strings: strings.value,
    formats: formats.value,
    isStruckAnywhere: formats.value.some((format) => format.isStruck),
    from1904,
    traits,
  };
  const grids = readGrids(zip, sheets, related.relationships, context);
  if (!grids.ok) return grids;
  if (grids.value.every((grid) => grid.rows.length === 0)) return refuse(emptyWorkbook());
  const kind = packageKind(zip);
  const format = kind === 'other' ? 'xlsx' : kind;
  return { ok: true, workbook: { format, grids: grids.value, traits: [...traits].toSorted() } };
}

function refuse(refusal: Refusal): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal };
}

/** A part of the workbook by its relationship, else where every program puts it. */
function partOf(
  zip: ZipArchive,
  relationships: readonly Relationship[],
  workbook: string,
  kind: string,
): string | undefined {
  const related = relationships.find((one) => one.kind === kind && !one.external);
  if (related !== undefined) return related.target;
  const usual = workbook.replace(/[^/]*$/u, `${kind}.xml`);
  return zip.find(usual) === undefined ? undefined : usual;
}

function readStrings(zip: ZipArchive, part: string | undefined): Attempt<string[] | undefined> {
  if (part === undefined || zip.find(part) === undefined) return { ok: true, value: undefined };
  const scanned = scanPart(zip, part);
  if (!scanned.ok) return scanned;
  const value = readSharedStrings(scanned.scan);
  const { fault } = scanned.scan;
  return fault === undefined ? { ok: true, value } : refuse(refuseXml(fault, scanned.part));
}

function readFormats(zip: ZipArchive, part: string | undefined): Attempt<CellFormat[]> {
  if (part === undefined || zip.find(part) === undefined) return { ok: true, value: [] };
  const scanned = scanPart(zip, part);
  if (!scanned.ok) return scanned;
  const value = readStyles(scanned.scan);
  const { fault } = scanned.scan;
  return fault === undefined ? { ok: true, value } : refuse(refuseXml(fault, scanned.part));
}

function readGrids(
  zip: ZipArchive,
  sheets: readonly SheetEntry[],
  relationships: readonly Relationship[],
  context: CellContext,
): Attempt<Grid[]> {
  const grids: Grid[] = [];
  const tally: Tally = { rows: 0, cells: 0 };
  const seen = new Set<string>();
  for (const sheet of sheets) {
    const related = relationships.find((one) => one.id === sheet.relationship);
    if (related === undefined || related.external) return refuse(corruptFile(`工作表“${sheet.name}”没有内容`));
    const silent = SILENT_SHEETS.get(related.kind);
    if (silent !== undefined) {
      context.traits.add(silent);
      continue;
    }
    const scanned = scanPart(zip, related.target);
    if (!scanned.ok) return scanned;
    const { scan, part } = scanned;
    if (seen.has(part)) return refuse(corruptFile(`工作表“${sheet.name}”与另一张工作表共用内容`));
    seen.add(part);
    const content = readSheet(scan, context, tally);
    if (scan.fault !== undefined) return refuse(refuseXml(scan.fault, `工作表“${sheet.name}”`));
    const notes = readComments(zip, part);
    grids.push({ name: sheet.name, state: sheet.state, ...content, ...(notes.length > 0 ? { notes } : {}), part });
  }
  return { ok: true, value: grids };
}

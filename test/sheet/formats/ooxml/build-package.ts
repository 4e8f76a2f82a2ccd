import { writeZip } from '../../../../src/sheet/formats/zip/write-zip.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** What a hand-made package holds; everything but the first sheet has a plain default. */
export interface PackagePlan {
  /** Inner XML of `worksheet` of each sheet, `sheetData` and all. */
  readonly sheets: readonly string[];
  /** Inner XML of `sst`; no part where absent. */
  readonly strings?: string;
  /** Inner XML of `styleSheet`; no part where absent. */
  readonly styles?: string;
  /** Attributes of the nth `sheet` element. */
  readonly sheetAttributes?: readonly string[];
  /** Inner XML of `workbook` before `sheets`. */
  readonly workbookHead?: string;
  readonly mainType?: string;
  /** Part name → content, added or put in the place of a part; undefined takes it away. */
  readonly parts?: Readonly<Record<string, string | Uint8Array | undefined>>;
  /** Leave the parts uncompressed, so that monotonous content is no bomb by its ratio. */
  readonly store?: boolean;
}

/** A sheet's inner XML around some rows. */
export function sheetOf(rows: string, after = ''): string {
  return `<sheetData>${rows}</sheetData>${after}`;
}

/** A small package from XML written by hand, so that every oddity of a real producer can be set up. */
export function buildPackage(plan: PackagePlan): Uint8Array {
  const store = plan.store ?? false;
  return writeZip(buildParts(plan).map(([name, content]) => ({ name, bytes: Buffer.from(content), store })));
}

/** The parts of such a package by name. */
export function buildParts(plan: PackagePlan): (readonly [name: string, content: string | Uint8Array])[] {
  const ids = plan.sheets.map((_sheet, index) => index + 1);
  const parts = new Map<string, string | Uint8Array>([
    ['[Content_Types].xml', contentTypes(plan, ids)],
    ['_rels/.rels', relationships([`Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"`])],
    ['xl/workbook.xml', workbook(plan, ids)],
    ['xl/_rels/workbook.xml.rels', relationships(workbookRelationships(plan, ids))],
  ]);
  for (const [index, inner] of plan.sheets.entries()) {
    parts.set(
      `xl/worksheets/sheet${index + 1}.xml`,
      `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${inner}</worksheet>`,
    );
  }
  if (plan.strings !== undefined) parts.set('xl/sharedStrings.xml', `<sst xmlns="${MAIN}">${plan.strings}</sst>`);
  if (plan.styles !== undefined) parts.set('xl/styles.xml', `<styleSheet xmlns="${MAIN}">${plan.styles}</styleSheet>`);
  for (const [name, content] of Object.entries(plan.parts ?? {})) {
    if (content === undefined) parts.delete(name);
    else parts.set(name, content);
  }
  return [...parts];
}

/** The package with every part's name and text changed on the way. */
export function rewritePackage(
  plan: PackagePlan,
  change: (name: string, text: string) => readonly [name: string, text: string | Uint8Array],
): Uint8Array {
  const parts = buildParts(plan).map(([name, content]) => change(name, content.toString()));
  return writeZip(parts.map(([name, text]) => ({ name, bytes: Buffer.from(text) })));
}

/** `<row>` → `<x:row>` in every element of a spreadsheet part. */
export function prefixed(text: string): string {
  return text
    .replaceAll(/<(\/?)([a-zA-Z]+)/gu, '<$1x:$2')
    .replaceAll('xmlns="http://schemas.openxml', 'xmlns:x="http://schemas.openxml');
}

/** A `.rels` part from the attributes of its relationships. */
export function relationships(lines: readonly string[]): string {
  const inner = lines.map((line) => `<Relationship ${line}/>`).join('');
  return `<?xml version="1.0"?><Relationships xmlns="${PACKAGE}/relationships">${inner}</Relationships>`;
}

function contentTypes(plan: PackagePlan, ids: readonly number[]): string {
  const overrides = [
    `<Override PartName="/xl/workbook.xml" ContentType="${plan.mainType ?? `${SHEET_TYPES}.sheet.main+xml`}"/>`,
    ...ids.map(
      (id) => `<Override PartName="/xl/worksheets/sheet${id}.xml" ContentType="${SHEET_TYPES}.worksheet+xml"/>`,
    ),
    ...(plan.styles === undefined
      ? []
      : [`<Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPES}.styles+xml"/>`]),
    ...(plan.strings === undefined
      ? []
      : [`<Override PartName="/xl/sharedStrings.xml" ContentType="${SHEET_TYPES}.sharedStrings+xml"/>`]),
  ];
  return `<?xml version="1.0"?><Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`;
}

function workbook(plan: PackagePlan, ids: readonly number[]): string {
  const sheets = ids
    .map((id) => `<sheet ${plan.sheetAttributes?.[id - 1] ?? `name="表${id}"`} sheetId="${id}" r:id="rId${id}"/>`)
    .join('');
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${plan.workbookHead ?? ''}<sheets>${sheets}</sheets></workbook>`;
}

function workbookRelationships(plan: PackagePlan, ids: readonly number[]): string[] {
  const lines = ids.map((id) => `Id="rId${id}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${id}.xml"`);
  if (plan.styles !== undefined) lines.push(`Id="rIdStyles" Type="${OFFICE}/styles" Target="styles.xml"`);
  if (plan.strings !== undefined)
    lines.push(`Id="rIdStrings" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"`);
  return lines;
}

import { posix } from 'node:path';
import { openZip } from '../../src/sheet/formats/zip/open-zip.ts';
import { checkXml, type XmlElement } from './check-xml.ts';

/** Children of `<worksheet>` in the order of ECMA-376 part 1, 18.3.1.99. */
const WORKSHEET_ORDER = (
  'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection ' +
  'protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr ' +
  'conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks ' +
  'colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF ' +
  'picture oleObjects controls webPublishItems tableParts extLst'
).split(' ');

/** Parts of a package as text, by name. */
export function packageParts(bytes: Uint8Array): Map<string, string> {
  const opened = openZip(bytes);
  if (!opened.ok) throw new Error(opened.refusal.code);
  const parts = new Map<string, string>();
  for (const entry of opened.zip.entries) {
    const content = opened.zip.read(entry);
    if (!content.ok) throw new Error(`${entry.name}: ${content.refusal.code}`);
    parts.set(entry.name, content.bytes.toString('utf8'));
  }
  return parts;
}

/**
 * What is structurally wrong with a written workbook, one line each; [] when nothing is: ill-formed parts, relationships
 * and content types that lead nowhere, elements out of order, overlapping validations or merges, empty conditional
 * formats, invalid defined names, shared texts and styles out of range.
 */
export function checkPackage(bytes: Uint8Array): string[] {
  const faults: string[] = [];
  const parts = packageParts(bytes);
  const documents = new Map<string, XmlElement[]>();
  for (const [name, text] of parts) {
    if (!/\.(xml|rels|vml)$/.test(name)) continue;
    try {
      documents.set(name, checkXml(text));
    } catch (error) {
      faults.push(`${name}: ${(error as Error).message}`);
    }
  }
  faults.push(...checkContentTypes(documents, parts), ...checkRelationships(documents, parts));
  const styles = count(documents.get('xl/styles.xml'), 'cellXfs', 'xf');
  const texts = count(documents.get('xl/sharedStrings.xml'), 'sst', 'si');
  for (const [name, elements] of documents) {
    if (/^xl\/worksheets\/[^/]+\.xml$/.test(name)) {
      faults.push(...checkSheet(elements, styles, texts).map((fault) => `${name}: ${fault}`));
    }
  }
  return [...faults, ...checkNames(documents.get('xl/workbook.xml') ?? [])];
}

function count(elements: readonly XmlElement[] | undefined, parent: string, name: string): number {
  return (elements ?? []).filter((element) => element.name === name && element.path.at(-1) === parent).length;
}

function checkContentTypes(documents: Map<string, XmlElement[]>, parts: Map<string, string>): string[] {
  const types = documents.get('[Content_Types].xml') ?? [];
  const overrides = types
    .filter(({ name }) => name === 'Override')
    .map(({ attributes }) => attributes['PartName'] ?? '');
  const defaults = new Set(
    types.filter(({ name }) => name === 'Default').map(({ attributes }) => attributes['Extension']?.toLowerCase()),
  );
  const lost = overrides.filter((part) => !parts.has(part.slice(1))).map((part) => `no part for the type of ${part}`);
  const untyped = [...parts.keys()]
    .filter((part) => part !== '[Content_Types].xml' && !part.endsWith('/'))
    .filter((part) => !overrides.includes(`/${part}`) && !defaults.has(part.split('.').at(-1)?.toLowerCase()))
    .map((part) => `${part} has no content type`);
  const twice = overrides
    .filter((part, index) => overrides.indexOf(part) !== index)
    .map((part) => `${part} typed twice`);
  return [...lost, ...untyped, ...twice];
}

function checkRelationships(documents: Map<string, XmlElement[]>, parts: Map<string, string>): string[] {
  const faults: string[] = [];
  for (const [name, elements] of documents) {
    if (!name.endsWith('.rels')) continue;
    const source = name.replace('_rels/', '').replace(/\.rels$/, '');
    const ids = new Set<string>();
    for (const { attributes } of elements.filter((element) => element.name === 'Relationship')) {
      const { Id: id = '', Target: target = '', TargetMode: mode } = attributes;
      if (ids.has(id)) faults.push(`${name}: ${id} twice`);
      ids.add(id);
      if (mode === 'External') continue;
      const path = target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(source), target);
      if (!parts.has(path)) faults.push(`${name}: ${id} leads to no part ${path}`);
    }
    for (const { name: element, attributes } of documents.get(source) ?? []) {
      for (const [key, id] of Object.entries(attributes)) {
        if (/^r:(id|embed|link)$/.test(key) && !ids.has(id))
          faults.push(`${source}: <${element}> names no relationship ${id}`);
      }
    }
  }
  return faults;
}

function checkSheet(elements: readonly XmlElement[], styles: number, texts: number): string[] {
  const faults: string[] = [];
  const children = elements.filter(({ path }) => path.length === 1).map(({ name }) => WORKSHEET_ORDER.indexOf(name));
  if (children.some((rank, index) => rank < 0 || rank < (children[index - 1] ?? 0)))
    faults.push('children out of order');
  let row = 0;
  for (const [index, element] of elements.entries()) {
    const { name, attributes } = element;
    if (name === 'conditionalFormatting' && elements[index + 1]?.name !== 'cfRule')
      faults.push('empty conditional format');
    if (name === 'row' && Number(attributes['r']) <= row) faults.push(`row ${attributes['r']} out of order`);
    if (name === 'row') row = Number(attributes['r']);
    if (Number((name === 'col' ? attributes['style'] : attributes['s']) ?? 0) >= Math.max(1, styles)) {
      faults.push(`<${name}> has no style ${attributes['s'] ?? attributes['style']}`);
    }
    if (name === 'c' && attributes['t'] === 's' && Number(elements[index + 1]?.text ?? texts) >= texts) {
      faults.push(`${attributes['r']} has no shared text`);
    }
    if (name === 'formula1' && element.text.length > 255)
      faults.push(`validation formula of ${element.text.length} characters`);
  }
  const ranges = (name: string, key: string): string[] =>
    elements.filter((element) => element.name === name).flatMap(({ attributes }) => (attributes[key] ?? '').split(' '));
  faults.push(...overlaps(ranges('dataValidation', 'sqref')).map((pair) => `validations overlap: ${pair}`));
  faults.push(...overlaps(ranges('mergeCell', 'ref')).map((pair) => `merges overlap: ${pair}`));
  return faults;
}

function overlaps(ranges: readonly string[]): string[] {
  const areas = ranges.map((range) => ({ range, area: area(range) }));
  const pairs: string[] = [];
  for (const [index, one] of areas.entries()) {
    for (const other of areas.slice(index + 1)) {
      const [a, b] = [one.area, other.area];
      if (a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom) {
        pairs.push(`${one.range} ${other.range}`);
      }
    }
  }
  return pairs;
}

function area(range: string): { left: number; top: number; right: number; bottom: number } {
  const match = /^\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?$/.exec(range);
  if (!match) throw new Error(`no range: ${range}`);
  const [, left = '', top = '', right = left, bottom = top] = match;
  return { left: columnNumber(left), top: Number(top), right: columnNumber(right), bottom: Number(bottom) };
}

function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

function checkNames(workbook: readonly XmlElement[]): string[] {
  const sheets = workbook.filter(({ name }) => name === 'sheet').map(({ attributes }) => attributes['name'] ?? '');
  const faults: string[] = [];
  for (const sheet of sheets) if (sheet.length > 31 || /[*?:\\/[\]]/.test(sheet)) faults.push(`sheet name ${sheet}`);
  for (const { attributes, text } of workbook.filter(({ name }) => name === 'definedName')) {
    const name = attributes['name'] ?? '';
    if (!/^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) || /^[A-Z]{1,3}\d+$/i.test(name)) faults.push(`defined name ${name}`);
    const sheet = /^'?((?:[^'!]|'')+)'?!/.exec(text)?.[1]?.replaceAll("''", "'");
    if (sheet === undefined || !sheets.includes(sheet)) faults.push(`${name} leads to no sheet: ${text}`);
  }
  return faults;
}

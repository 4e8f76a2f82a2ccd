import type { ZipArchive } from '../zip/zip-archive.ts';
import { readAttributes } from './attribute-text.ts';
import { toUtf8 } from './to-utf8.ts';
import { nextTag, scanXml } from './xml-scan.ts';

export type PackageKind = 'xlsx' | 'xlsm' | 'xltx' | 'xltm' | 'xlsb' | 'docx' | 'ods' | 'other';

const MAIN_TYPES: readonly (readonly [pattern: RegExp, kind: PackageKind])[] = [
  [/spreadsheetml\.sheet\.main\+xml$/iu, 'xlsx'],
  [/spreadsheetml\.template\.main\+xml$/iu, 'xltx'],
  [/ms-excel\.sheet\.macroenabled\.main\+xml$/iu, 'xlsm'],
  [/ms-excel\.addin\.macroenabled\.main\+xml$/iu, 'xlsm'],
  [/ms-excel\.template\.macroenabled\.main\+xml$/iu, 'xltm'],
  [/ms-excel\.sheet\.binary\.macroenabled\.main$/iu, 'xlsb'],
  [/wordprocessingml\.(?:document|template)\.main\+xml$/iu, 'docx'],
  [/ms-word\.(?:document|template)\.macroenabledtemplate\.main\+xml$/iu, 'docx'],
  [/ms-word\.(?:document|template)\.macroenabled\.main\+xml$/iu, 'docx'],
];

/** What a zip package is, by its content types, by its parts where these are missing; never by the file's name. */
export function packageKind(zip: ZipArchive): PackageKind {
  for (const type of contentTypes(zip)) {
    for (const [pattern, kind] of MAIN_TYPES) {
      if (pattern.test(type)) return kind;
    }
  }
  if (zip.find('xl/workbook.bin') !== undefined) return 'xlsb';
  if (zip.find('xl/workbook.xml') !== undefined) return 'xlsx';
  if (zip.find('word/document.xml') !== undefined) return 'docx';
  const mimetype = zip.find('mimetype');
  if (mimetype === undefined || mimetype.size > 200) return 'other';
  const content = zip.read(mimetype);
  if (!content.ok) return 'other';
  return content.bytes.includes('opendocument.spreadsheet') ? 'ods' : 'other';
}

function contentTypes(zip: ZipArchive): string[] {
  const entry = zip.find('[Content_Types].xml');
  const content = entry === undefined ? undefined : zip.read(entry);
  if (content?.ok !== true) return [];
  const bytes = toUtf8(content.bytes);
  if (bytes === undefined) return [];
  const types: string[] = [];
  const scan = scanXml(bytes);
  while (nextTag(scan)) {
    if (!scan.closing && scan.depth === 2) types.push(readAttributes(scan).get('ContentType') ?? '');
  }
  return types;
}

import type { Refusal } from '../../grid.ts';
import type { ZipArchive } from '../zip/zip-archive.ts';
import { corruptFile } from '../zip/zip-refusals.ts';
import { relationsOf } from './read-package.ts';

export type FoundWorkbook =
  | { readonly ok: true; readonly part: string }
  | { readonly ok: false; readonly refusal: Refusal };

/** Name of the workbook part: by the root relationships, else where every program puts it. */
export function findWorkbook(zip: ZipArchive): FoundWorkbook {
  const root = relationsOf(zip, '');
  if (!root.ok) return root;
  const target = root.relationships.find((one) => one.kind === 'officeDocument' && !one.external)?.target;
  for (const part of [target, 'xl/workbook.xml']) {
    if (part !== undefined && zip.find(part) !== undefined) return { ok: true, part };
  }
  return { ok: false, refusal: corruptFile('缺少工作簿目录') };
}

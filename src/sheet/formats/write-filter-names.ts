import type { SheetPlan } from '../book-plan.ts';
import { escapeXml } from './write-text.ts';

/**
 * Adds the hidden name that Excel keeps for each filtered range to `xl/workbook.xml`. exceljs leaves it out, and LibreOffice
 * then loses the filter.
 */
export function writeFilterNames(workbook: string, sheets: readonly SheetPlan[], names: readonly string[]): string {
  const filters = sheets.flatMap(({ autoFilter }, index) => {
    if (autoFilter === undefined) return [];
    const sheet = (names[index] ?? '').replaceAll("'", "''");
    const range = autoFilter.replaceAll('$', '').replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
    const reference = escapeXml(`'${sheet}'!${range}`);
    return [`<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${reference}</definedName>`];
  });
  if (filters.length === 0) return workbook;
  if (workbook.includes('<definedNames>')) return insert(workbook, '<definedNames>', filters.join(''));
  return insert(workbook, '</sheets>', `<definedNames>${filters.join('')}</definedNames>`);
}

/** A replacement text would read `$A` as a pattern. */
function insert(text: string, after: string, added: string): string {
  const at = text.indexOf(after) + after.length;
  return text.slice(0, at) + added + text.slice(at);
}

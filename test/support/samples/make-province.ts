import { SICHUAN_UNITS } from '../../../src/vocabularies/sichuan-units.ts';
import { buildMail } from './build-mail.ts';
import { inventProvince, type SampleUnit } from './invent-province.ts';
import { firstCities } from './province-mails-1.ts';
import { otherCities } from './province-mails-2.ts';
import { addressOf, othersInTheMailbox } from './province-mails-3.ts';

/** A file of samples/, by its path there. */
export interface SampleFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Address book and mailbox of the sample province: 24 units, their hospitals and their mails. */
export function makeProvince(): SampleFile[] {
  const units = inventProvince(SICHUAN_UNITS);
  const find = (short: string): SampleUnit => {
    const unit = units.find((one) => one.short === short);
    if (!unit) throw new Error(`no unit ${short}`);
    return unit;
  };
  const mails = [...firstCities(find), ...otherCities(find), ...othersInTheMailbox(find)];
  const inOrder = mails.sort((a, b) => (a.mail.date < b.mail.date ? -1 : 1));
  return [
    { path: 'province/units.csv', bytes: Buffer.from(`\ufeff${addressBook(units)}`) },
    ...inOrder.map(({ name, mail }, index) => ({
      path: `province/mailbox/${String(index + 1).padStart(2, '0')}-${name}`,
      bytes: buildMail(mail),
    })),
  ];
}

function addressBook(units: readonly SampleUnit[]): string {
  const lines = units.map((unit) => {
    const emails =
      unit.short === '国家委在川医疗机构'
        ? unit.hospitals.map((_, index) => addressOf(unit, index)).join(';')
        : unit.email;
    return [unit.code, unit.short, emails, '', unit.liaison.name, unit.liaison.phone].join(',');
  });
  return ['代码,单位,邮箱,抄送,联系人,电话', ...lines, ''].join('\r\n');
}

import { digest } from '../digest.ts';
import type { RegisterRow } from '../register.ts';
import type { ListLine, ListSheet } from './draw-list-sheet.ts';
import type { Edition } from './edition.ts';
import { laidRuns } from './laid-runs.ts';
import { layRegister } from './lay-register.ts';
import { isUsableEmail, isUsablePhone } from './select-accounts.ts';
import type { SelectedList } from './select-lists.ts';
import { sheetName } from './sheet-name.ts';

interface Contact {
  readonly row: RegisterRow;
  readonly name: string;
  readonly person: string;
  readonly phone: string;
  readonly email: string;
}

/**
 * Every data manager's phone and mailbox, of all rows and not only of those on the list: usable or not, and shared
 * with whom. A phone or mailbox shared by one person is told; shared by two names it is marked, for then one of the
 * two would receive the other's account.
 */
export function listContacts({ list, form, selection }: SelectedList, edition: Edition): ListSheet {
  const contacts = edition.rowsOf(form).map((row): Contact => {
    const text = (key: string): string => {
      const column = form.columns.find((one) => one.key === key);
      return column ? edition.show(form, { ...column, show: 'value' }, row).text : '';
    };
    const { person, phone, email } = list.contact;
    return { row, name: text(form.label), person: text(person), phone: text(phone), email: text(email).toLowerCase() };
  });
  const byPhone = group(contacts, (contact) => contact.phone);
  const byEmail = group(contacts, (contact) => contact.email);
  const taken = new Set(selection.sheets.flatMap((sheet) => sheet.rows));
  const lines = contacts.map(
    (contact, index): ListLine => [
      index + 1,
      edition.unitOf(contact.row.unit)?.short ?? contact.row.unit,
      contact.name,
      contact.person,
      contact.phone,
      verdict(contact, contact.phone, isUsablePhone(contact.phone), byPhone),
      contact.email,
      verdict(contact, contact.email, isUsableEmail(contact.email), byEmail),
      taken.has(contact.row) ? '是' : '否',
    ],
  );
  return {
    name: sheetName(list.title),
    about: '账号会发到下列手机和邮箱，请在上报前核对；多人共用一个号码或邮箱的，账号会发给别人。',
    columns: [
      { header: '汇总表序号', width: 8 },
      { header: '单位', width: 12 },
      { header: '名称', width: 28 },
      { header: '姓名', width: 12 },
      { header: '手机号码', width: 14 },
      { header: '手机核对', width: 30 },
      { header: '邮箱', width: 26 },
      { header: '邮箱核对', width: 30 },
      { header: '列入名单', width: 9 },
    ],
    lines: () => lines,
    // A line tells of rows of any unit: its section is known by the lines themselves.
    sections: laidRuns(layRegister(form, edition), edition).map(({ start, rows }) => {
      const own = lines.slice(start, start + rows.length);
      return { key: digest(own), lines: () => own };
    }),
    told: lines.length,
    nothing: '还没有汇入任何一行。',
    originOf: (index, column = 0) => {
      const row = contacts[index]?.row;
      const { person, phone, email } = list.contact;
      const key = ['', '', '', person, phone, phone, email, email][column] ?? '';
      return row && { row, key, text: '核对这一行的手机号码和邮箱，与全部各行相比' };
    },
  };
}

function verdict(
  contact: Contact,
  value: string,
  usable: boolean,
  groups: ReadonlyMap<string, readonly Contact[]>,
): ListLine[number] {
  if (value === '') return { value: '没有可用的内容', style: 'list-block' };
  if (!usable) return { value: '格式不对，收不到账号', style: 'list-block' };
  const others = (groups.get(value) ?? []).filter((other) => other !== contact);
  if (others.length === 0) return '可用';
  const strangers = others.filter((other) => other.person !== contact.person);
  const shown = (strangers.length > 0 ? strangers : others).slice(0, 3);
  const names = shown
    .map((other) => `${other.name}${other.person === other.name ? '' : ` ${other.person}`}`)
    .join('、');
  const more = others.length > shown.length ? `等 ${others.length} 处` : '';
  return strangers.length > 0
    ? { value: `与不同的人共用：${names}${more}，请核实`, style: 'list-error' }
    : { value: `同一人也管理：${names}${more}`, style: 'list-warning' };
}

function group(contacts: readonly Contact[], key: (contact: Contact) => string): Map<string, Contact[]> {
  const groups = new Map<string, Contact[]>();
  for (const contact of contacts) {
    const value = key(contact);
    if (value === '') continue;
    const known = groups.get(value);
    if (known) known.push(contact);
    else groups.set(value, [contact]);
  }
  return groups;
}

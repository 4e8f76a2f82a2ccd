import type { Form } from '../../forms/form.ts';
import type { HqmsList } from '../../forms/hqms-mapping.ts';
import { digest } from '../digest.ts';
import { findMeeting, marksOfValues } from '../meeting.ts';
import type { RegisterRow } from '../register.ts';
import { type Contact, checkContact, type Groups, groupContacts } from './check-contact.ts';
import type { ListLine, ListSection, ListSheet } from './draw-list-sheet.ts';
import type { Edition } from './edition.ts';
import { laidRuns } from './laid-runs.ts';
import { layRegister } from './lay-register.ts';
import { rowsByUnit } from './rows-by-unit.ts';
import { type AccountSelection, isUsableEmail, isUsablePhone } from './select-accounts.ts';
import type { SelectedList } from './select-lists.ts';
import { sheetName } from './sheet-name.ts';
import { unitPart } from './unit-part.ts';

/**
 * Every data manager's phone and mailbox, of all rows and not only of those on the list: usable or not, and shared
 * with whom. A phone or mailbox shared by one person is told; shared by two names it is marked, for then one of the
 * two would receive the other's account.
 */
export function listContacts({ list, form, selection }: SelectedList, edition: Edition): ListSheet {
  const all = edition.rowsOf(form);
  const contactOf = contactReader(list, form, edition);
  const taken = takenRows(all, selection);
  const tell = (rows: readonly RegisterRow[], start: number, groupsOf: (row: RegisterRow) => Groups): ListLine[] =>
    rows.map((row, index) => {
      const contact = contactOf(row);
      const groups = groupsOf(row);
      return [
        start + index + 1,
        edition.unitOf(row.unit)?.short ?? row.unit,
        contact.name,
        contact.person,
        contact.phone,
        checkContact(contact, contact.phone, isUsablePhone(contact.phone), groups.phones),
        contact.email,
        checkContact(contact, contact.email, isUsableEmail(contact.email), groups.emails),
        taken[start + index] === true ? '是' : '否',
      ];
    });
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
    lines: () => {
      const groups = groupContacts(all.map(contactOf));
      return tell(all, 0, () => groups);
    },
    sections: sectionsOf(),
    told: all.length,
    nothing: '还没有汇入任何一行。',
    originOf: (index, column = 0) => {
      const row = all[index];
      const { person, phone, email } = list.contact;
      const key = ['', '', '', person, phone, phone, email, email][column] ?? '';
      return row && { row, key, text: '核对这一行的手机号码和邮箱，与全部各行相比' };
    },
  };

  /** Rows of a unit that shares nothing with others rest on that unit alone; those of the others are held against each other. */
  function sectionsOf(): ListSection[] {
    const sharing = findSharing(all, contactOf, list, edition);
    const isSharing = ({ unit }: RegisterRow): boolean => sharing.has(unit);
    const ground = digest(list);
    const shared = groupContacts(all.filter(isSharing).map(contactOf));
    return laidRuns(layRegister(form, edition), edition).map(({ key, start, rows }): ListSection => {
      const lines = (): ListLine[] => {
        const own = groupContacts(rows.filter((row) => !isSharing(row)).map(contactOf));
        return tell(rows, start, (row) => (isSharing(row) ? shared : own));
      };
      if (!rows.some(isSharing)) {
        const chosen = taken.slice(start, start + rows.length);
        return { key: digest(key, ground, chosen.every(Boolean) ? 'all' : chosen), lines };
      }
      const drawn = lines();
      return { key: digest(drawn), lines: () => drawn };
    });
  }
}

/** Which rows of the register are on a sheet of the list. The sheets have them in the order of the register. */
function takenRows(all: readonly RegisterRow[], { sheets }: AccountSelection): readonly boolean[] {
  const next = sheets.map(() => 0);
  return all.map((row) => {
    const sheet = sheets.findIndex(({ rows }, index) => rows[next[index] ?? 0] === row);
    if (sheet < 0) return false;
    next[sheet] = (next[sheet] ?? 0) + 1;
    return true;
  });
}

/** Reads the contact of a row, once a row. */
function contactReader(list: HqmsList, form: Form, edition: Edition): (row: RegisterRow) => Contact {
  const known = new Map<RegisterRow, Contact>();
  const columns = new Map(form.columns.map((column) => [column.key, { ...column, show: 'value' as const }]));
  return (row) => {
    const text = (key: string): string => {
      const column = columns.get(key);
      return column ? edition.show(form, column, row).text : '';
    };
    const { person, phone, email } = list.contact;
    const contact = known.get(row) ?? {
      row,
      name: text(form.label),
      person: text(person),
      phone: text(phone),
      email: text(email).toLowerCase(),
    };
    known.set(row, contact);
    return contact;
  };
}

/** Units with a phone or mailbox that stands in another unit's rows too. */
function findSharing(
  all: readonly RegisterRow[],
  contactOf: (row: RegisterRow) => Contact,
  list: HqmsList,
  edition: Edition,
): ReadonlySet<string> {
  const units = rowsByUnit(all);
  const ground = digest(list);
  const marks = units.map(({ unit, rows }) =>
    edition.recall(`contacts ${list.file} ${unit}`, [unitPart(edition, unit).digest, ground], () =>
      marksOfValues(
        rows
          .map(contactOf)
          .flatMap(({ phone, email }) => [
            ...(phone === '' ? [] : [`phone ${phone}`]),
            ...(email === '' ? [] : [`email ${email}`]),
          ]),
      ),
    ),
  );
  return new Set([...findMeeting(marks.map((strong) => ({ strong, weak: '' })))].map((at) => units[at]?.unit ?? ''));
}

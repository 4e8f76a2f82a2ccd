import { groupBy } from '../../text/group-by.ts';
import type { RegisterRow } from '../register.ts';
import type { ListLine } from './draw-list-sheet.ts';

/** The person of a row to whom an account is sent. */
export interface Contact {
  readonly row: RegisterRow;
  readonly name: string;
  readonly person: string;
  readonly phone: string;
  readonly email: string;
}

/** Contacts by what they share. */
export interface Groups {
  readonly phones: ReadonlyMap<string, readonly Contact[]>;
  readonly emails: ReadonlyMap<string, readonly Contact[]>;
}

/** Contacts by phone and by mailbox. */
export function groupContacts(contacts: readonly Contact[]): Groups {
  return {
    phones: groupBy(contacts, (contact) => contact.phone),
    emails: groupBy(contacts, (contact) => contact.email),
  };
}

/** What is told of one phone or mailbox: whether it can be reached, and who else uses it. */
export function checkContact(
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

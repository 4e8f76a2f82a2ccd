import type { AddressObject } from 'mailparser';
import type { MailAddress } from '../message.ts';

type Mailboxes = AddressObject['value'];

const MAX_ADDRESSES = 500;

/** Mailboxes of an address header, groups flattened; addresses lower case and NFKC-folded for comparing. */
export function collectAddresses(header: AddressObject | AddressObject[] | undefined): MailAddress[] {
  const found: MailAddress[] = [];
  const headers = header === undefined ? [] : Array.isArray(header) ? header : [header];
  for (const one of headers) collect(one.value, found, 0);
  return found;
}

function collect(mailboxes: Mailboxes, found: MailAddress[], depth: number): void {
  for (const mailbox of mailboxes) {
    if (found.length >= MAX_ADDRESSES || depth > 3) return;
    if (mailbox.group) collect(mailbox.group, found, depth + 1);
    else if (mailbox.address)
      found.push({ address: mailbox.address.normalize('NFKC').toLowerCase().trim(), name: mailbox.name.trim() });
  }
}

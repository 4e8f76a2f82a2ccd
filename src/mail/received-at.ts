/**
 * When the mailbox received a mail, read from its raw headers: the topmost Received line, else Date.
 * ISO instant; undefined when neither can be read. Only the first 64 kB are looked at.
 */
export function receivedAt(raw: Uint8Array): string | undefined {
  const head = Buffer.from(raw.subarray(0, 65_536)).toString('latin1');
  const end = head.search(/\r?\n\r?\n/);
  const headers = (end < 0 ? head : head.slice(0, end)).replace(/\r?\n[ \t]+/g, ' ');
  const received = /^received:.*;([^;]*)$/im.exec(headers)?.[1];
  const date = /^date:(.*)$/im.exec(headers)?.[1];
  return readInstant(received) ?? readInstant(date);
}

function readInstant(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const time = Date.parse(text.replace(/\([^)]*\)/g, '').trim());
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

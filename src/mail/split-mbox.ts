/**
 * Splits an mbox file into raw messages. A message begins at a line `From ` at the start of the file
 * or after a blank line (RFC 4155); `>From ` inside is unquoted.
 */
export function splitMbox(bytes: Uint8Array): Uint8Array[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const starts: number[] = [];
  for (let at = buffer.indexOf('From '); at >= 0; at = buffer.indexOf('From ', at + 1)) {
    if (at === 0 || startsMessage(buffer, at)) starts.push(at);
  }
  return starts.map((start, index) => unquote(messageAt(buffer, start, starts[index + 1] ?? buffer.length)));
}

/** True for bytes that open like an mbox file. */
export function looksLikeMbox(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 5)).toString('latin1') === 'From ';
}

function startsMessage(buffer: Buffer, at: number): boolean {
  const before = buffer.subarray(Math.max(0, at - 4), at).toString('latin1');
  return before.endsWith('\n\n') || before.endsWith('\r\n\r\n');
}

function messageAt(buffer: Buffer, start: number, end: number): Buffer {
  const afterLine = buffer.indexOf('\n', start) + 1;
  return buffer.subarray(afterLine === 0 ? end : afterLine, end);
}

function unquote(message: Buffer): Buffer {
  if (!message.includes('\n>From ') && !message.includes('\n>>')) return message;
  return Buffer.from(message.toString('latin1').replace(/\n>(>*From )/g, '\n$1'), 'latin1');
}

/** Bytes of a body behind its Content-Transfer-Encoding (RFC 2045, section 6); damaged input gives what can be read. */
export function decodeTransfer(body: Buffer, encoding: string): Buffer {
  const name = encoding.trim().toLowerCase();
  if (name === 'base64') return Buffer.from(body.toString('latin1'), 'base64');
  if (name === 'quoted-printable') return decodeQuotedPrintable(body);
  return body;
}

/** RFC 2045, section 6.7: `=XX`, soft line breaks, trailing blanks of a line dropped. */
export function decodeQuotedPrintable(body: Buffer): Buffer {
  const lines = body.toString('latin1').split('\n');
  const text = lines
    .map((line) => line.trimEnd())
    .join('\r\n')
    .replaceAll('=\r\n', '');
  return Buffer.from(
    text.replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
}

import { createServer, type Server } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openOutbox } from '../../../src/mail/outbox/open-outbox.ts';
import { GENERIC } from '../../../src/mail/providers/generic.ts';

let server: Server;
let port: number;
let heard: string;
beforeEach(async () => {
  heard = '';
  server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.write('220 mail ready\r\n');
    socket.on('data', (chunk) => {
      heard += chunk.toString();
      socket.write(/^EHLO/m.test(chunk.toString()) ? '250-mail\r\n250 AUTH PLAIN LOGIN\r\n' : '502 no\r\n');
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
  const address = server.address();
  port = typeof address === 'object' && address ? address.port : 0;
});
afterEach(() => void server.close());

// The resolver takes 127.1 for this machine; it is none of the names that may be plain.
it('a sending server that offers no encryption is told no secret outside this machine', async () => {
  const endpoint = { host: '127.1', port, secure: false };
  const outbox = openOutbox({
    address: 'box@example.com',
    user: 'box',
    name: '',
    secret: 'secret',
    provider: GENERIC,
    imap: endpoint,
    smtp: endpoint,
  });
  const result = await outbox.send(['a@example.com'], Buffer.from('Subject: x\r\n\r\nx\r\n'));
  outbox.close();

  expect(result.outcome).not.toBe('sent');
  expect(heard).toMatch(/^EHLO/);
  expect(heard).not.toMatch(/AUTH|MAIL FROM/);
});

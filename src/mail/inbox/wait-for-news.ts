import type { ImapFlow } from 'imapflow';

/** Rest before IDLE is asked for again after it ended early, in milliseconds: no server is knocked at without pause. */
const REST = 1000;

/**
 * Waits in INBOX until the server reports mail, the time is over, or the signal comes. With IDLE the server speaks up by
 * itself; without it (or when it refuses) the library asks with NOOP every `maxIdleTime`, which also keeps the line from
 * being taken for dead. Ends at once when INBOX no longer holds `seen` mails: something came since the last look.
 * Rejects when the connection is lost.
 */
export async function waitForNews(
  client: ImapFlow,
  seen: number,
  milliseconds: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  const { exists } = await client.mailboxOpen('INBOX', { readOnly: true });
  if (exists !== seen || signal?.aborted === true) return;
  await new Promise<void>((resolve, reject) => {
    const ended = new AbortController();
    const timer = setTimeout(finish, milliseconds);
    function settle(): void {
      ended.abort();
      clearTimeout(timer);
      client.off('exists', finish);
      client.off('close', lose);
      signal?.removeEventListener('abort', finish);
    }
    function finish(): void {
      settle();
      resolve();
    }
    function lose(): void {
      settle();
      reject(Object.assign(new Error('connection lost'), { code: 'ECONNRESET' }));
    }
    // The library leaves IDLE by itself as soon as another command is given.
    async function idle(): Promise<void> {
      while (!ended.signal.aborted && client.usable) {
        await client.idle();
        if (!ended.signal.aborted) await new Promise((done) => setTimeout(done, REST).unref());
      }
    }
    client.on('exists', finish);
    client.on('close', lose);
    signal?.addEventListener('abort', finish, { once: true });
    idle().catch(lose);
  });
}

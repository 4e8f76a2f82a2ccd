import type { ImapFlow } from 'imapflow';

/**
 * Waits in INBOX until the server reports new mail (IDLE), the time is over, or the signal comes.
 * Without IDLE only time passes: the next look is a fresh UID SEARCH. Rejects when the connection is lost.
 */
export async function waitForNews(
  client: ImapFlow,
  milliseconds: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  if (signal?.aborted === true) return;
  const idles = client.capabilities.has('IDLE');
  if (idles) await client.mailboxOpen('INBOX', { readOnly: true });
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(finish, milliseconds);
    function settle(): void {
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
    client.on('exists', finish);
    client.on('close', lose);
    signal?.addEventListener('abort', finish, { once: true });
    // The library leaves IDLE by itself as soon as another command is given.
    if (idles) client.idle().catch(lose);
  });
}

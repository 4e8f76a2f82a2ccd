import type { CampaignFacts } from './campaign.ts';
import { failsAuthentication } from './message-evidence.ts';
import type { MessageReading } from './reading.ts';
import type { RegistryState } from './register.ts';
import type { SentMail } from './sent.ts';
import type { UnitIndex } from './unit-index.ts';

type Unreachable = RegistryState['unreachable'][number];

const MAIL_SYSTEM = /^(?:mailer-daemon|postmaster|mail-daemon|mdaemon)@(.+)$/;
/** A mail that could not be delivered comes back within days. */
const LONGEST_WAY = 10 * 24 * 3_600_000;

/**
 * Addresses of units that bounced, by the address itself or by the mail of ours that came back. Anybody can write that
 * an address does not exist, so only some bounces prove it (`proven`); the others are shown to a person. An address from
 * which a mail came afterwards is reachable again.
 */
export function findUnreachable(
  readings: readonly MessageReading[],
  sent: readonly SentMail[],
  index: UnitIndex,
  campaign: CampaignFacts,
): RegistryState['unreachable'] {
  const ids = new Map(sent.map((mail) => [bareId(mail.messageId), mail]));
  const found = new Map<string, Unreachable>();
  for (const reading of readings) {
    if (reading.kind !== 'bounce') {
      if (!failsAuthentication(reading)) for (const key of keysFrom(reading, index)) found.delete(key);
      continue;
    }
    const returned = [...reading.bounced.messageIds, ...reading.references].flatMap((id) => ids.get(bareId(id)) ?? []);
    for (const { unit, address } of namedBy(reading, returned, index)) {
      const key = keyOf(unit, address);
      const proven =
        returned.some((mail) => mail.unit === unit) || isLikely(reading, address, sent, campaign.mailbox.toLowerCase());
      if (proven || !found.has(key)) found.set(key, { unit, address, message: reading.message, proven });
    }
  }
  return [...found.values()];
}

/** Addresses of units that a bounce names; one that names no address is about the mails of ours that it names. */
function namedBy(
  { bounced }: MessageReading,
  returned: readonly SentMail[],
  index: UnitIndex,
): { readonly unit: string; readonly address: string }[] {
  if (bounced.addresses.length === 0) return returned.map(({ unit, to }) => ({ unit, address: to.toLowerCase() }));
  return bounced.addresses.flatMap((address) =>
    index.ofAddress(address).map((unit) => ({ unit, address: address.toLowerCase() })),
  );
}

/**
 * Plain bounces of Chinese providers often give no Message-ID. They count when the mail system of our own provider or of
 * the address wrote them, nothing speaks against that, and a mail of ours went there in the days before.
 */
function isLikely(reading: MessageReading, address: string, sent: readonly SentMail[], own: string): boolean {
  const domain = MAIL_SYSTEM.exec(reading.from.address.toLowerCase())?.[1] ?? '';
  if (domain === '' || (domain !== domainOf(own) && domain !== domainOf(address))) return false;
  const { spf, dkim, dmarc } = reading.authentication;
  if (/fail/.test(`${spf} ${dkim} ${dmarc}`)) return false;
  return sent.some((mail) => {
    const way = Date.parse(reading.receivedAt) - Date.parse(mail.sentAt);
    return mail.to.toLowerCase() === address && way >= 0 && way <= LONGEST_WAY;
  });
}

function keysFrom(reading: MessageReading, index: UnitIndex): string[] {
  const address = reading.from.address.toLowerCase();
  return index.ofAddress(address).map((unit) => keyOf(unit, address));
}

function keyOf(unit: string, address: string): string {
  return `${unit} ${address}`;
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}

function bareId(id: string): string {
  return id.replace(/[<>]/g, '');
}

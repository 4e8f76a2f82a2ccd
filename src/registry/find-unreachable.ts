import type { MessageReading } from './reading.ts';
import type { RegistryState } from './register.ts';
import type { SentMail } from './sent.ts';
import type { UnitIndex } from './unit-index.ts';

/** Addresses of units that bounced, by the address itself or by the mail of ours that came back. */
export function findUnreachable(
  readings: readonly MessageReading[],
  sent: readonly SentMail[],
  index: UnitIndex,
): RegistryState['unreachable'] {
  const found = new Map<string, RegistryState['unreachable'][number]>();
  const add = (unit: string, address: string, message: string): void => {
    const key = `${unit} ${address}`;
    if (!found.has(key)) found.set(key, { unit, address, message });
  };
  for (const { kind, bounced, message } of readings) {
    if (kind !== 'bounce') continue;
    for (const address of bounced.addresses)
      for (const unit of index.ofAddress(address)) add(unit, address.toLowerCase(), message);
    if (bounced.addresses.length > 0) continue;
    for (const id of bounced.messageIds) {
      const mail = sent.find((one) => one.messageId.replace(/[<>]/g, '') === id.replace(/[<>]/g, ''));
      if (mail) add(mail.unit, mail.to.toLowerCase(), message);
    }
  }
  return [...found.values()];
}

import { createHash } from 'node:crypto';
import { PROGRAM } from '../text/program.ts';
import { decisionsOf, sentMailsOf } from './derive.ts';
import type { Campaign } from './open-campaign.ts';
import { readHqmsMapping } from './read-hqms-mapping.ts';

/**
 * Hash over everything that the deliverables depend on: program, campaign, forms, units, mails taken in, mails sent,
 * decisions. Never the clock. Known without reading a single mail again.
 */
export function fingerprintOf(campaign: Campaign): string {
  const events = campaign.ledger.events();
  const { mailbox: _, ...config } = campaign.config;
  const parts = [
    PROGRAM,
    campaign.facts,
    config,
    campaign.formTexts,
    campaign.units,
    readHqmsMapping(campaign).text,
    events.flatMap(({ event }) =>
      event.type === 'message-received' ? [[event.message, event.occurrence, event.receivedAt]] : [],
    ),
    sentMailsOf(events).map(({ messageId, unit }) => [messageId, unit]),
    decisionsOf(events),
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

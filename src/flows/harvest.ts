import { type NewReading, openReading } from './gather-readings.ts';
import { type HarvestResult, harvestFolder } from './harvest-folder.ts';
import type { Campaign } from './open-campaign.ts';
import type { Tools } from './tools.ts';

export interface HarvestReport extends HarvestResult {
  /** Files of the newly taken messages that could not be read, with what to ask the sender for. */
  readonly refused: readonly { readonly name: string; readonly text: string; readonly ask: string }[];
}

export interface HarvestOptions {
  readonly from?: string;
  readonly watch?: boolean;
  /** Called once something new is in the archive and threads have begun to read it: what can be prepared meanwhile. */
  readonly meanwhile?: () => void;
}

/** Takes in new mail from the mailbox, or files by hand, and reads what came in. */
export async function harvest(campaign: Campaign, options: HarvestOptions, tools: Tools): Promise<HarvestReport> {
  if (options.from === undefined) return harvestServer(campaign, options, tools);
  const reading = await openReading(campaign, tools);
  try {
    const result = harvestFolder(campaign, options.from, tools, reading);
    if (result.taken > 0) options.meanwhile?.();
    return { ...result, refused: refusedOf(await reading.finish()) };
  } finally {
    await reading.stop();
  }
}

/** Mail is read while more is coming. The packages of the mail server are loaded only when it is asked. */
async function harvestServer(campaign: Campaign, options: HarvestOptions, tools: Tools): Promise<HarvestReport> {
  const { harvestMail } = await import('./harvest-mail.ts');
  const reading = await openReading(campaign, tools);
  // The first harvest of a campaign hardly ever finds an empty mailbox; later ones often find nothing new.
  if (!campaign.ledger.events().some(({ event }) => event.type === 'message-received')) reading.expect();
  try {
    const result = await harvestMail(campaign, options.watch === true, tools, reading);
    if (result.taken > 0) options.meanwhile?.();
    return { ...result, refused: refusedOf(await reading.finish()) };
  } finally {
    await reading.stop();
  }
}

function refusedOf(readings: readonly NewReading[]): HarvestReport['refused'] {
  return readings.flatMap((reading) => {
    const label = reading.eml || reading.subject || reading.message.slice(0, 12);
    return reading.refusals
      .filter(({ refusal }) => refusal.code !== 'file/system-file')
      .map(({ path, refusal: { text, ask } }) => ({ name: path === '' ? label : `${label} 中的 ${path}`, text, ask }));
  });
}

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { findUnit } from '../registry/look-ups.ts';
import { writeCopy } from '../store/atomic-write.ts';
import { safeFileName } from '../text/safe-file-name.ts';
import { composePlanned } from './compose-planned.ts';
import type { Derived } from './derive.ts';
import type { Campaign } from './open-campaign.ts';
import { planSend, sendHistory } from './plan-send.ts';
import type { Tools } from './tools.ts';

/**
 * Lays every return that waits to be sent under output/退回/<单位>: the sender's own workbooks with the faults marked,
 * and the answer with them attached as 回信.eml, which any mail program opens. What was there before is replaced.
 */
export async function writeReturns(campaign: Campaign, derived: Derived, tools: Tools): Promise<void> {
  const folder = join(campaign.folder, 'output', '退回');
  rmSync(folder, { recursive: true, force: true });
  const now = tools.clock().toISOString();
  const { mails } = planSend(campaign, derived, { kinds: ['return'] }, sendHistory(campaign.ledger.events()), now);
  const units = new Set<string>();
  for (const mail of mails) {
    const unit = findUnit(campaign.units, mail.unit);
    if (!unit) continue;
    const own = join(folder, safeFileName(unit.short));
    const { raw, attachments } = await composePlanned(campaign, derived, mail, now);
    for (const { name, bytes } of attachments) writeCopy(join(own, name), bytes);
    writeCopy(join(own, `回信${units.has(mail.unit) ? `-${mail.answers.slice(0, 8)}` : ''}.eml`), raw);
    units.add(mail.unit);
  }
}

import { rmSync } from 'node:fs';
import { join } from 'node:path';
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
 * Returns the number of units.
 */
export async function writeReturns(campaign: Campaign, derived: Derived, tools: Tools): Promise<number> {
  const folder = join(campaign.folder, 'output', '退回');
  rmSync(folder, { recursive: true, force: true });
  const now = tools.clock().toISOString();
  const { mails } = planSend(campaign, derived, { kinds: ['return'] }, sendHistory(campaign.ledger.events()), now);
  const units = new Set<string>();
  if (mails.length === 0) return 0;
  const { drawReturnFiles } = await import('./draw-return-files.ts');
  for (const mail of mails) {
    const unit = campaign.units.find(({ code }) => code === mail.unit);
    if (!unit) continue;
    const own = join(folder, safeFileName(unit.short));
    for (const submission of derived.state.submissions) {
      if (!mail.about.includes(submission.id)) continue;
      for (const file of await drawReturnFiles(campaign, derived, submission))
        writeCopy(join(own, file.name), file.bytes);
    }
    const { raw } = await composePlanned(campaign, derived, mail, now);
    writeCopy(join(own, `回信${units.has(mail.unit) ? `-${mail.answers.slice(0, 8)}` : ''}.eml`), raw);
    units.add(mail.unit);
  }
  return units.size;
}

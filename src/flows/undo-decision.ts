import { UserError } from '../text/user-error.ts';
import type { Campaign } from './open-campaign.ts';
import type { Tools } from './tools.ts';

/**
 * Takes the newest decision about a subject back (id of a question or submission, code of a waiver, row and column of a
 * value): the one before it counts again, or none. Taken back already, as after an interruption, it stays so. Throws UserError
 * where nothing was decided.
 */
export function undoDecision(campaign: Campaign, subject: string, reason: string, who: string, tools: Tools): void {
  const events = campaign.ledger.events();
  const last = events.findLast(({ event }) => event.type === 'decision' && event.subject === subject);
  if (!last) throw new UserError(`没有关于 ${subject} 的决定`, '运行 mingce show events 查看作过的决定，编号要写全。');
  const decision = last.hash;
  if (events.some(({ event }) => event.type === 'decision-undone' && event.decision === decision)) return;
  campaign.ledger.append(tools.clock().toISOString(), [{ type: 'decision-undone', decision, subject, reason, who }]);
}

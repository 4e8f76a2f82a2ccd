import { createHash } from 'node:crypto';
import type { Campaign } from './open-campaign.ts';
import type { Tools } from './tools.ts';

/** One difference between what should be and what is. */
export interface Difference {
  readonly code: string;
  readonly text: string;
  readonly remedy: string;
}

export interface Verification {
  readonly events: number;
  readonly messages: number;
  readonly originals: number;
  readonly differences: readonly Difference[];
}

/** Proves that ledger and originals agree: the hash chain, every original's bytes, every event's original. */
export function verifyFolder(campaign: Campaign, tools: Tools): Verification {
  const differences: Difference[] = [];
  const broken = campaign.ledger.findBrokenLink();
  if (broken !== undefined) {
    differences.push({
      code: 'ledger/broken-chain',
      text: `台账第 ${broken} 条记录与前一条接不上，可能被改动过`,
      remedy: '请用备份恢复 ledger.db。',
    });
  }
  const recorded = new Map<string, number>();
  for (const { event } of campaign.ledger.events())
    if (event.type === 'message-received') recorded.set(event.message, event.size);
  const stored = campaign.originals.list();
  for (const [index, sha256] of stored.entries()) {
    if (index % 500 === 499) tools.progress(`已核对 ${index + 1}/${stored.length} 个原件`);
    const bytes = campaign.originals.get(sha256);
    if (bytes && createHash('sha256').update(bytes).digest('hex') !== sha256) {
      differences.push({
        code: 'original/changed',
        text: `原件 ${sha256.slice(0, 12)} 的内容与收取时不同`,
        remedy: '请用备份恢复 originals 中的这个文件。',
      });
    }
    if (!recorded.has(sha256)) {
      differences.push({
        code: 'original/unrecorded',
        text: `原件 ${sha256.slice(0, 12)} 没有台账记录（收取时被中断）`,
        remedy: '重新运行 mingce harvest，会再次收取并补上记录。',
      });
    }
  }
  const there = new Set(stored);
  for (const sha256 of recorded.keys()) {
    if (!there.has(sha256))
      differences.push({
        code: 'original/missing',
        text: `台账有记录，但原件 ${sha256.slice(0, 12)} 不见了`,
        remedy: '请用备份恢复 originals，或从邮箱重新收取。',
      });
  }
  return { events: campaign.ledger.head().count, messages: recorded.size, originals: stored.length, differences };
}

import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listQuestions, recordDecision, setAnswer } from '../../src/flows/decide.ts';
import { derive } from '../../src/flows/derive.ts';
import { harvest } from '../../src/flows/harvest.ts';
import { SAMPLES } from '../../src/flows/house-files.ts';
import type { Campaign } from '../../src/flows/open-campaign.ts';
import { valueEvidence } from '../../src/registry/decide-values.ts';
import { inCampaign } from '../support/campaign.ts';

const MAILBOX = join(SAMPLES, 'nasty', 'story-stranger-replaces-accepted-table', 'mailbox');

function decisions(campaign: Campaign): number {
  return campaign.ledger.events().filter(({ event }) => event.type === 'decision').length;
}

describe('a decision', () => {
  it('is recorded once, however often it is given again after an interruption', () =>
    inCampaign(async (campaign, tools) => {
      await harvest(campaign, { from: MAILBOX }, tools);
      const { questions } = await listQuestions(campaign, tools);
      const [id = '', answer = ''] = [questions[0]?.id, questions[0]?.sides[0]?.answer];

      await setAnswer(campaign, id, answer, '电话核实', '张三', tools);
      const again = await setAnswer(campaign, id, answer, '电话核实', '张三', tools);

      expect(again).toEqual({ made: 1, refused: [] });
      expect(decisions(campaign)).toBe(1);
    }));

  it('with another reason is a new one', () =>
    inCampaign(async (campaign, tools) => {
      const waiver = { kind: 'waiver', subject: 'email/shared', answer: '', who: '张三', until: '' } as const;
      await recordDecision(campaign, { ...waiver, reason: '同一科室' }, tools);
      await recordDecision(campaign, { ...waiver, reason: '同一科室' }, tools);
      await recordDecision(campaign, { ...waiver, reason: '已经电话核实' }, tools);
      expect(decisions(campaign)).toBe(2);
    }));

  it('about a value carries what it rests on', () =>
    inCampaign(async (campaign, tools) => {
      await harvest(campaign, { from: MAILBOX }, tools);
      const { state } = await derive(campaign, tools);
      const row = Object.values(state.registers).flat()[0];
      const [key = ''] = Object.keys(row?.fields ?? {});
      const subject = `${row?.id}#${key}`;

      await recordDecision(
        campaign,
        { kind: 'value', subject, answer: 'x', reason: '核实', who: '张三', until: '' },
        tools,
      );

      expect(campaign.ledger.events().at(-1)?.event).toMatchObject({
        type: 'decision',
        subject,
        fingerprint: valueEvidence(row?.id ?? '', key, row?.fields[key]?.raw ?? ''),
      });
    }));
});

import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listQuestions, recordDecision, setAnswer } from '../../src/flows/decide.ts';
import { derive } from '../../src/flows/derive.ts';
import { harvest } from '../../src/flows/harvest.ts';
import { SAMPLES } from '../../src/flows/house-files.ts';
import type { Campaign } from '../../src/flows/open-campaign.ts';
import { publish } from '../../src/flows/publish.ts';
import { rebuild } from '../../src/flows/rebuild.ts';
import type { Tools } from '../../src/flows/tools.ts';
import { undoDecision } from '../../src/flows/undo-decision.ts';
import { inCampaign } from '../support/campaign.ts';

const MAILBOX = join(SAMPLES, 'nasty', 'story-stranger-replaces-accepted-table', 'mailbox');
const BECAUSE = { reason: '电话核实', who: '张三', until: '' } as const;

/** Rows of all registers, with what they hold. */
async function rows(campaign: Campaign, tools: Tools): Promise<string[]> {
  const { state } = await derive(campaign, tools);
  return Object.values(state.registers)
    .flat()
    .map(
      (row) =>
        `${row.id} ${Object.values(row.fields)
          .map(({ value }) => value)
          .join('|')}`,
    );
}

function undo(campaign: Campaign, subject: string, tools: Tools): void {
  undoDecision(campaign, subject, '点错了', '李四', tools);
}

function withMail(use: (campaign: Campaign, tools: Tools) => Promise<void>): Promise<void> {
  return inCampaign(async (campaign, tools) => {
    await harvest(campaign, { from: MAILBOX }, tools);
    await use(campaign, tools);
  });
}

describe('a decision that is taken back', () => {
  it('about a submission: its rows are there again', () =>
    withMail(async (campaign, tools) => {
      const before = await rows(campaign, tools);
      const [{ id: subject } = { id: '' }] = (await derive(campaign, tools)).state.submissions;
      await recordDecision(campaign, { kind: 'revert', subject, answer: '', ...BECAUSE }, tools);
      expect(await rows(campaign, tools)).not.toEqual(before);

      undo(campaign, subject, tools);

      expect(await rows(campaign, tools)).toEqual(before);
    }));

  it('about a question: it is open again', () =>
    withMail(async (campaign, tools) => {
      const { questions } = await listQuestions(campaign, tools);
      const [id = '', answer = ''] = [questions[0]?.id, questions[0]?.sides[0]?.answer];
      await setAnswer(campaign, id, answer, '电话核实', '张三', tools);
      expect((await listQuestions(campaign, tools)).questions.map((question) => question.id)).not.toContain(id);

      undo(campaign, id, tools);

      expect((await listQuestions(campaign, tools)).questions).toEqual(questions);
    }));

  it('about a value: the decision before it counts again', () =>
    withMail(async (campaign, tools) => {
      const { state } = await derive(campaign, tools);
      const row = Object.values(state.registers).flat()[0];
      const key = Object.keys(row?.fields ?? {}).at(-1) ?? '';
      const subject = `${row?.id}#${key}`;
      const value = async (): Promise<string | undefined> =>
        Object.values((await derive(campaign, tools)).state.registers)
          .flat()
          .find(({ id }) => id === row?.id)?.fields[key]?.value;
      await recordDecision(campaign, { kind: 'value', subject, answer: 'a@example.com', ...BECAUSE }, tools);
      await recordDecision(campaign, { kind: 'value', subject, answer: 'b@example.com', ...BECAUSE }, tools);
      expect(await value()).toBe('b@example.com');

      undo(campaign, subject, tools);
      expect(await value()).toBe('a@example.com');
      // Asked for once more, as after an interruption, it goes back no further.
      undo(campaign, subject, tools);
      expect(await value()).toBe('a@example.com');

      await recordDecision(campaign, { kind: 'value', subject, answer: 'b@example.com', ...BECAUSE }, tools);
      expect(await value()).toBe('b@example.com');
    }));

  it('stays in the ledger, with who took it back and why', () =>
    withMail(async (campaign, tools) => {
      await recordDecision(campaign, { kind: 'waiver', subject: 'email/shared', answer: '', ...BECAUSE }, tools);
      undo(campaign, 'email/shared', tools);
      const [made, undone] = campaign.ledger.events().slice(-2);

      expect(made?.event).toMatchObject({ type: 'decision', subject: 'email/shared' });
      expect(undone?.event).toEqual({
        type: 'decision-undone',
        decision: made?.hash,
        subject: 'email/shared',
        reason: '点错了',
        who: '李四',
      });
      expect((await derive(campaign, tools)).decisions).toEqual([]);
    }));

  it('is published as a new version, which is rebuilt to the same bytes', () =>
    withMail(async (campaign, tools) => {
      const [{ id: subject } = { id: '' }] = (await derive(campaign, tools)).state.submissions;
      expect((await publish(campaign, tools)).version).toBe(1);
      await recordDecision(campaign, { kind: 'revert', subject, answer: '', ...BECAUSE }, tools);
      expect((await publish(campaign, tools)).version).toBe(2);
      undo(campaign, subject, tools);
      expect((await publish(campaign, tools)).version).toBe(3);

      expect(await rebuild(campaign, tools)).toMatchObject({ version: 3, different: [], changed: false });
    }));

  it('must have been made', () =>
    withMail(async (campaign, tools) => {
      expect(() => undo(campaign, 'nothing', tools)).toThrow('没有关于 nothing 的决定');
      expect(campaign.ledger.events().filter(({ event }) => event.type === 'decision-undone')).toEqual([]);
    }));
});

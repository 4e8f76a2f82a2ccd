import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Campaign } from '../../src/flows/open-campaign.ts';
import { publish } from '../../src/flows/publish.ts';
import { publishWithPassword } from '../../src/flows/publish-with-password.ts';
import { opensTo } from '../../src/sheet/formats/encrypt-book.ts';
import { inCampaign, makeTools } from '../support/campaign.ts';

const PASSWORD = 'Mima-2025 口令';
const BOOK = 'output/全省医院信息汇总表.xlsx';

/** Every file under a folder with its bytes, by path. */
function filesUnder(top: string): Map<string, string> {
  const files = new Map<string, string>();
  for (const entry of readdirSync(top, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) files.set(relative(top, path), readFileSync(path, 'latin1'));
  }
  return files;
}

/** Something new, so that the next version differs. */
function decideSomething(campaign: Campaign): void {
  campaign.ledger.append('2025-03-02T00:00:00.000Z', [
    {
      type: 'decision',
      kind: 'waiver',
      subject: 'uscc/check-digit',
      answer: '',
      reason: '证书如此',
      who: '王五',
      fingerprint: '',
      until: '',
    },
  ]);
}

function withUnits(campaign: Campaign, count: number, rename: (short: string) => string = (short) => short): Campaign {
  return { ...campaign, units: campaign.units.slice(0, count).map((unit) => ({ ...unit, short: rename(unit.short) })) };
}

describe('a published version', () => {
  it('is never written again, whatever is published later or done to the latest copies', () =>
    inCampaign(async (campaign, tools, folder) => {
      const small = withUnits(campaign, 2);
      expect((await publish(small, tools)).version).toBe(1);
      const first = filesUnder(join(folder, 'output', '版本', '1'));
      expect(first.size).toBe(10 + 2);

      writeFileSync(join(folder, BOOK), 'spoilt');
      rmSync(join(folder, 'output', 'report'), { recursive: true });
      expect(await publish(small, tools)).toMatchObject({ version: 1, fresh: true });
      expect([...filesUnder(join(folder, 'output'))].filter(([path]) => !path.startsWith('版本'))).toEqual([...first]);

      decideSomething(small);
      expect((await publish(small, tools)).version).toBe(2);
      expect(filesUnder(join(folder, 'output', '版本', '1'))).toEqual(first);

      writeFileSync(join(folder, 'output', '版本', '2', 'register.jsonl'), 'spoilt');
      writeFileSync(join(folder, 'output', 'register.jsonl'), 'spoilt');
      expect((await publish(small, tools)).version).toBe(3);
      expect(readFileSync(join(folder, 'output', '版本', '2', 'register.jsonl'), 'utf8')).toBe('spoilt');
      expect(filesUnder(join(folder, 'output', '版本', '2')).size).toBe(first.size);
    }));

  it('leaves no workbook of a unit that bears another name now, unless somebody wrote into it', () =>
    inCampaign(async (campaign, tools, folder) => {
      await publish(withUnits(campaign, 3), tools);
      const [kept = '', gone = ''] = withUnits(campaign, 3).units.map(({ short }) =>
        join(folder, 'output', '分市核对', `${short}.xlsx`),
      );
      writeFileSync(kept, 'with answers');

      await publish(
        withUnits(campaign, 3, (short) => `新${short}`),
        tools,
      );

      expect([existsSync(kept), existsSync(gone)]).toEqual([true, false]);
      expect(readdirSync(join(folder, 'output', '分市核对'))).toHaveLength(4);
      expect(readdirSync(join(folder, 'output', '版本', '1', '分市核对'))).toHaveLength(3);
    }));
});

describe('publish --password', () => {
  const tools = makeTools({ environment: { MINGCE_BOOK_PASSWORD: PASSWORD } });
  /** Few workbooks, since making a key takes its time: 附件3, a unit's own, and no list for HQMS. */
  const small = (campaign: Campaign, units: number): Campaign => {
    const mapping = readFileSync('templates/hqms.yaml', 'utf8').replace('form: liaison-list', 'form: not-collected');
    writeFileSync(join(campaign.folder, 'hqms.yaml'), mapping);
    return { ...withUnits(campaign, units), forms: campaign.forms.slice(1) };
  };

  it('keeps a copy of every workbook that opens with the password, to the same bytes, for the owner alone', () =>
    inCampaign(async (campaign, _, folder) => {
      const { encrypted, files } = await publishWithPassword(small(campaign, 1), true, tools);

      const books = files.filter((path) => path.endsWith('.xlsx'));
      expect(books).toHaveLength(2);
      expect(encrypted).toEqual(books.map((path) => path.replace('output/', 'output/加密/')));
      for (const [index, path] of encrypted.entries()) {
        const [copy, plain] = [readFileSync(join(folder, path)), readFileSync(join(folder, books[index] ?? ''))];
        expect(copy.includes('PK\u0003\u0004')).toBe(false);
        expect([path, await opensTo(copy, PASSWORD, plain)]).toEqual([path, true]);
        expect(statSync(join(folder, path)).mode & 0o777).toBe(0o600);
        expect(readFileSync(join(folder, path.replace('output/', 'output/版本/1/')))).toEqual(copy);
      }
      expect(await opensTo(readFileSync(join(folder, encrypted[0] ?? '')), 'another one', new Uint8Array())).toBe(
        false,
      );

      const next = small(campaign, 1);
      decideSomething(next);
      await publish(next, tools);
      expect(existsSync(join(folder, 'output', '加密'))).toBe(false);
      expect(filesUnder(join(folder, 'output', '版本', '1', '加密')).size).toBe(2);
    }));

  it('writes no copy again that opens already, and another one for another password', () =>
    inCampaign(async (campaign, _, folder) => {
      const one = small(campaign, 0);
      const copies = (): Map<string, string> => filesUnder(join(folder, 'output', '版本', '1', '加密'));
      await publishWithPassword(one, true, tools);
      const first = copies();
      await publishWithPassword(one, true, tools);
      expect(copies()).toEqual(first);

      const other = makeTools({ environment: { MINGCE_BOOK_PASSWORD: 'other-password' } });
      const { encrypted } = await publishWithPassword(one, true, other);
      const copy = readFileSync(join(folder, encrypted[0] ?? ''));
      expect(
        await opensTo(copy, 'other-password', readFileSync(join(folder, 'output', '全省市级联络员名单.xlsx'))),
      ).toBe(true);
    }));

  it.each<[string, (string | undefined)[], string]>([
    ['nobody is there to give one', [undefined], '没有给出打开密码'],
    ['it is too short', ['1234567'], '不足 8 位'],
    ['it was mistyped', ['12345678', '12345679'], '两次输入的密码不一致'],
  ])('is refused before anything is written when %s', (_what, answers, message) =>
    inCampaign(async (campaign, _, folder) => {
      const left = [...answers];
      const asking = makeTools({ askSecret: () => Promise.resolve(left.shift()) });
      await expect(publishWithPassword(small(campaign, 0), true, asking)).rejects.toThrow(message);
      expect(existsSync(join(folder, BOOK))).toBe(false);
    }),
  );
});

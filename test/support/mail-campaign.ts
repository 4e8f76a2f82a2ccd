import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Derived, sentMailsOf } from '../../src/flows/derive.ts';
import type { Campaign } from '../../src/flows/open-campaign.ts';
import type { Tools } from '../../src/flows/tools.ts';
import { vocabularyFinder } from '../../src/flows/vocabulary-finder.ts';
import { loadForm } from '../../src/forms/load-form.ts';
import type { ReportingUnit } from '../../src/registry/unit.ts';
import { CampaignConfig } from '../../src/store/campaign-config.ts';
import { openLedger } from '../../src/store/ledger.ts';
import { lockCampaign } from '../../src/store/lock.ts';
import { openOriginals } from '../../src/store/originals.ts';

/** Servers and secret of a test. */
export interface TestServers {
  readonly address: string;
  readonly secret: string;
  readonly imap: { readonly port: number; readonly secure: boolean; readonly host?: string };
  readonly smtp?: { readonly port: number; readonly secure: boolean };
  readonly authorityFile?: string;
  readonly provider?: string;
}

/** A campaign folder with mailbox settings, opened without going through the address book file. */
export function openTestCampaign(
  servers: TestServers,
  units: readonly ReportingUnit[] = [],
  folder = makeFolder(),
): Campaign {
  const formTexts = ['hospital-roster', 'liaison-list'].map((id) =>
    readFileSync(new URL(`../../templates/forms/${id}.yaml`, import.meta.url), 'utf8'),
  );
  const forms = formTexts.map((text) => loadForm(text, 'form.yaml'));
  const config = CampaignConfig.parse({
    campaign: 'test-2025',
    notice: {
      title: '关于报送医院信息的通知',
      documentNumber: '测〔2025〕1号',
      issuer: '测试办公室',
      contact: '028-00000000',
    },
    forms: forms.map((form) => form.form),
    mailbox: {
      address: servers.address,
      name: '医政处',
      provider: servers.provider ?? 'generic',
      imap: { host: 'localhost', ...servers.imap },
      smtp: { host: 'localhost', ...(servers.smtp ?? { port: 1, secure: true }) },
      ...(servers.authorityFile === undefined ? {} : { authority: servers.authorityFile }),
    },
  });
  mkdirSync(join(folder, 'outbox'), { recursive: true });
  const unlock = lockCampaign(folder);
  const ledger = openLedger(join(folder, 'ledger.db'));
  return {
    folder,
    config,
    facts: {
      id: config.campaign,
      title: config.notice.title,
      documentNumber: config.notice.documentNumber,
      timeZone: config.timeZone,
      due: Object.fromEntries(forms.map((form) => [form.form, form.due])),
      severities: {},
      mailbox: servers.address,
    },
    forms,
    formTexts,
    units,
    vocabulary: vocabularyFinder(units),
    ledger,
    originals: openOriginals(join(folder, 'originals')),
    key: '00'.repeat(32),
    close() {
      ledger.close();
      unlock();
    },
  };
}

export function makeFolder(): string {
  return mkdtempSync(join(tmpdir(), 'mingce-mail-'));
}

export function dropCampaign(campaign: Campaign): void {
  campaign.close();
  rmSync(campaign.folder, { recursive: true, force: true });
}

/** Tools with the real clock, a secret from the environment, and no waiting longer than a moment. */
export function testTools(
  secret: string,
  more: Partial<Tools> = {},
): Tools & { readonly said: string[]; readonly slept: number[] } {
  const said: string[] = [];
  const slept: number[] = [];
  return {
    clock: () => new Date(),
    randomBytes: (count) => new Uint8Array(count),
    environment: { MINGCE_MAIL_SECRET: secret },
    progress: (text) => void said.push(text),
    askSecret: async () => undefined,
    sleep: async (milliseconds) => {
      slept.push(milliseconds);
    },
    ...more,
    said,
    slept,
  };
}

/** A reporting unit for tests. */
export function testUnit(code: string, short: string, emails: readonly string[]): ReportingUnit {
  return {
    order: 1,
    kind: 'area',
    code,
    name: `${short}卫生健康委员会`,
    short,
    aliases: [],
    divisions: [code],
    emails,
    cc: [],
    contact: '',
    phone: '',
  };
}

/** A campaign in which nothing has come in yet. */
export function emptyState(campaign: Campaign): Derived {
  return {
    readings: [],
    state: {
      messages: [],
      submissions: [],
      registers: {},
      answers: {},
      findings: [],
      coverage: [],
      questions: [],
      unreachable: [],
      asked: [],
    },
    decisions: [],
    sent: sentMailsOf(campaign.ledger.events()),
    asOf: '2025-01-01T00:00:00.000Z',
  };
}

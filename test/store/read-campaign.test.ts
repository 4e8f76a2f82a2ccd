import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEMPLATES } from '../../src/flows/house-files.ts';
import { readCampaign } from '../../src/store/read-campaign.ts';
import { readPreset } from '../../src/store/read-preset.ts';

const PRESET = readFileSync(join(TEMPLATES, 'presets', 'sichuan-outpatient-2025.yaml'), 'utf8');
const CAMPAIGN = PRESET.replace(/^units: .*$/m, '');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingce-config-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Message and next step for a campaign.yaml, or '' when it is right. */
function complaint(text: string, read: (path: string) => unknown): string {
  const path = join(folder, 'campaign.yaml');
  writeFileSync(path, text);
  try {
    read(path);
    return '';
  } catch (error) {
    return `${String(error)} ${String(Reflect.get(Object(error), 'nextStep'))}`;
  }
}

const MISTAKES = [
  ['a key that is not known', ['  address:', '  adress:'], 'mailbox.adress：不认识 adress'],
  ['no address at all', ["  address: ''", '  address: [1]'], 'mailbox.address：缺少内容或类型不对，应为文字'],
  ['a date that is none', ["'2025-03-01'", "'2025-3-1'"], 'due.hospital-roster：应为 2025-03-01 这样的日期'],
  ['a severity that is none', ['severities: {}', 'severities: { a: bad }'], 'severities.a：只能取 block、error'],
  ['forms left out', ['forms: [hospital-roster, liaison-list]', 'forms: []'], 'forms：至少要有一项'],
  ['a number in words', ['daysBefore: 7', 'daysBefore: 七'], 'reminders.daysBefore：缺少内容或类型不对，应为数字'],
  ['an open bracket', ['severities: {}', 'severities: {'], '行不是正确的 YAML'],
  ['references that multiply', ['severities: {}', 'severities: *x'], '引用（& 和 *）展开不了'],
] as const;

describe('a mistake in campaign.yaml is told in Chinese', () => {
  it('and there is none in the one that init writes', () => {
    expect(complaint(CAMPAIGN, () => readCampaign(folder))).toBe('');
    expect(complaint(PRESET, readPreset)).toBe('');
  });

  it.each(MISTAKES)('%s', (_, [from, to], says) => {
    for (const [text, read] of [
      [CAMPAIGN, () => readCampaign(folder)],
      [PRESET, readPreset],
    ] as const) {
      expect(text).toContain(from);
      const told = complaint(text.replace(from, to), read);
      expect(told).toContain(says);
      expect(told).not.toMatch(/expected|Invalid|Unrecognized|must be|\bat line\b/i);
    }
  });
});

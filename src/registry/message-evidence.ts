import type { CampaignFacts } from './campaign.ts';
import type { MessageReading } from './reading.ts';
import type { Evidence } from './submission.ts';
import { readTag } from './tag.ts';
import type { UnitIndex } from './unit-index.ts';

/** Evidence with its weight: a note is shown to the clerk but supports nobody and contradicts nobody. */
export interface WeighedEvidence extends Evidence {
  readonly weight: 'support' | 'note' | 'hint';
}

/**
 * Evidence that the mail as a whole gives: thread, tag, sender, authentication, display name, subject, own text.
 * `self` is the name of a hospital that writes for itself.
 */
export function messageEvidence(
  reading: MessageReading,
  index: UnitIndex,
  campaign: CampaignFacts,
  self = '',
): WeighedEvidence[] {
  const named = nameEvidence(reading, index, self);
  if (reading.source === 'file') return named.filter((one) => one.weight === 'support');
  return [
    ...threadEvidence(reading, index),
    ...tagEvidence(reading, index, campaign),
    ...senderEvidence(reading, index),
    ...named,
  ];
}

function threadEvidence(reading: MessageReading, index: UnitIndex): WeighedEvidence[] {
  const units = new Set(reading.references.flatMap((id) => index.ofMessageId(id) ?? []));
  const weight = units.size === 1 ? 'support' : 'note';
  return [...units].map((unit) => ({ kind: 'thread', unit, seen: `回复了发给${nameOf(index, unit)}的邮件`, weight }));
}

function tagEvidence(reading: MessageReading, index: UnitIndex, campaign: CampaignFacts): WeighedEvidence[] {
  const unit = readTag(reading.subject, campaign.id);
  if (unit === undefined || !index.unit(unit)) return [];
  return [{ kind: 'tag', unit, seen: `主题带有${nameOf(index, unit)}的编号`, weight: 'support' }];
}

function senderEvidence(reading: MessageReading, index: UnitIndex): WeighedEvidence[] {
  const { address } = reading.from;
  const units = index.ofAddress(address);
  const forged = failsAuthentication(reading);
  const weight = units.length === 1 && !forged ? 'support' : 'note';
  const evidence: WeighedEvidence[] = units.map((unit) => ({
    kind: 'sender',
    unit,
    seen: `发件人 ${address} 是通讯录中${nameOf(index, unit)}的邮箱`,
    weight,
  }));
  if (forged && address !== '')
    evidence.push({
      kind: 'authentication',
      unit: '',
      seen: `发件人 ${address} 未通过邮件服务器的真实性验证`,
      weight: 'note',
    });
  return evidence;
}

/** A server that says "fail" says that the sender's address may be somebody else's. */
export function failsAuthentication({ authentication }: MessageReading): boolean {
  const { spf, dkim, dmarc } = authentication;
  if (dmarc !== '') return dmarc === 'fail';
  return spf === 'fail' && dkim !== 'pass';
}

function nameEvidence(reading: MessageReading, index: UnitIndex, self: string): WeighedEvidence[] {
  const told = [
    ['发件人名称', reading.from.name, 'support'],
    ['邮件主题', reading.source === 'file' ? '' : reading.subject, 'support'],
    ['邮件正文', reading.text, 'hint'],
  ] as const;
  return told.flatMap(([where, text, given]) => {
    const units = index.namedIn(text);
    const [unit] = units;
    if (unit === undefined || units.length > 1) return [];
    const weight = isOwnName(text, self, unit, index) ? 'hint' : given;
    return [{ kind: 'name', unit, seen: `${where}写有${nameOf(index, unit)}`, weight } satisfies WeighedEvidence];
  });
}

/** True when a unit is named only inside the hospital's own name: 成都市某某医院 need not be 成都市's. */
export function isOwnName(text: string, self: string, unit: string, index: UnitIndex): boolean {
  return self !== '' && text.includes(self) && !index.namedIn(text.replaceAll(self, ' ')).includes(unit);
}

/** Short name of a unit for texts. */
export function nameOf(index: UnitIndex, unit: string): string {
  return `“${index.unit(unit)?.short ?? unit}”`;
}

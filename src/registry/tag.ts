import { fingerprint } from './fingerprint.ts';

const TAG = /\[\s*MC\s*-\s*([0-9A-Z]{2,12})\s*-\s*([0-9A-F]{4})\s*\]/i;

/** Subject tag of a mail to a unit: `[MC-510100-3F2A]`; the last part keeps typing slips from naming another unit. */
export function makeTag(unit: string, campaign: string): string {
  return `[MC-${unit}-${checksum(unit, campaign)}]`;
}

/** Unit code of the tag in a subject; undefined without a tag or with one of another campaign. */
export function readTag(subject: string, campaign: string): string | undefined {
  const [, unit = '', given = ''] = TAG.exec(subject.normalize('NFKC')) ?? [];
  const code = unit.toUpperCase();
  return code !== '' && given.toUpperCase() === checksum(code, campaign) ? code : undefined;
}

function checksum(unit: string, campaign: string): string {
  return fingerprint(campaign, unit.toUpperCase()).slice(0, 4).toUpperCase();
}

import { createHash } from 'node:crypto';
import { writeRegister } from '../registry/publish/register-lines.ts';
import { wholeBytes } from '../sheet/whole-bytes.ts';
import { CHECKED_WHEN_ASKED, type CheckedFiles } from './checked-files.ts';
import { derive } from './derive.ts';
import { editionOf } from './edition-of.ts';
import { pathInVersion } from './kept-files.ts';
import type { Campaign } from './open-campaign.ts';
import type { Tools } from './tools.ts';

/**
 * The register as JSON lines of an earlier version, for the change log. Where the file is gone or was touched, it is
 * derived again from what was known then; undefined when forms or units have changed since, so that this is not the same.
 */
export async function previousRegister(
  campaign: Campaign,
  version: number,
  tools: Tools,
  checked: CheckedFiles = CHECKED_WHEN_ASKED,
): Promise<Uint8Array | undefined> {
  const path = pathInVersion(campaign, version, 'register.jsonl');
  const published = campaign.ledger
    .events()
    .find(({ event }) => event.type === 'published' && event.version === version);
  if (published?.event.type !== 'published') return undefined;
  const wanted = published.event.files.find((file) => file.path === 'output/register.jsonl')?.sha256;
  const kept = wanted === undefined ? undefined : checked.read(path, wanted);
  if (kept !== undefined) return kept;
  const then = await derive(campaign, tools, published.sequence);
  const derived = wholeBytes(writeRegister(editionOf(campaign, then, version), () => undefined));
  return sha256(derived) === wanted ? derived : undefined;
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

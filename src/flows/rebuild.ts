import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { wholeBytes } from '../sheet/whole-bytes.ts';
import { writeAtomically } from '../store/atomic-write.ts';
import { derive } from './derive.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { Campaign } from './open-campaign.ts';
import { planDeliverables } from './plan-deliverables.ts';
import { previousRegister } from './previous-register.ts';
import { lastPublished, publish } from './publish.ts';
import type { Tools } from './tools.ts';

export interface RebuildReport {
  readonly messages: number;
  readonly version: number;
  readonly files: number;
  /** Deliverables that came out differently from what was published, although nothing they rest on has changed. */
  readonly different: readonly string[];
  /** True when something they rest on (program, forms, units, mail, decisions) has changed since. */
  readonly changed: boolean;
}

/** Throws away every derived table and derives all deliverables again from originals, events and forms. */
export async function rebuild(campaign: Campaign, tools: Tools): Promise<RebuildReport> {
  campaign.ledger.forgetDerived();
  const derived = await derive(campaign, tools);
  const last = lastPublished(campaign);
  if (!last || last.fingerprint !== fingerprintOf(campaign)) {
    const publication = await publish(campaign, tools, derived);
    return {
      messages: derived.readings.length,
      version: publication.version,
      files: publication.files.length,
      different: [],
      changed: true,
    };
  }
  const previous = last.version > 1 ? await previousRegister(campaign, last.version - 1, tools) : undefined;
  const published = new Map(last.files.map((file) => [file.path, file.sha256]));
  const different: string[] = [];
  const drawn = new Set<string>();
  for (const { path, draw } of planDeliverables(campaign, derived, last.version, previous)) {
    const bytes = wholeBytes(await draw());
    const target = join('output', path).replaceAll('\\', '/');
    if (published.get(target) !== createHash('sha256').update(bytes).digest('hex')) different.push(target);
    writeAtomically(join(campaign.folder, target), bytes);
    drawn.add(target);
  }
  different.push(...[...published.keys()].filter((path) => !drawn.has(path)));
  return {
    messages: derived.readings.length,
    version: last.version,
    files: drawn.size,
    different,
    changed: false,
  };
}

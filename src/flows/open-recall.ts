import { digest } from '../registry/digest.ts';
import type { Recall } from '../registry/recall.ts';
import type { KeptResult } from '../store/ledger.ts';
import { readerVersion } from './gather-readings.ts';
import type { Campaign } from './open-campaign.ts';

/** What earlier derivations kept in the ledger, and what this one adds. */
export interface OpenRecall {
  readonly recall: Recall;
  /** Keeps what was made anew and lets go what nobody asked for. */
  readonly save: () => void;
}

/**
 * What is kept of the state of the register, or of the versions published from it. Results rest on the readings too: other
 * forms, units, passwords or another program make them anew.
 */
export function openRecall(campaign: Campaign, scope: 'state' | 'edition'): OpenRecall {
  const basis = readerVersion(campaign);
  const kept = new Map<string, { readonly input: string; readonly value: unknown }>();
  // Each text is let go as soon as it is parsed: all of them together are large.
  for (const [name, { input, result }] of campaign.ledger.keptResults(scope))
    kept.set(name, { input, value: JSON.parse(result) });
  const names = [...kept.keys()];
  const asked = new Set<string>();
  const fresh = new Map<string, KeptResult>();
  return {
    recall: <T>(name: string, input: unknown, make: () => T): T => {
      const key = digest(basis, input);
      const known = kept.get(name);
      asked.add(name);
      if (known?.input === key) {
        // Each is asked for once, and then belongs to whoever did.
        kept.delete(name);
        return known.value as T;
      }
      const made = make();
      fresh.set(name, { input: key, result: narrowJson(made) });
      return made;
    },
    save: () => {
      const gone = names.filter((name) => !asked.has(name));
      if (fresh.size > 0 || gone.length > 0) campaign.ledger.saveResults(scope, fresh, gone);
    },
  };
}

/**
 * JSON in which the few Chinese characters of a long text are written as escapes (RFC 8259, section 7): a single one would make
 * it take twice the memory, and longer to be read. Where there are many, escapes would.
 */
function narrowJson(value: unknown): string {
  const json = JSON.stringify(value);
  const wide = json.match(WIDE)?.length ?? 0;
  if (wide * FEW > json.length) return json;
  return json.replace(WIDE, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

const WIDE = /[\u0080-\uffff]/g;
const FEW = 16;

import type { WeighedEvidence } from './message-evidence.ts';
import { nameOf } from './message-evidence.ts';
import type { Attribution, Evidence } from './submission.ts';
import type { ReportingUnit } from './unit.ts';
import type { UnitIndex } from './unit-index.ts';

/** Attribution with what a held message is filed under. */
export interface WeighedAttribution extends Attribution {
  /** `accepted`, or why it is held: unknown-sender · one-kind · contradiction · no-evidence. */
  readonly verdict: 'accepted' | 'unknown-sender' | 'one-kind' | 'contradiction' | 'no-evidence';
  /** Units that any evidence names, best first. */
  readonly candidates: readonly string[];
}

/** Two independent kinds of evidence that agree and none that contradicts; anything else is held with its reasons. */
export function attributeTable(weighed: readonly WeighedEvidence[], index: UnitIndex): WeighedAttribution {
  const support = kindsByUnit(weighed, index);
  const ranked = [...support].sort(
    ([a, one], [b, other]) => other.sure.size - one.sure.size || other.all.size - one.all.size || order(a) - order(b),
  );
  const hinted = weighed.flatMap((one) => (one.unit === '' ? [] : [one.unit]));
  const candidates = [...new Set([...ranked.map(([{ code }]) => code), ...hinted])];
  const evidence = weighed.map(({ kind, unit, seen }): Evidence => ({ kind, unit, seen }));
  const [best] = ranked;
  if (!best) {
    return {
      unit: '',
      accepted: false,
      evidence,
      reason: '没有任何线索说明是哪个单位报送的',
      verdict: 'no-evidence',
      candidates,
    };
  }
  const [reporter, kinds] = best;
  const unit = reporter.code;
  const against = weighed.filter((one) => contradicts(one, reporter));
  if (against.length > 0) {
    const reason = `线索不一致：${[...texts(weighed, unit), ...against.map((one) => one.seen)].join('；')}`;
    return { unit, accepted: false, evidence, reason, verdict: 'contradiction', candidates };
  }
  if (kinds.all.size < 2 || kinds.sure.size === 0) {
    const verdict = weighed.some((one) => one.kind === 'sender') ? 'one-kind' : 'unknown-sender';
    const lack = verdict === 'unknown-sender' ? '发件人不在通讯录中，' : '';
    const reason = `${lack}只有一类线索指向${nameOf(index, unit)}：${texts(weighed, unit).join('；')}`;
    return { unit, accepted: false, evidence, reason, verdict, candidates };
  }
  const reason = `${texts(weighed, unit).join('；')}，互相一致`;
  return { unit, accepted: true, evidence, reason, verdict: 'accepted', candidates };
}

/** Independent kinds of evidence for one unit; those that are more than a hint are sure. */
interface Kinds {
  readonly sure: Set<Evidence['kind']>;
  readonly all: Set<Evidence['kind']>;
}

/** Independent kinds by the unit they speak for. A hint supports, yet neither alone nor against anything sure. */
function kindsByUnit(weighed: readonly WeighedEvidence[], index: UnitIndex): Map<ReportingUnit, Kinds> {
  const kinds = new Map<ReportingUnit, Kinds>();
  for (const { unit: code, kind, weight } of weighed) {
    const unit = index.unit(code);
    if (weight === 'note' || !unit || (weight === 'hint' && kind === 'token')) continue;
    const known = kinds.get(unit) ?? { sure: new Set(), all: new Set() };
    known.all.add(kind);
    if (weight === 'support') known.sure.add(kind);
    kinds.set(unit, known);
  }
  return kinds;
}

function contradicts(one: WeighedEvidence, unit: ReportingUnit): boolean {
  if (one.unit === unit.code || one.weight === 'note') return false;
  if (one.weight === 'hint') return one.kind === 'token';
  // Hospitals of a unit without divisions lie in other units' cities, and carry their names: neither says anything against it.
  return !((one.kind === 'city' || one.kind === 'name') && unit.divisions.length === 0);
}

function order({ divisions, order: place }: ReportingUnit): number {
  // A unit without divisions is named by fewer kinds: when kinds tie, being named at all counts for it.
  return divisions.length === 0 ? place - 1e6 : place;
}

function texts(weighed: readonly WeighedEvidence[], unit: string): string[] {
  return [...new Set(weighed.filter((one) => one.unit === unit && one.weight !== 'note').map((one) => one.seen))];
}

import type { Finding } from '../rules/finding.ts';
import type { Severity } from '../rules/rule.ts';
import { derive } from './derive.ts';
import type { Campaign } from './open-campaign.ts';
import type { Tools } from './tools.ts';
import { unitNamer } from './unit-name.ts';

const ORDER: readonly Severity[] = ['block', 'error', 'warning', 'notice'];

/** The same fault of one unit with all its cells. */
export interface FaultGroup {
  readonly code: string;
  readonly severity: Severity;
  readonly remedy: string;
  readonly findings: readonly Finding[];
}

export interface UnitCheck {
  readonly unit: string;
  readonly unitName: string;
  readonly counts: Readonly<Record<Severity, number>>;
  readonly groups: readonly FaultGroup[];
}

/** Findings per unit, worst first; waived ones are left out of the counts. */
export async function check(campaign: Campaign, tools: Tools): Promise<UnitCheck[]> {
  const { state } = await derive(campaign, tools);
  const nameOf = unitNamer(campaign.units);
  const byUnit = new Map<string, Finding[]>();
  for (const finding of state.findings) {
    const unit = finding.unit ?? '';
    const list = byUnit.get(unit) ?? [];
    list.push(finding);
    byUnit.set(unit, list);
  }
  const order = new Map(campaign.units.map((unit) => [unit.code, unit.order]));
  return [...byUnit]
    .map(([unit, findings]) => ({ unit, unitName: nameOf(unit), counts: count(findings), groups: group(findings) }))
    .sort((a, b) => (order.get(a.unit) ?? 1e9) - (order.get(b.unit) ?? 1e9));
}

function count(findings: readonly Finding[]): Record<Severity, number> {
  const counts = { block: 0, error: 0, warning: 0, notice: 0 };
  for (const finding of findings) if (!finding.waived) counts[finding.severity] += 1;
  return counts;
}

function group(findings: readonly Finding[]): FaultGroup[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.waived) continue;
    const key = `${ORDER.indexOf(finding.severity)} ${finding.code}`;
    const list = groups.get(key) ?? [];
    list.push(finding);
    groups.set(key, list);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, list]) => {
      const [first] = list;
      return first ? [{ code: first.code, severity: first.severity, remedy: first.remedy, findings: list }] : [];
    });
}

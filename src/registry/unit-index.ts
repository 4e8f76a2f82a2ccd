import { fold } from '../text/fold.ts';
import { currentDivision, divisionsUnder } from '../vocabularies/divisions.ts';
import type { SentMail } from './sent.ts';
import type { ReportingUnit } from './unit.ts';

/** Everything by which a unit can be recognised, prepared once. */
export interface UnitIndex {
  unit(code: string): ReportingUnit | undefined;
  /** Units that have the address in the address book. */
  ofAddress(address: string): readonly string[];
  /** Units to which a mail with this Message-ID was sent. */
  ofMessageId(id: string): string | undefined;
  /** Unit to which a six-digit division belongs; undefined when none or when it is no area's. */
  ofDivision(code: string): string | undefined;
  /** Units named in a text, longest names first taken: 绵阳科学城 is 科学城, not 绵阳. */
  namedIn(text: string): readonly string[];
}

const SHORTEST = 2;
const LONGEST_TEXT = 2000;

/** Prepares the units, their addresses, names and divisions, and the mails sent to them. */
export function indexUnits(units: readonly ReportingUnit[], sent: readonly SentMail[]): UnitIndex {
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  const addresses = new Map<string, string[]>();
  for (const unit of units)
    for (const address of new Set([...unit.emails, ...unit.cc])) push(addresses, address.toLowerCase(), unit.code);
  const divisions = new Map(units.flatMap((unit) => unit.divisions.map((prefix) => [prefix, unit.code] as const)));
  // A question to a stranger belongs to no unit: answering it proves nothing.
  const messageIds = new Map(
    sent.filter((mail) => mail.unit !== '').map((mail) => [bareId(mail.messageId), mail.unit]),
  );
  const ofDivision = (code: string): string | undefined => {
    for (const one of [code, currentDivision(code)])
      for (const length of [6, 4, 2]) {
        const unit = divisions.get(one.slice(0, length));
        if (unit !== undefined) return unit;
      }
    return undefined;
  };
  const names = collectNames(units, ofDivision);
  return {
    unit: (code) => byCode.get(code),
    ofAddress: (address) => addresses.get(address.toLowerCase()) ?? [],
    ofMessageId: (id) => messageIds.get(bareId(id)),
    ofDivision,
    namedIn: (text) => namedIn(text, names),
  };
}

function bareId(id: string): string {
  return id.replace(/^\s*<|>\s*$/g, '');
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const known = map.get(key);
  if (!known) map.set(key, [value]);
  else if (!known.includes(value)) known.push(value);
}

/** Names by their first two characters, longest first; a name of two units names neither, one of one letter nobody. */
type Names = ReadonlyMap<string, readonly (readonly [name: string, unit: string])[]>;

function collectNames(units: readonly ReportingUnit[], ofDivision: (code: string) => string | undefined): Names {
  const owners = new Map<string, string[]>();
  for (const unit of units)
    for (const name of [unit.name, unit.short, ...unit.aliases].map(fold)) {
      // 省级, 省直: two characters that are not the beginning of the unit's own name are everyday words.
      if (name.length === SHORTEST && !fold(unit.short).startsWith(name)) continue;
      push(owners, name, unit.code);
    }
  const unitNames = new Set(owners.keys());
  for (const { code, name } of divisionsUnder('')) {
    const unit = ofDivision(code);
    if (unit !== undefined && name.length > SHORTEST && !/市辖区|直辖/.test(name) && !unitNames.has(fold(name)))
      push(owners, fold(name), unit);
  }
  const names = new Map<string, (readonly [string, string])[]>();
  for (const [name, codes] of owners) {
    const [code = ''] = codes;
    const key = name.slice(0, SHORTEST);
    const list = names.get(key) ?? [];
    list.push([name, codes.length === 1 ? code : '']);
    names.set(key, list);
  }
  for (const list of names.values()) list.sort((a, b) => b[0].length - a[0].length);
  return names;
}

function namedIn(text: string, names: Names): readonly string[] {
  const folded = fold(text.slice(0, LONGEST_TEXT));
  const found = new Set<string>();
  for (let at = 0; at + SHORTEST <= folded.length; ) {
    const hit = names.get(folded.slice(at, at + SHORTEST))?.find(([name]) => folded.startsWith(name, at));
    if (hit && hit[1] !== '') found.add(hit[1]);
    at += hit ? hit[0].length : 1;
  }
  return [...found];
}

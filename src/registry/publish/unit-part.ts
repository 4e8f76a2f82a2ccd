import { PROGRAM } from '../../text/program.ts';
import { digest } from '../digest.ts';
import type { RegistryState } from '../register.ts';
import { type Edition, type EditionFacts, makeEdition } from './edition.ts';
import { unitFacts } from './unit-facts.ts';

/** The part of an edition that rests on one unit alone. */
export interface UnitPart {
  readonly unit: string;
  /** Hash over everything `edition` can tell: as long as it is the same, so is whatever is drawn from the part. */
  readonly digest: string;
  /** An edition that knows the rows, findings, mails and decisions of this unit only. */
  readonly edition: () => Edition;
}

/** The part of a unit, made once an edition. */
export function unitPart(edition: Edition, unit: string): UnitPart {
  const parts = PARTS.get(edition) ?? { common: commonOf(edition), units: new Map<string, UnitPart>() };
  PARTS.set(edition, parts);
  const part = parts.units.get(unit) ?? partOf(unit, unitFacts(unit, edition), parts.common);
  parts.units.set(unit, part);
  return part;
}

const PARTS = new WeakMap<Edition, { readonly common: string; readonly units: Map<string, UnitPart> }>();

/** Hash over what every deliverable rests on. */
function commonOf({ campaign, issuer, fonts, forms, units }: Edition): string {
  return digest(PROGRAM, campaign, issuer, fonts, forms, units);
}

function partOf(unit: string, facts: EditionFacts, common: string): UnitPart {
  let edition: Edition | undefined;
  return {
    unit,
    digest: digest(common, unit, facts.asOf, contentOf(facts.state), facts.decisions),
    edition: () => {
      edition ??= makeEdition(facts);
      return edition;
    },
  };
}

/** The same state in fewer characters: a register of a hundred thousand rows is hashed for every version. */
function contentOf({ registers, ...state }: RegistryState): unknown {
  const rows = Object.entries(registers).map(([form, own]) => [form, own.map(({ content }) => content).join('')]);
  return [rows, state];
}

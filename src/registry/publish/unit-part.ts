import { createHash } from 'node:crypto';
import { PROGRAM } from '../../text/program.ts';
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

/** Gives the part of each unit, made once. */
export function unitParts(edition: Edition): (unit: string) => UnitPart {
  const { campaign, issuer, fonts, forms, units } = edition;
  const common = hash([PROGRAM, campaign, issuer, fonts, forms, units]);
  const parts = new Map<string, UnitPart>();
  return (unit) => {
    const known = parts.get(unit) ?? partOf(unit, unitFacts(unit, edition), common);
    parts.set(unit, known);
    return known;
  };
}

function partOf(unit: string, facts: EditionFacts, common: string): UnitPart {
  let edition: Edition | undefined;
  return {
    unit,
    digest: hash([common, unit, facts.asOf, facts.state, facts.decisions]),
    edition: () => {
      edition ??= makeEdition(facts);
      return edition;
    },
  };
}

function hash(values: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('hex');
}

import { makeBoard } from '../registry/board.ts';
import { nextSteps } from '../registry/next-steps.ts';
import { diffRegisters, type RegisterChange } from '../registry/publish/diff-registers.ts';
import { drawCsv } from '../registry/publish/draw-csv.ts';
import { drawHqmsBooks } from '../registry/publish/draw-hqms-books.ts';
import { drawRegisterBook } from '../registry/publish/draw-register-book.ts';
import { drawUnitBook } from '../registry/publish/draw-unit-book.ts';
import type { Edition } from '../registry/publish/edition.ts';
import { layCsv } from '../registry/publish/lay-register.ts';
import { writeRegister } from '../registry/publish/register-lines.ts';
import { selectLists } from '../registry/publish/select-lists.ts';
import { unitFileName } from '../registry/publish/unit-file-name.ts';
import { unitPart } from '../registry/publish/unit-part.ts';
import { makeAfresh, type Recall } from '../registry/recall.ts';
import { findRule } from '../rules/catalogue.ts';
import type { BookPlan } from '../sheet/book-plan.ts';
import { changedStretches } from '../sheet/changed-stretches.ts';
import { type FrameShelf, NO_SHELF } from '../sheet/formats/frame-shelf.ts';
import { prepareWriter, writePiecedBook } from '../sheet/formats/write-book.ts';
import { joinPieces } from '../sheet/join-pieces.ts';
import type { KeptPieces, PiecedFile } from '../sheet/piece.ts';
import { SICHUAN_TILES } from '../vocabularies/sichuan-tiles.ts';
import type { Derived } from './derive.ts';
import { editionOf } from './edition-of.ts';
import type { KeptFrames } from './kept-frames.ts';
import { loadHqmsMapping } from './load-hqms-mapping.ts';
import type { Campaign } from './open-campaign.ts';

/** One file to publish. */
export interface Deliverable {
  /** Relative to output/, with forward slashes. */
  readonly path: string;
  /** Hash over everything the file shows; '' for a file that shows something of every version. */
  readonly key: string;
  readonly draw: () => PiecedFile | Promise<PiecedFile>;
}

/** What a version may take over from the one before. */
export interface TakenOver {
  /** The pieces of a file. */
  readonly keptOf: (path: string) => KeptPieces;
  /** What else was worked out for it. */
  readonly recall: Recall;
  /** The frames of its workbooks. */
  readonly frames: FrameShelf;
}

const NOTHING_TAKEN_OVER: TakenOver = { keptOf: () => () => undefined, recall: makeAfresh, frames: NO_SHELF };

/**
 * Every deliverable of a version, to be drawn one after the other, so that only one is in memory at a time:
 * register.jsonl, province workbooks and CSVs, HQMS package, one workbook per unit, report. The same derived state gives
 * the same bytes, and the same key the same bytes in any version. `previous` is register.jsonl of the version
 * before. Throws UserError for a mistake in hqms.yaml.
 */
export function* planDeliverables(
  campaign: Campaign,
  derived: Derived,
  version: number,
  previous: Uint8Array | undefined,
  { keptOf, recall, frames }: TakenOver = NOTHING_TAKEN_OVER,
): Generator<Deliverable, void, undefined> {
  const mapping = loadHqmsMapping(campaign);
  const edition = editionOf(campaign, derived, version, recall);
  const book = (path: string, plan: () => BookPlan, key = ''): Deliverable => ({
    path,
    key,
    draw: () => writePiecedBook(plan(), keptOf(path), frames),
  });
  const changes = yield* drawRegister(edition, previous, keptOf('register.jsonl'));
  for (const form of edition.forms) {
    yield book(`${form.register.fileName}.xlsx`, () =>
      drawRegisterBook(form, edition, changes, previous === undefined),
    );
    const { head, sections } = drawCsv(layCsv(form, edition), edition);
    const path = `${form.register.fileName}.csv`;
    yield { path, key: '', draw: () => joinPieces(head, sections, keptOf(path)) };
  }
  for (const { path, plan } of drawHqmsBooks(mapping, selectLists(mapping, edition), edition))
    yield book(path, () => plan);
  for (const unit of edition.units) {
    const part = unitPart(edition, unit.code);
    const path = `分市核对/${unitFileName(unit, edition.units)}.xlsx`;
    yield book(path, () => drawUnitBook(unit, part.edition()), part.digest);
  }
  yield {
    path: 'report/index.html',
    key: '',
    draw: async () => joinPieces(await drawReportPage(campaign, edition), [], () => undefined),
  };
}

/** register.jsonl, and what it says of the version before; the file itself is let go once it is written. */
function* drawRegister(
  edition: Edition,
  previous: Uint8Array | undefined,
  kept: KeptPieces,
): Generator<Deliverable, readonly RegisterChange[], undefined> {
  const register = writeRegister(edition, kept);
  yield { path: 'register.jsonl', key: '', draw: () => register };
  if (previous === undefined) return [];
  const { before, now } = changedStretches(previous, register.chunks);
  return diffRegisters(before, now);
}

/** Loads the packages of books (unless their frames are kept) and charts, so that it can be done while other threads read mails. */
export async function prepareDrawing(frames: KeptFrames): Promise<void> {
  await Promise.all([frames.isEmpty ? prepareWriter() : undefined, import('../report/draw-report.ts')]);
}

async function drawReportPage(campaign: Campaign, edition: Edition): Promise<string> {
  // Charts are half of the time that the program takes to start: most commands draw none.
  const { drawReport } = await import('../report/draw-report.ts');
  const board = makeBoard(edition.state, edition.forms, edition.units, edition.campaign);
  const withoutAddress = edition.units.filter((unit) => unit.emails.length === 0).length;
  return drawReport({
    title: edition.campaign.title,
    documentNumber: edition.campaign.documentNumber,
    timeZone: campaign.config.timeZone,
    asOf: edition.asOf,
    board,
    next: nextSteps(board, edition.state.unreachable.length, withoutAddress),
    places: SICHUAN_TILES,
    titleOf: (code) => findRule(code)?.title ?? code,
    isKnown: knownAnswers(edition),
  });
}

/** Whether an answer of a choice column is a value of its vocabulary. */
function knownAnswers(edition: Edition): (form: string, key: string, answer: string) => boolean {
  const known = new Set<string>();
  for (const form of edition.forms) {
    for (const column of form.columns) {
      const vocabulary = column.vocabulary === undefined ? undefined : edition.vocabulary(column.vocabulary, form);
      for (const term of vocabulary?.terms ?? []) known.add(`${form.form} ${column.key} ${term.value}`);
    }
  }
  return (form, key, answer) => known.has(`${form} ${key} ${answer}`);
}

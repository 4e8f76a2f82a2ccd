import type { Form } from '../forms/form.ts';
import { readMessage } from '../mail/read/read-message.ts';
import { unpackFile } from '../mail/unpack/unpack-file.ts';
import { drawMarks } from '../registry/draw-marks.ts';
import { findReading, findUnit } from '../registry/look-ups.ts';
import type { Submission } from '../registry/submission.ts';
import { drawReturn } from '../sheet/draw-return.ts';
import { markOoxml } from '../sheet/formats/ooxml/mark-ooxml.ts';
import { writeBook } from '../sheet/formats/write-book.ts';
import type { MarkPlan } from '../sheet/mark.ts';
import { localDate } from '../text/local-date.ts';
import { safeFileName } from '../text/safe-file-name.ts';
import type { Derived } from './derive.ts';
import type { Campaign } from './open-campaign.ts';

/** A workbook to send back. */
export interface ReturnFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Formats that are marked in place; all others come back as a workbook in the official layout. */
const IN_PLACE: ReadonlySet<string> = new Set(['xlsx', 'xlsm', 'xltx', 'xltm']);

/** The sender's own files with the faults marked: one for each file of the submission that has any. `now` is an ISO instant. */
export async function drawReturnFiles(
  campaign: Campaign,
  derived: Derived,
  submission: Submission,
  now: string,
): Promise<ReturnFile[]> {
  const planned = planReturnFiles(campaign, derived, submission, now);
  const reading = findReading(derived.readings, submission.message);
  if (planned.length === 0 || !reading) return [];
  const contents = await contentsOf(campaign, submission, reading.eml);
  const files: ReturnFile[] = [];
  for (const { name, path, tables, marks, form, unit } of planned) {
    const format = reading.files.find((file) => file.path === path)?.format ?? '';
    const bytes = contents.get(path);
    const marked = bytes && IN_PLACE.has(format) ? markInPlace(bytes, marks) : undefined;
    files.push({ name, bytes: marked ?? (await drawAnew(campaign, form, unit, tables, marks, derived.asOf)) });
  }
  return files;
}

/** Names of the files that would be sent back, without drawing them. */
export function returnFileNames(campaign: Campaign, derived: Derived, submission: Submission): string[] {
  // The names do not depend on the day.
  return planReturnFiles(campaign, derived, submission, derived.asOf).map(({ name }) => name);
}

interface PlannedFile {
  readonly name: string;
  /** Of the sender's file inside the message. */
  readonly path: string;
  readonly tables: Submission['tables'];
  readonly marks: MarkPlan;
  readonly form: Form;
  readonly unit: Campaign['units'][number];
}

/** A file in which nothing has to be looked at stays with its sender. */
function planReturnFiles(campaign: Campaign, derived: Derived, submission: Submission, now: string): PlannedFile[] {
  const form = campaign.forms.find((one) => one.form === submission.form);
  const unit = findUnit(campaign.units, submission.unit);
  if (!form || !unit) return [];
  const paths = [...new Set(submission.tables.map((table) => table.path))];
  return paths.flatMap((path) => {
    const tables = submission.tables.filter((table) => table.path === path);
    const marks = drawMarks({
      unitName: unit.name,
      form,
      message: submission.message,
      path,
      tables,
      findings: derived.state.findings,
      due: campaign.facts.due[form.form] ?? form.due,
      today: localDate(now, campaign.config.timeZone),
    });
    if (marks.cells.length === 0 && marks.lines.every(({ severity }) => severity === 'notice')) return [];
    return [{ name: `${safeFileName(baseName(path))}（校验结果）.xlsx`, path, tables, marks, form, unit }];
  });
}

function markInPlace(bytes: Uint8Array, marks: MarkPlan): Uint8Array | undefined {
  const marked = markOoxml(bytes, marks);
  return marked.ok ? marked.bytes : undefined;
}

async function drawAnew(
  campaign: Campaign,
  form: Form,
  unit: Campaign['units'][number],
  tables: Submission['tables'],
  marks: MarkPlan,
  created: string,
): Promise<Uint8Array> {
  const plan = drawReturn(form, {
    unit,
    tables: tables.map(({ table }) => table),
    marks,
    vocabulary: campaign.vocabulary,
    fonts: campaign.config.fonts,
    created,
    campaign: {
      id: campaign.config.campaign,
      title: campaign.config.notice.title,
      documentNumber: campaign.config.notice.documentNumber,
    },
  });
  return writeBook(plan);
}

/** Bytes of the files inside a message, by path. */
async function contentsOf(campaign: Campaign, submission: Submission, eml: string): Promise<Map<string, Uint8Array>> {
  const raw = campaign.originals.get(submission.message);
  if (!raw) return new Map();
  const source = campaign.ledger
    .events()
    .flatMap(({ event }) => (event.type === 'message-received' && event.message === submission.message ? [event] : []))
    .at(0)?.source;
  const files =
    source === 'file' ? await unpackFile(eml.split('/').at(-1) ?? eml, raw) : (await readMessage(raw)).files;
  return new Map(files.flatMap((file) => (file.bytes ? [[file.path, file.bytes] as const] : [])));
}

/** `报送.zip!附件2.xls` → `附件2`. */
function baseName(path: string): string {
  const name = path.split(/[!/\\]/).at(-1) ?? path;
  return name.replace(/\.[A-Za-z0-9]{1,5}$/, '');
}

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readOriginal } from '../../src/flows/read-message.ts';
import { vocabularyFinder } from '../../src/flows/vocabulary-finder.ts';
import type { Form } from '../../src/forms/form.ts';
import { loadForm } from '../../src/forms/load-form.ts';
import { readMessage } from '../../src/mail/read/read-message.ts';
import { unpackFile } from '../../src/mail/unpack/unpack-file.ts';
import { decodeWorkbook } from '../../src/sheet/formats/decode-workbook.ts';
import { markOoxml } from '../../src/sheet/formats/ooxml/mark-ooxml.ts';
import { readWorkbook } from '../../src/sheet/read-workbook.ts';
import { readPreset } from '../../src/store/read-preset.ts';
import { UserError } from '../../src/text/user-error.ts';
import { bookOfPlan } from '../support/book-of-plan.ts';
import { officialForm, TEST_UNITS, templatePlan } from '../support/template-book.ts';
import type { Kind } from './seeds.ts';

const FORMS = [officialForm('hospital-roster'), officialForm('liaison-list')];
const CONTEXT = {
  forms: FORMS,
  vocabulary: vocabularyFinder(TEST_UNITS),
  key: '00',
  campaign: 'test',
  passwords: ['123456'],
};

/** What became of an input: read, refused with a reason, or what is wrong with the reader. */
export type Verdict = { readonly kind: 'read' | 'refused' } | { readonly kind: 'fault'; readonly fault: string };

/** Sends one input through the readers that would get it. Never throws: an exception is a fault of the reader. */
export async function judge(kind: Kind, bytes: Buffer): Promise<Verdict> {
  try {
    if (kind === 'workbook') return await judgeWorkbook(bytes);
    if (kind === 'archive') return await judgeArchive(bytes);
    if (kind === 'mail') return await judgeMail(bytes);
    return kind === 'form' ? judgeForm(bytes) : judgePreset(bytes);
  } catch (error) {
    return fault(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}

async function judgeWorkbook(bytes: Buffer): Promise<Verdict> {
  const decoded = await decodeWorkbook(bytes, { name: 'a.xlsx', passwords: ['123456'] });
  if (!decoded.ok)
    return decoded.refusal.text === '' || decoded.refusal.ask === '' ? fault('refused without a word') : REFUSED;
  const cells = decoded.workbook.grids.reduce(
    (sum, grid) => sum + grid.rows.reduce((all, row) => all + row.cells.length, 0),
    0,
  );
  if (cells === 0) return fault('read as a workbook without a single cell');
  for (const grid of decoded.workbook.grids)
    for (const [index, row] of grid.rows.entries())
      if (row.number <= (grid.rows[index - 1]?.number ?? 0)) return fault(`rows out of order at ${row.number}`);
  const read = readWorkbook(decoded.workbook, FORMS, { vocabularies: CONTEXT.vocabulary });
  const told = read.tables.length + read.tokens.length + read.otherSheets.length;
  if (told === 0) return fault('a workbook with cells of which nothing is told');
  if (decoded.workbook.format.startsWith('xls')) {
    const sheet = decoded.workbook.grids[0]?.name ?? '';
    const marked = markOoxml(bytes, {
      heading: ['测试'],
      cells: [{ sheet, cell: 'B2', severity: 'error', comment: '测试' }],
      lines: [],
    });
    if (marked.ok) {
      const again = await decodeWorkbook(marked.bytes);
      if (!again.ok) return fault(`marked, it is refused: ${again.refusal.code}`);
    }
  }
  return READ;
}

async function judgeArchive(bytes: Buffer): Promise<Verdict> {
  const files = await unpackFile('来件', bytes);
  if (files.length === 0) return fault('the file vanished');
  for (const file of files) {
    if (file.role === 'refused' && !file.refusal?.text) return fault(`${file.path} refused without a word`);
    if (file.role === 'leaf' && file.bytes?.length !== file.size) return fault(`${file.path} is not whole`);
    if (/(?:^|[/!])\.\.(?:\/|$)|^\//.test(file.path)) return fault(`unsafe label ${file.path}`);
  }
  const reading = await readOriginal('0'.repeat(64), 'file', '来件', bytes, CONTEXT);
  if (reading.files.length !== files.length) return fault('files vanished between unpacking and reading');
  return files.some((file) => file.role === 'leaf') ? READ : REFUSED;
}

async function judgeMail(bytes: Buffer): Promise<Verdict> {
  const reading = await readOriginal('0'.repeat(64), 'mail', 'a.eml', bytes, CONTEXT);
  if (reading.refusal) return REFUSED;
  if (reading.files.length === 0 && reading.text === '' && bodyLength(bytes) > 400) {
    const { fullText, kind } = await readMessage(bytes);
    if (fullText.trim() === '' && kind === 'ordinary') return fault('a mail with a body, of which nothing is left');
  }
  return READ;
}

/** Bytes after the first blank line that are neither white space, nor delimiters, nor headers of a part. */
function bodyLength(bytes: Buffer): number {
  const text = bytes.toString('latin1');
  const at = text.search(/\r?\n\r?\n/);
  if (at < 0) return 0;
  const lines = text.slice(at).split(/\r?\n/);
  const told = lines.filter((line) => !/^(?:--|[ \t]|[A-Za-z][\w-]*:)/.test(line));
  return told.join('').replace(/\s/g, '').length;
}

const BOOK = bookOfPlan(templatePlan(FORMS[0] as Form));

function judgeForm(bytes: Buffer): Verdict {
  return toldOr(() => {
    const form = loadForm(bytes.toString('utf8'), 'a.yaml');
    readWorkbook(BOOK, [form], { vocabularies: CONTEXT.vocabulary });
  });
}

function judgePreset(bytes: Buffer): Verdict {
  const folder = mkdtempSync(join(tmpdir(), 'mingce-fuzz-'));
  try {
    writeFileSync(join(folder, 'a.yaml'), bytes);
    return toldOr(() => void readPreset(join(folder, 'a.yaml')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A mistake in a definition is told as one line and the next step. */
function toldOr(work: () => void): Verdict {
  try {
    work();
    return READ;
  } catch (error) {
    if (error instanceof UserError && error.nextStep !== '' && error.message.length < 1000) return REFUSED;
    throw error;
  }
}

const READ: Verdict = { kind: 'read' };
const REFUSED: Verdict = { kind: 'refused' };

function fault(text: string): Verdict {
  return { kind: 'fault', fault: text };
}

/**
 * The import table of the house (CONTRIBUTING.md, "Rooms"), as dependency-cruiser rules.
 * `may` lists the rooms a room imports; `packages` the npm packages that enter through it and nowhere else.
 */
const FORMAT_PACKAGES = ['exceljs', 'xlsx-populate', '@e965/xlsx', 'mammoth', 'word-extractor', 'officecrypto-tool'];
const ARCHIVE_PACKAGES = ['node-unrar-js', 'xz-decompress', 'yauzl', 'tar-stream', '@kenjiuno/msgreader', 'iconv-lite'];

const ROOMS = {
  text: { may: [], packages: [] },
  vocabularies: { may: ['text'], packages: [] },
  rules: { may: ['text', 'vocabularies'], packages: [] },
  forms: { may: ['rules', 'vocabularies', 'text'], packages: ['zod', 'yaml'] },
  sheet: { may: ['forms', 'rules', 'vocabularies', 'text'], packages: [] },
  'sheet/formats': { may: ['text'], packages: FORMAT_PACKAGES },
  mail: { may: ['text'], packages: ['imapflow', 'mailparser', 'nodemailer', 'marked', ...ARCHIVE_PACKAGES] },
  registry: { may: ['forms', 'rules', 'vocabularies', 'text', 'sheet'], packages: [] },
  report: { may: ['registry', 'forms', 'rules', 'vocabularies', 'text'], packages: ['echarts'] },
  store: { may: ['registry', 'forms', 'text'], packages: ['libsql', 'zod', 'yaml'] },
  flows: { may: ['text', 'rules', 'vocabularies', 'forms', 'sheet', 'sheet/formats', 'mail', 'registry', 'report', 'store'], packages: [] },
  cli: { may: ['flows', 'registry', 'rules', 'text'], packages: ['yargs'] },
};

/** Rooms that touch no clock, disk, network, process or randomness. */
const PURE = ['text', 'vocabularies', 'rules', 'forms', 'registry', 'report', 'sheet'];

/** Plain values of the room sheet that its formats may import: no behaviour, only shapes. */
const SHEET_SHAPES = '^src/(sheet/(grid|book-plan|mark|piece)|rules/field)\\.ts$';

module.exports = { ROOMS, PURE, SHEET_SHAPES };

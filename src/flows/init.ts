import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { loadForm } from '../forms/load-form.ts';
import { fillAddressBook, readUnits } from '../registry/address-book.ts';
import type { ReportingUnit } from '../registry/unit.ts';
import { writeBook } from '../sheet/formats/write-book.ts';
import { syncFolder, writeAtomically } from '../store/atomic-write.ts';
import { openLedger } from '../store/ledger.ts';
import { readPreset } from '../store/read-preset.ts';
import { PROGRAM } from '../text/program.ts';
import { UserError } from '../text/user-error.ts';
import { drawAddressBook } from './draw-address-book.ts';
import { TEMPLATES } from './house-files.ts';
import { readAddressBookFile } from './load-units.ts';
import type { Tools } from './tools.ts';

export interface InitOptions {
  readonly folder: string;
  /** Name of a preset of the program, or path of a YAML file. */
  readonly preset: string;
  /** Address book to take e-mail addresses from. */
  readonly units?: string;
  /** Another province, by name or code. */
  readonly province?: string;
}

export interface InitResult {
  readonly folder: string;
  readonly units: number;
  readonly withoutAddress: readonly string[];
  readonly forms: readonly { readonly annex: string; readonly title: string; readonly due: string }[];
}

/** campaign.yaml while init is under way. A folder without campaign.yaml is no campaign. */
const DRAFT = '.campaign.yaml.tmp';

/** Makes a campaign folder. Never touches a folder that holds anything, but ends what an interrupted init began. */
export async function initCampaign(options: InitOptions, tools: Tools): Promise<InitResult> {
  const folder = resolve(options.folder);
  const there = statSync(folder, { throwIfNoEntry: false });
  if (there && !there.isDirectory()) throw new UserError(`${folder} 是一个文件，没有改动它`, '请换一个文件夹名。');
  if (there && !isFree(folder)) {
    throw new UserError(`文件夹 ${folder} 已存在且不是空的，没有改动它`, '请换一个文件夹名，或先把原有内容移走。');
  }
  const preset = readPreset(presetPath(options.preset), options.province);
  const forms = preset.config.forms.map((id) => readFormFile(id, options.preset));
  const base = preset.units === undefined ? [] : await unitsOf(preset.units);
  const units = await withAddresses(base, options.units);
  if (units.length === 0)
    throw new UserError('没有报送单位', '请用 --units 给出报送单位通讯录（表头：单位、简称、邮箱）。');

  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeAtomically(join(folder, DRAFT), preset.text);
  for (const name of ['ledger.db', 'ledger.db-wal', 'ledger.db-shm']) rmSync(join(folder, name), { force: true });
  for (const sub of ['forms', 'letters', 'originals', 'outbox', 'output'])
    mkdirSync(join(folder, sub), { recursive: true, mode: 0o700 });
  for (const form of forms) writeAtomically(join(folder, 'forms', `${form.id}.yaml`), form.text);
  const letters = join(TEMPLATES, 'letters');
  for (const name of existsSync(letters) ? readdirSync(letters) : []) {
    writeAtomically(join(folder, 'letters', name), readFileSync(join(letters, name)));
  }
  writeAtomically(join(folder, 'units.xlsx'), await writeBook(drawAddressBook(units)));
  const ledger = openLedger(join(folder, 'ledger.db'));
  ledger.setSetting('key', Buffer.from(tools.randomBytes(32)).toString('hex'));
  ledger.append(tools.clock().toISOString(), [
    { type: 'campaign-created', campaign: preset.config.campaign, program: PROGRAM },
  ]);
  ledger.close();
  renameSync(join(folder, DRAFT), join(folder, 'campaign.yaml'));
  syncFolder(folder);
  return {
    folder,
    units: units.length,
    withoutAddress: units.filter((unit) => unit.emails.length === 0).map((unit) => unit.short),
    forms: forms.map(({ form }) => ({
      annex: form.annex,
      title: form.title,
      due: preset.config.due[form.form] ?? form.due,
    })),
  };
}

/** Empty, or with nothing but what an interrupted init left. */
function isFree(folder: string): boolean {
  const names = readdirSync(folder);
  if (names.includes('campaign.yaml')) return false;
  return names.includes(DRAFT) || names.every((name) => name === `.${DRAFT}.tmp`);
}

function presetPath(preset: string): string {
  if (preset.endsWith('.yaml') || preset.endsWith('.yml')) {
    if (existsSync(preset)) return resolve(preset);
    throw new UserError(`找不到文件 ${preset}`, '请检查通知设定文件的路径。');
  }
  const path = join(TEMPLATES, 'presets', `${preset}.yaml`);
  if (existsSync(path)) return path;
  const names = readdirSync(join(TEMPLATES, 'presets')).map((name) => name.replace(/\.yaml$/, ''));
  throw new UserError(`没有名为 ${preset} 的通知设定`, `可用的有：${names.join('、')}；也可以给出自己的 .yaml 文件。`);
}

/** A form stands beside a preset file of one's own, in its folder forms/, or among the program's. */
function readFormFile(id: string, preset: string): { id: string; text: string; form: ReturnType<typeof loadForm> } {
  const folder = dirname(presetPath(preset));
  const candidates = [
    join(folder, `${id}.yaml`),
    join(folder, 'forms', `${id}.yaml`),
    join(TEMPLATES, 'forms', `${id}.yaml`),
  ];
  const path = candidates.find((candidate) => existsSync(candidate));
  if (path === undefined)
    throw new UserError(`找不到表格定义 ${id}.yaml`, '请把它放在通知设定文件旁边，或放进 templates/forms。');
  const text = readFileSync(path, 'utf8');
  return { id, text, form: loadForm(text, basename(path)) };
}

async function unitsOf(name: string): Promise<ReportingUnit[]> {
  const { SICHUAN_UNITS } = await import('../vocabularies/sichuan-units.ts');
  if (name === 'sichuan') return withBlankAddresses(SICHUAN_UNITS);
  const { provinceCode, provinceUnits } = await import('../vocabularies/province-units.ts');
  const units = provinceUnits(provinceCode(name) ?? name);
  if (units.length === 0)
    throw new UserError(`全国行政区划表里没有“${name}”`, '请填写省级名称（如 河南省）或两位代码（如 41）。');
  return withBlankAddresses(units);
}

type UnitSeed = Pick<ReportingUnit, 'order' | 'kind' | 'code' | 'name' | 'short' | 'aliases' | 'divisions'>;

function withBlankAddresses(seeds: readonly UnitSeed[]): ReportingUnit[] {
  return seeds.map((seed) => ({ ...seed, emails: [], cc: [], contact: '', phone: '' }));
}

/** Takes the addresses of a file; a file without a preset list is the list itself. */
async function withAddresses(
  base: readonly ReportingUnit[],
  file: string | undefined,
): Promise<readonly ReportingUnit[]> {
  if (file === undefined) return base;
  const lines = await readAddressBookFile(file);
  if (base.length === 0) return readUnits(lines);
  const { units, unmatched } = fillAddressBook(base, lines);
  const [first] = unmatched;
  if (first) {
    const names = unmatched.map((line) => `第 ${line.row} 行“${line.name ?? line.short ?? line.code ?? ''}”`);
    throw new UserError(
      `${basename(file)} 里有 ${unmatched.length} 行不在报送单位清单中：${names.slice(0, 5).join('、')}`,
      '请改正单位名称或简称后再运行 mingce init。',
    );
  }
  return units;
}

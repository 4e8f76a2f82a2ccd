import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Form } from '../forms/form.ts';
import type { ReportingUnit } from '../registry/unit.ts';
import type { Fields } from '../rules/field.ts';
import { decodeWorkbook } from '../sheet/formats/decode-workbook.ts';
import { readWorkbook } from '../sheet/read-workbook.ts';
import { fold } from '../text/fold.ts';
import { UserError } from '../text/user-error.ts';
import { derive } from './derive.ts';
import { type Campaign, openCampaign } from './open-campaign.ts';
import type { Tools } from './tools.ts';

/** Rows already known of a unit for a form. */
export type Prefill = (unit: ReportingUnit, form: Form) => readonly Fields[];

/** Reads known data from an earlier campaign folder or from a workbook with the form's columns. */
export async function gatherPrefill(path: string, campaign: Campaign, tools: Tools): Promise<Prefill> {
  if (!existsSync(path)) throw new UserError(`找不到 ${path}`, '请检查 --prefill 后面的表格或文件夹。');
  if (resolve(path) === resolve(campaign.folder))
    throw new UserError(`${path} 就是这个工作文件夹`, '--prefill 后面请写以前的工作文件夹，或一个 Excel 表格。');
  return statSync(path).isDirectory() ? fromCampaign(path, tools) : fromWorkbook(path, campaign);
}

async function fromCampaign(path: string, tools: Tools): Promise<Prefill> {
  if (!existsSync(join(path, 'campaign.yaml')))
    throw new UserError(`${path} 不是工作文件夹`, '请给出以前的工作文件夹，或一个 Excel 表格。');
  const earlier = await openCampaign(path);
  try {
    const { state } = await derive(earlier, tools);
    return (unit, form) =>
      (state.registers[form.form] ?? []).filter((row) => row.unit === unit.code).map((row) => row.fields);
  } finally {
    earlier.close();
  }
}

/** Rows of a workbook belong to the unit that their 市（州） cell names. */
async function fromWorkbook(path: string, campaign: Campaign): Promise<Prefill> {
  const decoded = await decodeWorkbook(readFileSync(path), { name: basename(path) });
  if (!decoded.ok) throw new UserError(`${basename(path)} 读不了：${decoded.refusal.text}`, '请另存为 xlsx 后再试。');
  const read = readWorkbook(decoded.workbook, campaign.forms, { vocabularies: campaign.vocabulary });
  if (read.tables.length === 0)
    throw new UserError(`${basename(path)} 里没有找到本次通知的表格`, '表头须与填报表格一致。');
  return (unit, form) =>
    read.tables
      .filter((table) => table.form === form.form)
      .flatMap((table) => table.rows)
      .filter((row) => namesUnit(row.fields[form.unitColumn]?.value ?? '', unit))
      .map((row) => row.fields);
}

function namesUnit(text: string, unit: ReportingUnit): boolean {
  const folded = fold(text);
  return (
    folded !== '' &&
    [unit.name, unit.short, unit.code, ...unit.aliases].some(
      (name) => fold(name) === folded || fold(`${name}市`) === folded,
    )
  );
}

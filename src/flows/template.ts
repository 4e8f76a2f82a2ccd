import { join } from 'node:path';
import type { Form } from '../forms/form.ts';
import { signToken } from '../registry/sign-token.ts';
import type { ReportingUnit } from '../registry/unit.ts';
import type { Fields } from '../rules/field.ts';
import { drawTemplate } from '../sheet/draw-template.ts';
import { writeBook } from '../sheet/formats/write-book.ts';
import { writeAtomically } from '../store/atomic-write.ts';
import { safeFileName } from '../text/safe-file-name.ts';
import { UserError } from '../text/user-error.ts';
import { gatherPrefill } from './gather-prefill.ts';
import type { Campaign } from './open-campaign.ts';
import type { Tools } from './tools.ts';

export interface TemplateOptions {
  /** Code of one unit; all when absent. */
  readonly unit?: string;
  /** Id of one form; all when absent. */
  readonly form?: string;
  /** Workbook or earlier campaign folder to fill in known data from. */
  readonly prefill?: string;
}

/** A written template, relative to the campaign folder. */
export interface WrittenTemplate {
  readonly unit: string;
  readonly unitName: string;
  readonly form: string;
  readonly path: string;
  readonly rows: number;
}

/** Writes one fillable workbook per unit and form under output/模板. */
export async function writeTemplates(
  campaign: Campaign,
  options: TemplateOptions,
  tools: Tools,
): Promise<WrittenTemplate[]> {
  const units = campaign.units.filter((unit) => options.unit === undefined || unit.code === options.unit);
  const forms = campaign.forms.filter((form) => options.form === undefined || form.form === options.form);
  if (units.length === 0)
    throw new UserError(`没有代码为 ${options.unit} 的报送单位`, '运行 mingce show units 查看代码。');
  if (forms.length === 0)
    throw new UserError(
      `没有名为 ${options.form} 的表格`,
      `可用的有：${campaign.forms.map((form) => form.form).join('、')}。`,
    );
  const known = options.prefill === undefined ? undefined : await gatherPrefill(options.prefill, campaign, tools);
  const written: WrittenTemplate[] = [];
  for (const unit of units) {
    for (const form of forms) {
      const rows = known?.(unit, form) ?? [];
      const path = templatePath(unit, form);
      writeAtomically(join(campaign.folder, path), await drawUnitTemplate(campaign, unit, form, rows));
      written.push({ unit: unit.code, unitName: unit.short, form: form.form, path, rows: rows.length });
    }
    tools.progress(`已生成 ${written.length}/${units.length * forms.length}`);
  }
  return written;
}

/** Bytes of one unit's template; the same each time. */
export async function drawUnitTemplate(
  campaign: Campaign,
  unit: ReportingUnit,
  form: Form,
  prefill: readonly Fields[],
): Promise<Uint8Array> {
  const identity = { campaign: campaign.config.campaign, unit: unit.code, form: form.form, version: form.version };
  const plan = drawTemplate(form, {
    unit,
    campaign: {
      id: campaign.config.campaign,
      title: campaign.config.notice.title,
      documentNumber: campaign.config.notice.documentNumber,
    },
    vocabulary: campaign.vocabulary,
    token: { ...identity, signature: signToken(identity, campaign.key) },
    fonts: campaign.config.fonts,
    prefill,
    created: '2025-01-01T00:00:00.000Z',
  });
  return writeBook(plan);
}

/** Where a unit's template lies, relative to the campaign folder. */
export function templatePath(unit: ReportingUnit, form: Form): string {
  return join('output', '模板', safeFileName(unit.short), `${safeFileName(form.fileName)}.xlsx`);
}

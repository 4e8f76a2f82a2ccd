import { readFileSync } from 'node:fs';
import { vocabularyFinder } from '../../src/flows/vocabulary-finder.ts';
import type { Form } from '../../src/forms/form.ts';
import { loadForm } from '../../src/forms/load-form.ts';
import type { ReportingUnit } from '../../src/registry/unit.ts';
import type { Fields } from '../../src/rules/field.ts';
import type { BookPlan } from '../../src/sheet/book-plan.ts';
import { drawTemplate } from '../../src/sheet/draw-template.ts';
import { SICHUAN_UNITS } from '../../src/vocabularies/sichuan-units.ts';

export const TEST_FONTS = { title: '方正小标宋简体', head: '黑体', body: '仿宋_GB2312' };

/** The 24 units without addresses. */
export const TEST_UNITS: readonly ReportingUnit[] = SICHUAN_UNITS.map((unit) => ({
  ...unit,
  emails: [],
  cc: [],
  contact: '',
  phone: '',
}));

/** One of the two forms of the notice. */
export function officialForm(id: 'hospital-roster' | 'liaison-list'): Form {
  return loadForm(readFileSync(new URL(`../../templates/forms/${id}.yaml`, import.meta.url), 'utf8'), id);
}

/** One row of values as a reader would hand it over. */
export function fieldsOf(values: Readonly<Record<string, string>>): Fields {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, { value, raw: value, stored: 'text', cell: '', repairs: [] }]),
  );
}

/** The template of a form for one unit of the notice. */
export function templatePlan(form: Form, unitCode = '510100', prefill: readonly Fields[] = []): BookPlan {
  const unit = TEST_UNITS.find(({ code }) => code === unitCode);
  if (!unit) throw new Error(`no unit ${unitCode}`);
  return drawTemplate(form, {
    unit,
    campaign: { id: 'test', title: '关于开展测试的通知', documentNumber: '测试函〔2025〕1号' },
    vocabulary: vocabularyFinder(TEST_UNITS),
    token: { campaign: 'test', unit: unitCode, form: form.form, version: form.version, signature: '0'.repeat(32) },
    fonts: TEST_FONTS,
    prefill,
    created: '2025-01-01T00:00:00.000Z',
  });
}

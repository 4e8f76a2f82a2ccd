import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TEMPLATES } from '../../../src/flows/house-files.ts';
import { vocabularyFinder } from '../../../src/flows/vocabulary-finder.ts';
import { loadForm } from '../../../src/forms/load-form.ts';
import { drawTemplate } from '../../../src/sheet/draw-template.ts';
import { writeBook } from '../../../src/sheet/formats/write-book.ts';
import { readPreset } from '../../../src/store/read-preset.ts';
import { SICHUAN_UNITS } from '../../../src/vocabularies/sichuan-units.ts';

/** A blank form for download: of no unit, unsigned. */
export interface BlankForm {
  /** File name under templates/blank. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The blank forms of the program's preset; the same bytes each time. */
export async function drawBlankForms(): Promise<BlankForm[]> {
  const { config } = readPreset(join(TEMPLATES, 'presets', 'sichuan-outpatient-2025.yaml'));
  const nobody = { emails: [], cc: [], contact: '', phone: '' };
  const vocabulary = vocabularyFinder(SICHUAN_UNITS.map((unit) => ({ ...unit, ...nobody })));
  const blank: BlankForm[] = [];
  for (const id of config.forms) {
    const form = loadForm(readFileSync(join(TEMPLATES, 'forms', `${id}.yaml`), 'utf8'), `${id}.yaml`);
    const plan = drawTemplate(form, {
      unit: { code: '', name: '', short: '', kind: 'hospitals' },
      campaign: { id: config.campaign, title: config.notice.title, documentNumber: config.notice.documentNumber },
      vocabulary,
      token: { campaign: config.campaign, unit: '', form: form.form, version: form.version, signature: '' },
      fonts: config.fonts,
      prefill: [],
      created: '2025-01-01T00:00:00.000Z',
    });
    blank.push({ name: `${form.fileName}.xlsx`, bytes: await writeBook(plan) });
  }
  return blank;
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Form } from '../forms/form.ts';
import { findSubmissions, findUnit } from '../registry/look-ups.ts';
import type { PlannedMail } from '../registry/plan-mails.ts';
import type { Submission } from '../registry/submission.ts';
import type { Derived } from './derive.ts';
import { drawReturnFiles, returnFileNames } from './draw-return-files.ts';
import type { Campaign } from './open-campaign.ts';
import { drawUnitTemplate, templatePath } from './template.ts';

interface Attachment {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * What goes with a planned mail: templates to fill in, or the sender's own workbooks with the faults marked. `now` is an
 * ISO instant.
 */
export async function attachPlanned(
  campaign: Campaign,
  derived: Derived,
  mail: PlannedMail,
  now: string,
): Promise<Attachment[]> {
  const files: Attachment[] = [];
  for (const submission of returned(derived, mail))
    files.push(...(await drawReturnFiles(campaign, derived, submission, now)));
  const unit = findUnit(campaign.units, mail.unit);
  if (!unit) return files;
  for (const form of templatesFor(campaign, mail)) {
    const made = join(campaign.folder, templatePath(unit, form));
    const bytes = existsSync(made) ? readFileSync(made) : await drawUnitTemplate(campaign, unit, form, []);
    files.push({ name: templateName(form), bytes });
  }
  return files;
}

/** Names of the same files, without drawing them. */
export function attachmentNames(campaign: Campaign, derived: Derived, mail: PlannedMail): string[] {
  const marked = returned(derived, mail).flatMap((submission) => returnFileNames(campaign, derived, submission));
  const known = findUnit(campaign.units, mail.unit) !== undefined;
  return [...marked, ...(known ? templatesFor(campaign, mail).map(templateName) : [])];
}

function returned(derived: Derived, mail: PlannedMail): Submission[] {
  return mail.kind === 'return' ? findSubmissions(derived.state.submissions, mail.about) : [];
}

function templatesFor(campaign: Campaign, mail: PlannedMail): readonly Form[] {
  if (mail.letter === 'question-workbook') return campaign.forms;
  if (mail.kind !== 'request' && mail.kind !== 'reminder') return [];
  return campaign.forms.filter((form) => mail.forms.includes(form.form));
}

function templateName(form: Form): string {
  return `${form.fileName}.xlsx`;
}

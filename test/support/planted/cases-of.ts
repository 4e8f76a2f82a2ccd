import type { Form } from '../../../src/forms/form.ts';
import type { Draft } from '../../../src/registry/draft.ts';
import type { RowCase } from '../../../src/registry/judged-row.ts';
import { lookUpTerm } from '../../../src/vocabularies/look-up-term.ts';
import { SICHUAN_UNITS } from '../../../src/vocabularies/sichuan-units.ts';
import { fieldOf, vocabularyOf } from '../judge-value.ts';
import { FIRST_ROW, type PlantedProvince } from './plant-province.ts';

const READING = {
  message: '0'.repeat(64),
  eml: '',
  source: 'file',
  receivedAt: '2025-02-01T02:00:00.000Z',
  sequence: 1,
  messageId: '',
  from: { address: '', name: '' },
  replyTo: [],
  subject: '',
  date: '',
  references: [],
  text: '',
  kind: 'ordinary',
  kindReason: '',
  bounced: { addresses: [], messageIds: [] },
  authentication: { spf: '', dkim: '', dmarc: '' },
  links: [],
  files: [],
} as const;

/** The rows of a province as the judge gets them, without drawing and reading workbooks. */
export function casesOf(province: PlantedProvince, form: Form): RowCase[] {
  return province.units.flatMap(({ unit, rows }) => {
    const facts = SICHUAN_UNITS.find(({ code }) => code === unit.code);
    if (!facts) return [];
    const reporting = { ...facts, emails: [], cc: [], contact: '', phone: '' };
    const attribution = {
      unit: unit.code,
      accepted: true,
      evidence: [],
      reason: '',
      verdict: 'accepted',
      candidates: [],
    } as const;
    const table = {
      form: form.form,
      sheet: 'Sheet1',
      sheetState: 'visible',
      header: { top: FIRST_ROW - 1, bottom: FIRST_ROW - 1 },
      transposed: false,
      columns: [],
      missing: [],
      extra: [],
      rows: [],
      skipped: [],
      faults: [],
      surroundings: [],
    } as const;
    const sourced = { table, file: 'a.xlsx', path: 'a.xlsx', sha256: '' };
    const draft: Draft = {
      id: unit.code,
      reading: READING,
      form,
      unit: unit.code,
      attribution,
      attributed: '',
      tables: [],
      late: false,
      self: '',
      trusted: true,
    };
    return rows.map((row, index) => {
      const number = index + FIRST_ROW;
      const entries = form.columns.map(({ key, vocabulary }, column) => {
        const cell = `${String.fromCharCode(65 + column)}${number}`;
        const raw = String(row[key] ?? '');
        return [key, { ...fieldOf(asRead(raw, vocabulary), raw), cell }] as const;
      });
      const fields = Object.fromEntries(entries);
      const read = { row: number, hidden: false, fields };
      return {
        id: `${unit.code} ${number}`,
        live: { id: `${unit.code} ${number}`, keys: [], draft, sourced, read, fields, copies: [] },
        unit: reporting,
        fields,
        decided: [],
      };
    });
  });
}

/** The canonical value of a choice, as the reader leaves it. */
function asRead(text: string, vocabulary: string | undefined): string {
  const known = vocabularyOf(vocabulary);
  if (!known) return text;
  const { term } = lookUpTerm(known, text);
  return term && term.usable !== false ? term.value : text;
}

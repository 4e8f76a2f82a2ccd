import { describe, expect, it } from 'vitest';
import { fold } from '../../src/text/fold.ts';
import { LIAISON, ROSTER } from '../support/judge-value.ts';

function owners(form: typeof ROSTER, header: string): string[] {
  return form.columns
    .filter((column) => [column.header, ...column.aliases].some((name) => fold(name) === fold(header)))
    .map(({ key }) => key);
}

describe('the headers of the forms', () => {
  it.each([ROSTER, LIAISON])('$title: no header means two columns', (form) => {
    const headers = form.columns.flatMap((column) => [column.header, ...column.aliases]);

    expect(headers.filter((header) => owners(form, header).length !== 1)).toEqual([]);
  });

  it.each([
    ['City', 'prefecture'],
    ['Hospital Name', 'name'],
    ['Organization Code', 'organizationCode'],
    ['Unified Social Credit Code', 'uscc'],
    ['License No.', 'registrationNumber'],
    ['Type', 'medicineKind'],
    ['TCM or Western Medicine', 'medicineKind'],
    ['Category', 'category'],
    ['Hospital Level', 'level'],
    ['Grade', 'grade'],
    ['Contact Person', 'dataManagerName'],
    ['Mobile Phone', 'dataManagerPhone'],
    ['E-mail Address', 'dataManagerEmail'],
  ])('%s is %s', (header, key) => {
    expect(owners(ROSTER, header)).toEqual([key]);
  });
});

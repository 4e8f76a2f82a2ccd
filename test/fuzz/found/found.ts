import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TEMPLATES } from '../../../src/flows/house-files.ts';
import { CONTENT, mail } from '../../mail/repair/mime-cases.ts';
import type { Kind } from '../seeds.ts';

/** An input that fuzzing found, made small, and what has to become of it. */
export interface Found {
  readonly about: string;
  readonly kind: Kind;
  readonly bytes: Buffer;
  readonly becomes: 'read' | 'refused';
}

const FORM = readFileSync(join(TEMPLATES, 'forms', 'liaison-list.yaml'), 'utf8');
const PRESET = readFileSync(join(TEMPLATES, 'presets', 'sichuan-outpatient-2025.yaml'), 'utf8');

/** Nine references to nine references to …, 300,000 values in all. */
const ALIASES = ['a: &a [1, 2, 3, 4, 5, 6, 7, 8, 9]', 'b', 'c', 'd', 'e']
  .map((line, index, all) =>
    index === 0
      ? line
      : `${line}: &${line} [${Array(9)
          .fill(`*${all[index - 1]?.[0]}`)
          .join(', ')}]`,
  )
  .join('\n');

/** A mail of which only one thing is wrong. */
function spoiled(pattern: RegExp, by: string): Buffer {
  const text = mail({}).toString('latin1');
  if (!pattern.test(text)) throw new Error(`nothing to spoil: ${pattern}`);
  return Buffer.from(text.replace(pattern, by), 'latin1');
}

/** XML 2003 spreadsheet of some cells, written as given. */
function sheet2003(rows: string): Buffer {
  return Buffer.from(
    `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="a"><Table>${rows}</Table></Worksheet></Workbook>`,
  );
}
const CELL = '<Cell><Data ss:Type="String">姓名</Data></Cell>';

export const FOUND: readonly Found[] = [
  {
    about: 'a cell of an XML spreadsheet that stands in no row',
    kind: 'workbook',
    bytes: sheet2003(`${CELL}<Row>${CELL}</Row>`),
    becomes: 'read',
  },
  {
    about: 'a row of an XML spreadsheet with the number 0',
    kind: 'workbook',
    bytes: sheet2003(`<Row ss:Index="0">${CELL}</Row><Row>${CELL.replace('<Cell>', '<Cell ss:Index="0">')}</Row>`),
    becomes: 'read',
  },
  {
    about: 'a boundary that is not the one between the parts',
    kind: 'mail',
    bytes: spoiled(/boundary="?[^"\r\n;]+"?/, 'boundary="x"'),
    becomes: 'read',
  },
  {
    about: 'an empty boundary',
    kind: 'mail',
    bytes: spoiled(/boundary="?[^"\r\n;]+"?/, 'boundary=""'),
    becomes: 'read',
  },
  {
    about: 'multipart without a single part',
    kind: 'mail',
    bytes: Buffer.concat([
      Buffer.from('From: a@example.com\r\nContent-Type: multipart/mixed; boundary="x"\r\n\r\n'),
      Buffer.from(`${'请查收附件。'.repeat(100)}\r\n`),
      CONTENT,
    ]),
    becomes: 'read',
  },
  {
    about: 'a report and nothing beside it',
    kind: 'mail',
    bytes: Buffer.from(
      `From: a@example.com\r\nContent-Type: multipart/mixed; boundary="x"\r\n\r\n--x\r\nContent-Type: message/delivery-status\r\n\r\n${'报送表格。'.repeat(100)}\r\n--x--\r\n`,
    ),
    becomes: 'read',
  },
  {
    about: 'a form whose references multiply',
    kind: 'form',
    bytes: Buffer.from(`${ALIASES}\n${FORM}`),
    becomes: 'refused',
  },
  {
    about: 'a preset whose references multiply',
    kind: 'preset',
    bytes: Buffer.from(`${ALIASES}\n${PRESET}`),
    becomes: 'refused',
  },
  {
    about: 'a form with a reference to nothing',
    kind: 'form',
    bytes: Buffer.from(`${FORM}\nx: *y\n`),
    becomes: 'refused',
  },
  {
    about: 'a preset that is a list',
    kind: 'preset',
    bytes: Buffer.from('- campaign: a\n- forms: []\n'),
    becomes: 'refused',
  },
  {
    about: 'a preset of which one part is binary data',
    kind: 'preset',
    bytes: Buffer.from(PRESET.replace(/^reminders: .*$/m, 'reminders: !!binary x')),
    becomes: 'refused',
  },
  { about: 'a preset that is one word', kind: 'preset', bytes: Buffer.from('campaign\n'), becomes: 'refused' },
  {
    about: 'a form with a key that is a list',
    kind: 'form',
    bytes: Buffer.from(`${FORM}\n? [${'列, '.repeat(600)}列]\n: 1\n`),
    becomes: 'refused',
  },
];

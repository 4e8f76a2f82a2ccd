import { describe, expect, it } from 'vitest';
import { vocabularyFinder } from '../../src/flows/vocabulary-finder.ts';
import { messageEvidence } from '../../src/registry/message-evidence.ts';
import { selfNamed, tableEvidence } from '../../src/registry/table-evidence.ts';
import { makeTag } from '../../src/registry/tag.ts';
import { indexUnits } from '../../src/registry/unit-index.ts';
import type { ReadTable } from '../../src/sheet/table.ts';
import { bare, chengdu, nowhere, token } from '../support/evidence-facts.ts';
import {
  CAMPAIGN,
  file,
  hospital,
  type Mail,
  mailbox,
  ROSTER,
  type Row,
  reply,
  request,
  table,
  UNITS,
  without,
} from '../support/story.ts';

const index = indexUnits(UNITS, [request('成都市', '<req-1@box>'), request('德阳市', '<req-2@box>')]);
const cities = vocabularyFinder(UNITS)('prefecture', ROSTER);
const FORGED = { authentication: { spf: 'fail', dkim: '', dmarc: '' } };

interface Told {
  readonly kind: string;
  readonly unit: string;
  readonly weight: string;
}
const brief = (told: readonly Told[]): string[] => told.map(({ kind, unit, weight }) => `${kind} ${unit} ${weight}`);

/** The table of a file, as it is weighed. */
function weigh(from: ReadTable, more: { self?: string; path?: string; tokens?: ReturnType<typeof token>[] } = {}) {
  const path = more.path ?? '附件2.xlsx';
  const source = { ...file(path, [from]), tokens: more.tokens ?? [] };
  const sourced = { path, file: path, sha256: '', table: from };
  return brief(tableEvidence(sourced, source, ROSTER, cities, index, more.self ?? ''));
}

describe('what a mail as a whole weighs', () => {
  it.each<[string, Mail, string[]]>([
    ['an answer to one request', { references: ['<req-1@box>'] }, ['thread 510100 support']],
    [
      'an answer to two requests',
      { references: ['<req-1@box>', '<req-2@box>'] },
      ['thread 510100 note', 'thread 510600 note'],
    ],
    ['the tag', { subject: makeTag('510100', 'story') }, ['tag 510100 support']],
    ['a sender of the address book', { from: mailbox('成都市') }, ['sender 510100 support']],
    ['a forged sender', { from: mailbox('成都市'), more: FORGED }, ['sender 510100 note', 'authentication  note']],
    ['the display name', { name: '成都市卫健委' }, ['name 510100 support']],
    ['the subject', { subject: '成都市报送' }, ['name 510100 support']],
    ['the text', { text: '成都市报送' }, ['name 510100 hint']],
  ])('%s', (_, mail, expected) => {
    expect(brief(messageEvidence(reply(mail), index, CAMPAIGN))).toEqual(expected);
  });

  it.each([
    ['成都市康宁医院报送', 'hint'],
    ['成都市：成都市康宁医院报送', 'support'],
    ['成都市报送', 'support'],
  ])('%s, of a hospital that writes for itself', (subject, weight) => {
    expect(brief(messageEvidence(reply({ subject }), index, CAMPAIGN, '成都市康宁医院'))).toEqual([
      `name 510100 ${weight}`,
    ]);
  });
});

describe('what a table weighs', () => {
  it.each([
    ['its own template', token('成都市'), 'token 510100 support'],
    ['a template of another year', token('成都市', false), 'token 510100 hint'],
    ['a template of a unit that there is not', { ...token('成都市'), unit: '999999' }, 'token  note'],
  ])('%s', (_, one, expected) => {
    expect(weigh(table(ROSTER, nowhere(chengdu)), { tokens: [one] })).toEqual([expected]);
  });

  const moved = (count: number, prefecture = '成都市') =>
    [1, 2, 3].slice(0, count).map((number) => hospital('南充市', number, { prefecture }));

  it.each<[string, readonly Row[], string[]]>([
    ['cells of the city', bare(chengdu), ['city 510100 support']],
    ['codes alone, be it one', moved(1, ''), ['city 511300 support']],
    ['codes that agree, be it one', chengdu.slice(0, 1), ['city 510100 support', 'city 510100 support']],
    ['two codes against the cells', moved(2), ['city 510100 support', 'city 511300 note']],
    ['three codes against the cells', moved(3), ['city 510100 support', 'city 511300 support']],
    [
      'one cell, the others blank',
      [...bare(chengdu.slice(0, 1)), ...nowhere(chengdu.slice(1))],
      ['city 510100 support'],
    ],
    ['a city by its code', bare(chengdu).map((row) => ({ ...row, prefecture: '5101' })), ['city 510100 support']],
    [
      'a city among other words',
      bare(chengdu).map((row) => ({ ...row, prefecture: '成都市各处' })),
      ['city 510100 support'],
    ],
    [
      'credit codes alone',
      nowhere(chengdu).map((row, at) => ({ ...row, uscc: chengdu[at]?.['uscc'] ?? '' })),
      ['city 510100 support'],
    ],
    ['codes of another province', nowhere(chengdu).map((row) => ({ ...row, uscc: '12110000400686524D' })), []],
    [
      'one code of ours among those of another province',
      [...nowhere(chengdu).map((row) => ({ ...row, uscc: '12110000400686524D' })), ...moved(1, '')],
      [],
    ],
    [
      'a code in a column that is for names',
      nowhere(chengdu).map((row, at) => ({ ...row, dataManagerName: chengdu[at]?.['uscc'] ?? '' })),
      [],
    ],
  ])('%s', (_, rows, expected) => {
    expect(weigh(table(ROSTER, rows))).toEqual(expected);
  });

  it('nothing by columns that it does not have', () => {
    const keys = ROSTER.columns.map(({ key }) => key);
    const bare = without(table(ROSTER, chengdu), ...keys);
    const mail = reply({ subject: '成都市康宁医院' });

    expect(weigh(bare)).toEqual([]);
    expect(selfNamed(mail, { path: '', file: '', sha256: '', table: bare }, ROSTER)).toBe('');
  });

  it('the name of its file, unless the hospital signs with its own', () => {
    const blank = table(ROSTER, nowhere(chengdu));

    expect(weigh(blank, { path: '成都市康宁医院.xlsx' })).toEqual(['file 510100 support']);
    expect(weigh(blank, { path: '成都市康宁医院.xlsx', self: '成都市康宁医院' })).toEqual(['file 510100 hint']);
  });
});

describe('a hospital signs with its own name', () => {
  const named = (name: string, count = 1, more: Row = {}) =>
    Array.from({ length: count }, (_, at) =>
      hospital('成都市', at + 1, { name: at === 0 ? name : '别的医院', ...more }),
    );

  it.each<[string, string, Mail, readonly Row[]]>([
    ['in the subject', '康安仁和医院', { subject: '康安仁和医院报送' }, named('康安仁和医院')],
    ['three at a time', '康安仁和医院', { subject: '康安仁和医院报送' }, named('康安仁和医院', 3)],
    ['of four characters', '康安医院', { subject: '康安医院报送' }, named('康安医院')],
    ['early in the text', '康安仁和医院', { text: '康安仁和医院报送' }, named('康安仁和医院')],
    ['not far down in the text', '', { text: `${'一'.repeat(1000)}康安仁和医院` }, named('康安仁和医院')],
    ['not four at a time', '', { subject: '康安仁和医院报送' }, named('康安仁和医院', 4)],
    ['not of three characters', '', { subject: '某医院报送' }, named('某医院')],
    [
      'not with the name of a person',
      '',
      { name: '欧阳修文' },
      named('康安仁和医院', 1, { dataManagerName: '欧阳修文' }),
    ],
  ])('%s', (_, expected, mail, rows) => {
    expect(selfNamed(reply(mail), { path: '', file: '', sha256: '', table: table(ROSTER, rows) }, ROSTER)).toBe(
      expected,
    );
  });
});

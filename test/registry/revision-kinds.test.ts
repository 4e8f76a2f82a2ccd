import { describe, expect, it } from 'vitest';
import { decision, file, hospital, mailbox, names, ROSTER, reply, report, table, tell } from '../support/story.ts';

const five = [1, 2, 3, 4, 5].map((number) => hospital('成都市', number));
const [one, two, three, four, five_] = five.map((row) => row['name'] ?? '');
const mended = { ...five[1], dataManagerPhone: '13912340001' };
const none = { added: [], removed: [], changed: [], same: 0 };

/** What became of the last mail: kind, state, reason and preview. */
function last(...mails: Parameters<typeof tell>[0]) {
  const found = tell(mails).submissions.at(-1);
  return found && { kind: found.kind, state: found.state, reason: found.reason, preview: found.preview };
}

describe('a submission is recognised and previewed as', () => {
  it('the first', () => {
    expect(last(report('成都市', five))).toEqual({
      kind: 'full',
      state: 'accepted',
      reason: '首次报送',
      preview: { ...none, added: [one, two, three, four, five_] },
    });
  });

  it('the first, whatever its words say', () => {
    expect(last(report('成都市', five.slice(0, 2), { subject: '补报两家' }))).toMatchObject({
      kind: 'full',
      reason: '首次报送',
    });
  });

  it('full: one new, one changed, one gone, the others the same', () => {
    const rows = [five[0] ?? {}, mended, five[2] ?? {}, five[3] ?? {}, hospital('成都市', 6)];

    expect(last(report('成都市', five), report('成都市', rows, { on: '01-12' }))).toEqual({
      kind: 'full',
      state: 'accepted',
      reason: '重新报送的完整表格',
      preview: { added: [hospital('成都市', 6)['name']], removed: [five_], changed: [two], same: 3 },
    });
  });

  it.each([
    ['补报', '补报'],
    ['更正', '更正部分行'],
  ])('a patch, because it says %s', (words, reason) => {
    expect(
      last(report('成都市', five), report('成都市', [mended, hospital('成都市', 6)], { on: '01-12', text: words })),
    ).toEqual({
      kind: 'patch',
      state: 'accepted',
      reason,
      preview: { ...none, added: [hospital('成都市', 6)['name']], changed: [two] },
    });
  });

  it('a patch, because no row of it was known', () => {
    expect(last(report('成都市', five), report('成都市', [hospital('成都市', 6)], { on: '01-12' }))).toEqual({
      kind: 'patch',
      state: 'accepted',
      reason: '新增的行，与已报各行没有重复',
      preview: { ...none, added: [hospital('成都市', 6)['name']] },
    });
  });

  it('a withdrawal', () => {
    expect(
      last(report('成都市', five), report('成都市', five.slice(1, 3), { on: '01-12', subject: '申请撤回' })),
    ).toEqual({
      kind: 'withdrawal',
      state: 'accepted',
      reason: '来件要求撤回表中各行',
      preview: { ...none, removed: [two, three] },
    });
  });

  it('a repetition, because every row says the same', () => {
    expect(last(report('成都市', five), report('成都市', five, { on: '01-12', file: '成都市再发.xlsx' }))).toEqual({
      kind: 'repeat',
      state: 'superseded',
      reason: '内容与已报的相同',
      preview: { ...none, same: 5 },
    });
  });

  it('a repetition, because it is the same file', () => {
    const files = [file('成都市附件2.xlsx', [table(ROSTER, five)])];
    const from = mailbox('成都市');

    expect(last(reply({ from, files }), reply({ from, files, on: '01-12' }))).toEqual({
      kind: 'repeat',
      state: 'superseded',
      reason: '文件与此前报送的完全相同',
      preview: { ...none, same: 5 },
    });
  });

  it('a repetition of one hospital beside others that it does not name', () => {
    const again = report('成都市', five.slice(0, 1), { on: '01-12', text: '更正' });

    expect(last(report('成都市', five), again)).toMatchObject({ kind: 'repeat', state: 'superseded' });
    expect(names(tell([report('成都市', five), again]))).toHaveLength(5);
  });
});

describe('words and content together', () => {
  it('a correction with nearly every row is a full table', () => {
    const six = [...five, hospital('成都市', 6)];
    const rows = [mended, ...five.slice(2), hospital('成都市', 6)];

    expect(last(report('成都市', six), report('成都市', rows, { on: '01-12', text: '更正' }))).toMatchObject({
      kind: 'full',
      preview: { removed: [one] },
    });
  });

  it('a correction without a fifth of the rows still is one; without more it is a patch', () => {
    const rows = [mended, ...five.slice(2)];

    expect(last(report('成都市', five), report('成都市', rows, { on: '01-12', text: '更正' }))).toMatchObject({
      kind: 'full',
      preview: { removed: [one] },
    });
    expect(last(report('成都市', five), report('成都市', rows.slice(1), { on: '01-12', text: '更正' }))).toMatchObject({
      kind: 'repeat',
      preview: { removed: [] },
    });
  });

  it('补报 of every row and one more is a full table', () => {
    const rows = [...five, hospital('成都市', 6)];

    expect(last(report('成都市', five), report('成都市', rows, { on: '01-12', text: '补报' }))).toMatchObject({
      kind: 'full',
      preview: { added: [hospital('成都市', 6)['name']], same: 5 },
    });
  });

  it('以此为准 may drop half of the rows, 补报 beside it notwithstanding', () => {
    const four = five.slice(0, 4);
    const mail = { on: '01-12', text: '补报一家，以此表为准' };
    const half = [...five.slice(0, 2), hospital('成都市', 6)];

    expect(last(report('成都市', four), report('成都市', half, mail))).toMatchObject({
      kind: 'full',
      state: 'accepted',
      preview: { removed: [three, four[3]?.['name']] },
    });
    expect(last(report('成都市', five), report('成都市', half, mail))).toMatchObject({ kind: 'full', state: 'held' });
  });

  it('上次的作废，以此为准 is no withdrawal', () => {
    expect(
      last(
        report('成都市', five),
        report('成都市', five.with(1, mended), { on: '01-12', text: '上次的表作废，以此表为准' }),
      ),
    ).toMatchObject({ kind: 'full', state: 'accepted', preview: { changed: [two] } });
  });

  it.each([
    ['the subject', { subject: '补报' }],
    ['the text', { text: '补报' }],
    ['the name of the file', { file: '成都市补报.xlsx' }],
  ])('%s may say it', (_, mail) => {
    expect(last(report('成都市', five), report('成都市', [mended], { on: '01-12', ...mail }))).toMatchObject({
      kind: 'patch',
      reason: '补报',
    });
  });

  it('words far down a long letter do not count', () => {
    const text = `${'各位领导，'.repeat(200)}补报`;

    expect(last(report('成都市', five), report('成都市', [mended], { on: '01-12', text }))?.state).toBe('held');
  });

  it('a table that took the place of another is told as such', () => {
    const county = (name: string, numbers: number[], on: string) =>
      reply({
        from: `${name}@county.example`,
        file: `成都市${name}附件2.xlsx`,
        rows: numbers.map((number) => hospital('成都市', number)),
        on,
      });
    const state = tell([
      county('金堂县', [1, 2], '01-10'),
      county('大邑县', [3], '01-10'),
      county('金堂县', [1, 2, 6], '01-12'),
    ]);

    expect(state.submissions.map(({ state, reason }) => `${state} ${reason}`)).toEqual([
      'superseded 已被后来的报送替代',
      'accepted 新增的行，与已报各行没有重复',
      'accepted 重新报送的完整表格',
    ]);
    expect(names(state)).toEqual([1, 2, 6, 3].map((number) => hospital('成都市', number)['name']));
  });
});

describe('the order of the register', () => {
  it('a new full table keeps its own order, where its old rows stood', () => {
    const county = (name: string, numbers: number[], on: string) =>
      reply({
        from: `${name}@county.example`,
        file: `成都市${name}附件2.xlsx`,
        rows: numbers.map((number) => hospital('成都市', number)),
        on,
      });
    const state = tell([
      county('金堂县', [1, 2], '01-10'),
      county('大邑县', [3, 4], '01-11'),
      county('蒲江县', [5], '01-12'),
      county('大邑县', [6, 4, 3], '01-13'),
    ]);

    expect(names(state)).toEqual([1, 2, 6, 4, 3, 5].map((number) => hospital('成都市', number)['name']));
  });

  it('corrected rows stay where they were, added ones come last', () => {
    const rows = [hospital('成都市', 6), mended];
    const state = tell([report('成都市', five), report('成都市', rows, { on: '01-12', text: '更正、补报' })]);

    expect(names(state)).toEqual([one, two, three, four, five_, hospital('成都市', 6)['name']]);
    expect(state.registers[ROSTER.form]?.[1]?.fields['dataManagerPhone']?.value).toBe('13912340001');
  });
});

describe('any revision can be reverted', () => {
  const later = (subject: string, rows: typeof five) => report('成都市', rows, { on: '01-12', subject });

  it.each([
    ['a full table', () => [report('成都市', five), later('', five.with(1, mended))]],
    ['a patch', () => [report('成都市', five), later('补报', [hospital('成都市', 6)])]],
    ['a withdrawal', () => [report('成都市', five), later('申请撤回', five.slice(0, 2))]],
  ])('%s: the state before it stands again', (_, make) => {
    const mails = make();
    const id = tell(mails).submissions[1]?.id ?? '';
    const state = tell(mails, { decisions: [decision({ kind: 'revert', subject: id, reason: '发错了' })] });

    expect(state.registers[ROSTER.form]).toEqual(tell(mails.slice(0, 1)).registers[ROSTER.form]);
    expect(state.submissions[1]).toMatchObject({
      kind: 'full',
      state: 'reverted',
      reason: '已撤销：发错了',
      preview: none,
    });
    expect(state.messages[1]).toMatchObject({ state: 'ignored', reason: '附件2：已撤销：发错了' });
  });
});

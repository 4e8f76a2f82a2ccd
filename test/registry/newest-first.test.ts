import { describe, expect, it } from 'vitest';
import { newestFirst } from '../../src/registry/newest-first.ts';
import { answer, file, hospital, mailbox, ROSTER, reply, table, tell } from '../support/story.ts';

function ordered(...paths: readonly string[]): readonly string[] {
  return newestFirst(paths.map((path) => ({ path }))).map(({ path }) => path);
}

describe('versions of one file in a mail', () => {
  it.each([
    [
      ['附件2.xlsx', '附件2（最终版）.xlsx', '附件2（最终版2）.xlsx'],
      ['附件2（最终版2）.xlsx', '附件2（最终版）.xlsx', '附件2.xlsx'],
    ],
    [
      ['附件2修改前.xlsx', '附件2.xlsx', '附件2-修改.xlsx'],
      ['附件2-修改.xlsx', '附件2.xlsx', '附件2修改前.xlsx'],
    ],
    [
      ['名单v1.xlsx', '名单V2.xlsx', '名单V10.xlsx'],
      ['名单V10.xlsx', '名单V2.xlsx', '名单v1.xlsx'],
    ],
    [
      ['包.zip!旌阳区/附件2.xlsx', '包.zip!广汉市/附件2.xlsx', '包.zip!附件3.xlsx'],
      ['包.zip!旌阳区/附件2.xlsx', '包.zip!广汉市/附件2.xlsx', '包.zip!附件3.xlsx'],
    ],
    [
      ['最终版/附件2.xlsx', '附件2.xlsx'],
      ['最终版/附件2.xlsx', '附件2.xlsx'],
    ],
  ])('%j', (paths, wanted) => {
    expect(ordered(...paths)).toEqual(wanted);
  });

  it('a void file beside the good one takes nothing back', () => {
    const row = hospital('成都市', 1);
    const files = [
      file('附件2（作废）.xlsx', [table(ROSTER, [{ ...row, grade: '乙等' }])]),
      file('附件2.xlsx', [table(ROSTER, [row])]),
    ];
    const state = tell([reply({ from: mailbox('成都市'), subject: '成都市附件2', files })]);
    expect(state.submissions.map(({ kind, state: taken }) => `${kind} ${taken}`)).toEqual(['full accepted']);
    expect(state.registers[ROSTER.form]?.map(({ fields }) => fields['grade']?.value)).toEqual(['甲等']);
  });

  it('the newest stands until the office has chosen, and the office is asked', () => {
    const row = hospital('成都市', 1);
    const files = [
      file('附件2.xlsx', [table(ROSTER, [{ ...row, grade: '乙等' }])]),
      file('附件2（最终版）.xlsx', [table(ROSTER, [row])]),
    ];
    const mails = [reply({ from: mailbox('成都市'), subject: '成都市附件2', files })];
    const state = tell(mails);
    expect(state.registers[ROSTER.form]?.map(({ fields }) => fields['grade']?.value)).toEqual(['甲等']);
    const [question] = state.questions;
    expect(question?.sides.map(({ answer: side }) => side)).toEqual([
      '附件2（最终版）.xlsx Sheet1 第5行',
      '附件2.xlsx Sheet1 第5行',
    ]);
    const older = tell(mails, { decisions: [answer(question, question?.sides[1]?.answer ?? '')] });
    expect(older.registers[ROSTER.form]?.map(({ fields }) => fields['grade']?.value)).toEqual(['乙等']);
  });
});

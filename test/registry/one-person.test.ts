import { describe, expect, it } from 'vitest';
import { hospital, LIAISON, liaison, mailbox, reply, report, table, tell } from '../support/story.ts';

const none = { added: [], removed: [], changed: [], same: 0 };

/** What became of the last mail: kind, state, reason and preview. */
function last(...mails: Parameters<typeof tell>[0]) {
  const found = tell(mails).submissions.at(-1);
  return found && { kind: found.kind, state: found.state, reason: found.reason, preview: found.preview };
}

describe('one person a unit', () => {
  const mail = (on: string, ...people: string[]) =>
    report('德阳市', [], {
      on,
      file: '德阳市附件3.xlsx',
      tables: [
        table(
          LIAISON,
          people.map((name) => liaison('德阳市', { name, email: 'lianluo@deyang-wjw.cn' })),
        ),
      ],
    });
  const people = (state: ReturnType<typeof tell>) =>
    state.registers[LIAISON.form]?.map((row) => row.fields['name']?.value);

  it('the later one replaces the earlier, whatever the name', () => {
    expect(last(mail('01-10', '何文静'), mail('01-11', '许明远'))).toEqual({
      kind: 'full',
      state: 'accepted',
      reason: '后报的替换先报的',
      preview: { ...none, changed: ['许明远'] },
    });
  });

  it('two people stand both, and one that replaces them stands alone; the other is told', () => {
    const first = mail('01-10', '何文静', '许明远');
    const state = tell([first, mail('01-11', '何文静')]);

    expect(people(tell([first]))).toEqual(['何文静', '许明远']);
    expect(people(state)).toEqual(['何文静']);
    expect(state.submissions.at(-1)?.preview).toEqual({ ...none, removed: ['许明远'], same: 1 });
    expect(state.findings.map((one) => `${one.code} ${one.seen}`)).toEqual(['register/no-longer-listed 许明远']);
  });

  it('a third is added behind', () => {
    const state = tell([mail('01-10', '何文静'), mail('01-11', '何文静', '许明远')]);

    expect(people(state)).toEqual(['何文静', '许明远']);
    expect(state.submissions.at(-1)?.preview).toEqual({ ...none, added: ['许明远'], same: 1 });
  });

  it('the same line twice is one person', () => {
    expect(people(tell([mail('01-10', '何文静', '何文静')]))).toEqual(['何文静']);
  });

  it('the same again is a repetition', () => {
    const again = mail('01-11', '何文静');
    expect(
      last(mail('01-10', '何文静'), { ...again, files: again.files.map((one) => ({ ...one, sha256: 'x' })) }),
    ).toMatchObject({
      kind: 'repeat',
      reason: '内容与已报的相同',
    });
  });

  it('taken back by the unit, nobody stands', () => {
    const state = tell([mail('01-10', '何文静'), { ...mail('01-11', '何文静'), subject: '申请撤回' }]);

    expect(people(state)).toEqual([]);
    expect(state.submissions.at(-1)).toMatchObject({ kind: 'withdrawal', preview: { removed: ['何文静'] } });
  });

  it('hospitals of a unit without an area name one each', () => {
    const own = (number: number) => {
      const name = hospital('成都市', number)['name'] ?? '';
      return reply({
        from: mailbox('国家委在川医疗机构'),
        subject: `${name}报送`,
        tables: [table(LIAISON, [liaison('成都市', { name: `联络${number}`, organization: name })])],
        on: `01-1${number}`,
      });
    };

    expect(people(tell([own(1), own(2)]))).toEqual(['联络1', '联络2']);
  });
});

import { describe, expect, it } from 'vitest';
import { drawMarks } from '../../src/registry/draw-marks.ts';
import { sayDeadline } from '../../src/registry/say-deadline.ts';
import { findingAt, ROSTER, registerRow } from '../support/registry-state.ts';

const ROW = registerRow();

function headingOf(today: string): readonly string[] {
  return drawMarks({
    unitName: '成都市卫生健康委员会',
    form: ROSTER,
    message: ROW.source.message,
    path: ROW.source.path,
    tables: [],
    findings: [
      findingAt(ROW, 'uscc', { severity: 'error' }),
      findingAt(ROW, 'dataManagerPhone', { severity: 'block' }),
      findingAt(ROW, 'grade', { severity: 'warning' }),
      findingAt(ROW, 'level', { severity: 'error', waived: { by: '甲', reason: '证书如此' } }),
    ],
    due: '2025-03-01',
    today,
  }).heading;
}

describe('the heading of 校验结果', () => {
  it('counts what has to be done; what was waived is left out', () => {
    expect(headingOf('2025-02-20').slice(0, 2)).toEqual([
      '成都市卫生健康委员会 附件2 医院信息汇总表校验结果',
      '共读到 0 行；必须修改 2 处，请核对 1 处，已自动处理或说明 0 处。',
    ]);
  });

  it.each([
    ['2025-02-20', '请于 2025年3月1日前回复邮件'],
    ['2025-03-01', '请于 2025年3月1日前回复邮件'],
    ['2025-03-02', '报送期限已过，请尽快回复邮件'],
  ])('names the deadline on %s as the letter does', (today, wanted) => {
    expect(headingOf(today)[2]).toContain(wanted);
    expect(headingOf(today)[2]?.includes('2025年3月1日')).toBe(today <= '2025-03-01');
  });
});

it('of several deadlines the nearest that lies ahead is named', () => {
  expect(sayDeadline(['2025-03-01', '2025-01-21'], '2025-01-10')).toBe('请于 2025年1月21日前');
  expect(sayDeadline(['2025-03-01', '2025-01-21'], '2025-02-10')).toBe('请于 2025年3月1日前');
  expect(sayDeadline([], '2025-02-10')).toBe('报送期限已过，请尽快');
});

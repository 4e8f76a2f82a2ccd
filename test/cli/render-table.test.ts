import { describe, expect, it } from 'vitest';
import { displayWidth, renderTable } from '../../src/cli/render-table.ts';

describe('a table in the terminal', () => {
  it('stands its columns under one another, Chinese characters two columns wide', () => {
    expect(
      renderTable(
        ['单位', '行数'],
        [
          ['成都市', '9'],
          ['A', '12'],
        ],
        80,
      ),
    ).toBe('单位    行数\n成都市  9\nA       12');
  });

  it('takes from the widest columns alike and leaves the short ones whole', () => {
    const table = renderTable(['甲', '乙', '丙'], [['短', '一'.repeat(40), '二'.repeat(30)]], 60);
    const [, a, b] = table.split('\n')[1]?.split(/\s{2,}/) ?? [];

    expect(table.startsWith('甲  乙')).toBe(true);
    expect(Math.abs(displayWidth(a ?? '') - displayWidth(b ?? ''))).toBeLessThanOrEqual(2);
    for (const line of table.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(60);
  });

  it('gives no column less than six, however narrow the terminal', () => {
    const table = renderTable(
      ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'],
      [Array.from({ length: 8 }, () => 'x'.repeat(30))],
      10,
    );
    expect(table.split('\n')[1]).toBe(Array.from({ length: 8 }, () => 'xxxxx…').join('  '));
  });

  it('carries the last column on over more lines when asked, and leaves nothing of it out', () => {
    const reason = '发件人不在通讯录中，只有一类线索指向“眉山市”：各行的市（州）均为眉山市';
    const lines = renderTable(['邮件', '原因'], [['a', reason]], 40, 'wrap').split('\n');

    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(40);
    expect(
      lines
        .slice(1)
        .map((line) => line.slice(line.startsWith('a') ? 1 : 0).trim())
        .join(''),
    ).toBe(reason);
  });
});

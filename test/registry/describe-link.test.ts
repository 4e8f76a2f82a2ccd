import { describe, expect, it } from 'vitest';
import { describeLink } from '../../src/registry/describe-link.ts';

describe('a linked file', () => {
  it.each([
    ['附件2.xlsx', '23.5M', '2025-03-07T02:00:00.000Z', '附件2.xlsx（23.5M，2025-03-07 10:00 到期）'],
    ['附件2.xlsx', '', '', '附件2.xlsx'],
    ['', '', '2025-03-07T02:00:00.000Z', '网盘链接（2025-03-07 10:00 到期）'],
  ])('%s %s %s is told as %s', (name, size, expires, told) => {
    expect(describeLink({ provider: '', name, size, expires, url: '' })).toBe(told);
  });
});

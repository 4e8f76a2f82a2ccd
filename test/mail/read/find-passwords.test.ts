import { describe, expect, it } from 'vitest';
import { findPasswords } from '../../../src/mail/read/find-passwords.ts';

describe('passwords in a letter', () => {
  it.each<[string, string[]]>([
    ['附件密码：wjw2025', ['wjw2025']],
    ['打开密码是 1234。', ['1234']],
    ['密码为“川A-510”', ['川A-510']],
    ['password: Abc_123!', ['Abc_123', 'Abc_123!']],
    ['解压密码:wsjk@2025，请查收', ['wsjk@2025']],
    ['表格的密码都是123456', ['123456']],
    ['密码：卫健委2025', ['卫健委2025']],
    ['请不要给表格设密码。', []],
    ['', []],
  ])('%s', (text, expected) => {
    expect(findPasswords(text)).toEqual(expected);
  });

  it('gives ten at most', () => {
    const text = Array.from({ length: 40 }, (_, at) => `密码：p${at}`).join('\n');
    expect(findPasswords(text)).toHaveLength(10);
  });
});

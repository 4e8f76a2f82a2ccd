import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Outage } from '../../src/text/outage.ts';
import { PROGRAM, VERSION } from '../../src/text/program.ts';
import { UserError } from '../../src/text/user-error.ts';

describe('what stops a run', () => {
  it('tells a user what is wrong and the next step', () => {
    const error = new UserError('找不到工作文件夹', '请用 -C 指明文件夹。');

    expect(error).toBeInstanceOf(Error);
    expect([error.name, error.message, error.nextStep]).toEqual([
      'UserError',
      '找不到工作文件夹',
      '请用 -C 指明文件夹。',
    ]);
  });

  it('tells of an outage with advice and cause', () => {
    const cause = new Error('ECONNREFUSED');
    const outage = new Outage('连不上收信服务器', '请稍后再试。', cause);

    expect(outage).toBeInstanceOf(Error);
    expect([outage.name, outage.message, outage.advice, outage.cause]).toEqual([
      'Outage',
      '连不上收信服务器',
      '请稍后再试。',
      cause,
    ]);
  });
});

describe('the program', () => {
  it('names itself as its package does', () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };

    expect(VERSION).toBe(manifest.version);
    expect(PROGRAM).toBe(`mingce ${manifest.version}`);
  });
});

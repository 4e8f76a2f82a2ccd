import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadHqmsMapping } from '../../src/forms/hqms-mapping.ts';
import { UserError } from '../../src/text/user-error.ts';
import { LIAISON, ROSTER } from '../support/registry-state.ts';

const GOOD = readFileSync('templates/hqms.yaml', 'utf8');

function mistakeIn(yaml: string): string {
  try {
    loadHqmsMapping(yaml, 'hqms.yaml', [ROSTER, LIAISON]);
  } catch (error) {
    return error instanceof UserError ? `${error.message} → ${error.nextStep}` : String(error);
  }
  return '';
}

/** The line in which a text stands in the good file. */
function lineOf(text: string): number {
  return GOOD.slice(0, GOOD.indexOf(text)).split('\n').length;
}

describe('the mapping of the HQMS lists', () => {
  it('that comes with the program fits the forms of the notice', () => {
    expect(mistakeIn(GOOD)).toBe('');
  });

  it('may be used by a campaign that does not collect one of the forms', () => {
    expect(loadHqmsMapping(GOOD, 'hqms.yaml', [ROSTER]).lists).toHaveLength(2);
  });

  it.each<[string, string, string, RegExp]>([
    [
      'an unknown column',
      'key: uscc',
      'key: creditCode',
      /第 LINE 行 lists\.0\.columns\.4\.key：.*没有名为 creditCode 的列 → .*uscc/,
    ],
    ['an unknown split', 'splitBy: medicineKind', 'splitBy: kind', /第 LINE 行 lists\.0\.splitBy：.*没有名为 kind/],
    ['a misspelt key', 'write: code', 'wirte: code', /第 LINE 行 .*不认识 wirte → .*templates\/hqms\.yaml/],
    ['a wrong choice', 'write: code', 'write: number', /第 LINE 行 lists\.0\.columns\.7/],
    ['a missing title', 'title: 医院账号', 'title: ""', /第 LINE 行 lists\.0\.title/],
    ['a path instead of a name', 'file: 医院账号信息', 'file: ../../etc/x', /第 LINE 行 lists\.0\.file：不能为空/],
    ['a name used twice', 'file: 市级管理员账号名单', 'file: 医院账号信息', /文件名 医院账号信息 出现两次/],
    ['broken YAML', 'contacts: 联系方式核对', 'contacts: [', /不是正确的 YAML/],
  ])('with %s is refused with file, line and remedy', (_, from, to, message) => {
    const wanted = new RegExp(message.source.replace('LINE', String(lineOf(from))));

    expect(mistakeIn(GOOD.replace(from, to))).toMatch(/^名单设置 hqms\.yaml 第 \d+ 行/);
    expect(mistakeIn(GOOD.replace(from, to))).toMatch(wanted);
  });
});

import { describe, expect, it } from 'vitest';
import { loadForm } from '../../../src/forms/load-form.ts';
import { cleanField } from '../../../src/sheet/read/clean-field.ts';
import { cell, readerOf, repairs } from './read.ts';

const FORM = readerOf(
  loadForm(
    `form: duty
annex: 附表
title: 值班表
fileName: 值班表
version: '1'
due: '2025-06-30'
label: name
identity: [name]
columns:
  - { key: name, header: 科室, kind: text }
  - key: phone
    header: 值班电话1
    aliases: [电话, 值班电话, 值班]
    kind: phone
    rules: [cell/placeholder, phone/wrong-column, phone/two-numbers, phone/landline, phone/digit-count, phone/format]
  - { key: mobile, header: 手机, kind: phone, rules: [phone/unassigned] }
  - key: email
    header: 邮箱
    aliases: [QQ邮箱]
    kind: email
    rules: [cell/placeholder, email/two-addresses, email/format]
  - { key: plate, header: 车牌, kind: code, rules: [{ rule: text/pattern, with: { pattern: '^[A-Z]{2}\\d{7}$' } }] }
  - { key: room, header: 病房编号, kind: code, rules: [{ rule: text/length, with: { max: 3 } }] }
register: { fileName: 值班表, title: 值班表 }
`,
    'duty.yaml',
  ),
);

/** Value and repairs of a cell: `value | kind: from → to`. */
function cleaned(key: string, text: string): string {
  const reader = FORM.byKey.get(key);
  if (!reader) throw new Error(`no column ${key}`);
  const { field } = cleanField(reader, cell(text), 'B7');
  return [field.value, ...repairs(field)].join(' | ');
}

describe('what stands around an answer', () => {
  it.each([
    ['phone', '13912345601(微信同号)', '13912345601'],
    ['phone', '电话13912345601', '13912345601'],
    ['phone', '值班电话13912345601', '13912345601'],
    ['phone', '13912345601。', '13912345601'],
    ['phone', '13912345601号', '13912345601'],
    ['email', 'zhao1@163.com;;', 'zhao1@163.com'],
    ['email', 'email:zhao1@163.com', 'zhao1@163.com'],
    ['email', '赵一鸣<zhao1@163.com>', 'zhao1@163.com'],
    ['email', 'qq邮箱28471930@qq.com', '28471930@qq.com'],
    ['plate', '车牌AB1234567', 'AB1234567'],
  ])('%s %s goes', (key, text, value) => {
    expect(cleaned(key, text)).toBe(`${value} | around: ${text} → ${value}`);
  });

  it.each([
    ['a number in two pieces', 'phone', '1391234(总机)5601'],
    ['an extension', 'phone', '1391234转分机:5601'],
    ['a label and no number', 'phone', '电话'],
    ['a header in its own column', 'room', '病房编号'],
    ['a sign and no number', 'plate', '号'],
    ['a word within a code', 'plate', 'AB号1234567'],
    ['an address with more behind it', 'email', '赵一鸣<zhao1@163>.com'],
    ['an address with another before it', 'email', 'qian2@163.com<zhao1@163.com>'],
    ['a code that is wrong without its label too', 'plate', '车牌AB12345'],
  ])('%s stays as written', (_, key, text) => {
    expect(cleaned(key, text)).toBe(text);
  });

  it('a country code is a repair where no rule of the column tells it', () => {
    expect(cleaned('mobile', '+8613912345601')).toBe('13912345601 | country-code: +8613912345601 → 13912345601');
    expect(cleaned('mobile', '+8614912345678')).toBe('14912345678 | country-code: +8614912345678 → 14912345678');
  });
});

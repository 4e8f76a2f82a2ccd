import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadLetter } from '../../../src/mail/letters/load-letter.ts';
import { renderLetter } from '../../../src/mail/letters/render-letter.ts';

const FOLDER = 'templates/letters';

describe('letters', () => {
  it.each(readdirSync(FOLDER))('%s loads', (name) => {
    const letter = loadLetter(readFileSync(`${FOLDER}/${name}`, 'utf8'), name);

    expect(letter.subject).not.toBe('');
    expect(letter.body).toContain('{{落款}}');
  });

  it('refuse a misspelt placeholder with file and line', () => {
    const text = '主题：测试\n\n{{单位}}：\n\n请看 {{问题请单}}。';

    expect(() => loadLetter(text, 'return.md')).toThrow('信件 return.md 第 5 行：没有叫“问题请单”的占位符');
  });

  it('refuse a letter without a subject', () => {
    expect(() => loadLetter('您好', 'receipt.md')).toThrow('第 1 行不是主题');
  });

  it('escape what senders wrote and keep Markdown of the office', () => {
    const letter = loadLetter('主题：退回（{{单位简称}}）\n\n**请看**：\n\n{{问题清单}}\n\n{{原主题}}', 'x.md');

    const { subject, text, html } = renderLetter(letter, {
      单位简称: () => '甲市\r\nBcc: x@example.com',
      问题清单: () => ['E7 单元格 <script>alert(1)</script>', '**不是粗体**'],
      原主题: () => '[链接](http://example.com)',
    });

    expect(subject).toBe('退回（甲市 Bcc: x@example.com）');
    expect(html).toContain('<strong>请看</strong>');
    expect(html).toContain('<li>E7 单元格 &lt;script&gt;alert(1)&lt;/script&gt;</li>');
    expect(html).toContain('<li>**不是粗体**</li>');
    expect(html).not.toContain('<a ');
    expect(text).toContain('1. E7 单元格 <script>');
  });
});

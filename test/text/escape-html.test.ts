import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeHtml } from '../../src/text/escape-html.ts';

describe('a text inside HTML', () => {
  it.each([
    ['青杠市第一人民医院', '青杠市第一人民医院'],
    ['<b>医院</b>', '&lt;b&gt;医院&lt;/b&gt;'],
    ['"a" & \'b\'', '&quot;a&quot; &amp; &#39;b&#39;'],
    ['&lt;', '&amp;lt;'],
    ['<<', '&lt;&lt;'],
  ])('%s is written %s', (text, html) => {
    expect(escapeHtml(text)).toBe(html);
  });

  it('can hold no tag and end no attribute, and says the same', () => {
    const names: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('<', '>', '&', '"', "'", ';', 'a', '医') }), (text) => {
        const html = escapeHtml(text);

        expect(html).not.toMatch(/[<>"']/);
        expect(html.replace(/&([^;]+);/g, (_, name: string) => names[name] ?? '')).toBe(text);
      }),
    );
  });
});

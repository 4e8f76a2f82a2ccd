import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/text/fold.ts';
import { stripInvisible } from '../../src/text/strip-invisible.ts';
import { toHalfWidth } from '../../src/text/to-half-width.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 80 });

describe('half width', () => {
  it.each([
    ['１３９１２３４５６０１', '13912345601'],
    ['Ａｚ！～', 'Az!~'],
    ['ｚｈａｏ＠１６３．ｃｏｍ', 'zhao@163.com'],
    ['市（州）', '市(州)'],
    ['赵　一鸣', '赵 一鸣'],
    ['、。「」', '、。「」'],
    ['｟￠\uff00', '｟￠\uff00'],
    ['', ''],
  ])('%j becomes %j', (text, half) => {
    expect(toHalfWidth(text)).toBe(half);
  });

  it('keeps the length, and turns a text only once', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const half = toHalfWidth(text);

        expect(half).toHaveLength(text.length);
        expect(toHalfWidth(half)).toBe(half);
      }),
    );
  });

  it('finds every printable ASCII character again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0x20, max: 0x7e }), (code) => {
        const full = code === 0x20 ? '\u3000' : String.fromCharCode(code + 0xfee0);

        expect(toHalfWidth(full)).toBe(String.fromCharCode(code));
      }),
    );
  });
});

describe('what nobody can see', () => {
  it.each([
    ['zero-width spaces and joiners', '1\u200b3\u200c9\u200d\u200e\u200f'],
    ['marks of direction', '\u202a1\u202d3\u202e9'],
    ['isolates and word joiners', '1\u20603\u2066\u20699\u206f'],
    ['a byte order mark', '\ufeff139'],
    ['a soft hyphen', '1\u00ad39'],
    ['control characters', '\u00001\u0008\u000b3\u000c\u000e\u001f9\u007f\u009f'],
    ['a grapheme joiner and an Arabic mark', '1\u034f3\u061c9'],
    ['fillers', '1\u115f3\u11609\u17b4\u17b5'],
    ['Mongolian separators', '1\u180b3\u180f9'],
    ['variation selectors', '1\ufe003\ufe0f9'],
    ['specials', '1\ufff03\ufffb9'],
    ['tags', '1\u{e0000}3\u{e0fff}9'],
  ])('%s are taken out', (_, text) => {
    expect(stripInvisible(text)).toBe('139');
  });

  it.each([
    'a\tb\nc\rd',
    ' \u00a0\u2003\u3000',
    '·—…“”‘’',
    '\u2010\u202f\u2070',
    '\u00a1\u00ae\u0350\u061d\u115e\u1161\u17b3\u17b6\u180a\u1810\u200a\u2029\u205f',
    '\ufdff\ufe10\ufefe\uff00\uffef\ufffc\u{1f3e5}',
    '㐂䶮𠮷',
  ])('%j stays', (text) => {
    expect(stripInvisible(text)).toBe(text);
  });

  it('never makes a text longer, and takes everything out at once', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const seen = stripInvisible(text);

        expect(seen.length).toBeLessThanOrEqual(text.length);
        expect(stripInvisible(seen)).toBe(seen);
      }),
    );
  });
});

describe('two spellings of one text', () => {
  it.each([
    ['市（州）', '市(州)', '市州'],
    ['手机 号码', '手机\n号码', '手机号码'],
    ['Ｅ－ｍａｉｌ', 'e-mail', 'email'],
    ['㎡', 'm2', 'm2'],
    ['邮\u200b箱', '邮箱：', '邮箱'],
    ['ＵＳＣＣ', 'uscc', 'uscc'],
    ['１＋１', '1 1', '11'],
    ['（）', '*', ''],
  ])('%j and %j are %j', (one, other, folded) => {
    expect(fold(one)).toBe(folded);
    expect(fold(other)).toBe(folded);
  });

  it('are told apart from another text, long or short, however often they are asked for', () => {
    const long = '医疗机构数据管理员手机号码'.repeat(6);

    for (let turn = 0; turn < 3; turn += 1) {
      expect(fold(long)).toBe(long);
      expect(fold(`${long}！`)).toBe(long);
      expect(fold('成都市')).toBe('成都市');
      expect(fold('绵阳市')).toBe('绵阳市');
    }
  });

  it('leave nothing but small letters and digits', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const folded = fold(text);

        expect(folded).not.toMatch(/[\s\p{P}\p{S}]/u);
        expect(folded).toBe(folded.toLowerCase());
      }),
    );
  });
});

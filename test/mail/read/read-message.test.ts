import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMessage } from '../../../src/mail/read/read-message.ts';
import { CONTENT, mail, TEXT } from '../repair/mime-cases.ts';

function letter(head: string, body: string): Buffer {
  return Buffer.from(`${head.trim().replaceAll('\n', '\r\n')}\r\nMIME-Version: 1.0\r\n${body}`);
}

const HTML = 'Content-Type: text/html; charset=utf-8\r\n\r\n';
const TABLE =
  '<table><tr><th>姓名</th><th>单位</th><th>手机</th></tr><tr><td>甲</td><td>乙</td><td>13800000000</td></tr></table>';

describe('headers', () => {
  it('folds addresses, keeps names, reads the instant', async () => {
    const message = await readMessage(
      letter(
        'From: "王科" <ＷＡＮＧ@Unit.Example>\nTo: a@b.example, 组: c@d.example, e@f.example;\nReply-To: Other@Unit.Example\nSubject: x\nDate: Fri, 10 Jan 2025 09:00:00 +0800 (CST)\nMessage-ID: <1.2@unit.example>',
        '\r\nhi',
      ),
    );
    expect(message).toMatchObject({
      messageId: '1.2@unit.example',
      from: { address: 'wang@unit.example', name: '王科' },
      to: [{ address: 'a@b.example' }, { address: 'c@d.example' }, { address: 'e@f.example' }],
      replyTo: [{ address: 'other@unit.example' }],
      date: '2025-01-10T01:00:00.000Z',
    });
  });

  it.each([
    ['comma-separated, of Foxmail', 'References: <a@x.example>,\r\n <b@x.example>', ['a@x.example', 'b@x.example']],
    [
      'with the one answered',
      'References: <a@x.example>\r\nIn-Reply-To: <b@x.example>',
      ['a@x.example', 'b@x.example'],
    ],
    ['twice the same', 'References: <a@x.example>\r\nIn-Reply-To: <a@x.example>', ['a@x.example']],
    ['none', 'X-A: <a@x.example>', []],
  ])('references %s', async (_, head, expected) => {
    expect((await readMessage(letter(`From: a@b.example\n${head}`, '\r\nhi'))).references).toEqual(expected);
  });

  it('a date that cannot be read is no date', async () => {
    expect((await readMessage(letter('From: a@b.example\nDate: 二〇二五年', '\r\nhi'))).date).toBe('');
  });
});

describe('letters', () => {
  it('html without plain text becomes text', async () => {
    const message = await readMessage(
      letter('From: a@b.example', `${HTML}<p>您好&nbsp;&#65;</p><p>见附件<br>谢谢</p>`),
    );
    expect(message.text).toBe('您好 A\n\n见附件\n谢谢');
  });

  it('a table in the sender’s own text is a file', async () => {
    const message = await readMessage(letter('From: a@b.example', `${HTML}<p>如下：</p>${TABLE}`));
    expect(message.files.map((file) => [file.path, file.role, file.kind])).toEqual([['正文表格.html', 'leaf', 'html']]);
    expect(Buffer.from(message.files[0]?.bytes ?? []).toString()).toContain('13800000000');
  });

  it.each([
    ['in a quoted original', `<p>收到</p><blockquote>${TABLE}</blockquote>`],
    ['below the line of QQ', `<p>收到</p><div>------------------&nbsp;原始邮件&nbsp;------------------</div>${TABLE}`],
    ['of one row', '<table><tr><td>a</td><td>b</td><td>c</td></tr></table>'],
    ['of two columns', '<table><tr><td>a</td><td>b</td></tr><tr><td>a</td><td>b</td></tr></table>'],
    ['without text', '<table><tr><td></td><td></td><td></td></tr><tr><td></td><td></td><td></td></tr></table>'],
  ])('not a table %s', async (_, html) => {
    expect((await readMessage(letter('From: a@b.example', HTML + html))).files).toEqual([]);
  });

  it('a forwarded mail brings the table of its original', async () => {
    const message = await readMessage(
      letter('From: a@b.example\nSubject: =?UTF-8?B?6L2s5Y+R77ya6KGo?=', `${HTML}<blockquote>${TABLE}</blockquote>`),
    );
    expect(message.files).toHaveLength(1);
  });

  it('a signature picture is set aside without a question', async () => {
    const picture = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(20_000)]).toString('base64');
    const raw = letter(
      'From: a@b.example',
      `Content-Type: multipart/related; boundary=r\r\n\r\n--r\r\n${HTML}<img src="cid:1">\r\n--r\r\nContent-Type: image/png; name=logo.png\r\nContent-ID: <1>\r\nContent-Transfer-Encoding: base64\r\n\r\n${picture}\r\n--r--\r\n`,
    );
    expect((await readMessage(raw)).files).toMatchObject([{ role: 'refused', refusal: { code: 'file/system-file' } }]);
  });
});

describe('hostile mails', () => {
  function nested(depth: number): Buffer {
    let body = 'Content-Type: text/plain\r\n\r\nhi';
    for (let at = 0; at < depth; at += 1)
      body = `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n${body}\r\n--b${at}--\r\n`;
    return Buffer.from(`From: a@b.example\r\nMIME-Version: 1.0\r\n${body}`);
  }

  it('60 levels are refused, 10 are read', async () => {
    expect((await readMessage(nested(60))).refusal?.code).toBe('mail/too-deep');
    expect((await readMessage(nested(10))).refusal).toBeUndefined();
  });

  it('mails inside mails end somewhere', async () => {
    let inner = mail({});
    for (let at = 0; at < 8; at += 1) {
      const body = inner.toString('base64');
      inner = Buffer.from(
        `From: a@b.example\r\nSubject: x\r\nContent-Type: multipart/mixed; boundary=m${at}\r\n\r\n--m${at}\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n\r\n${body}\r\n--m${at}--\r\n`,
      );
    }
    expect((await readMessage(inner)).files.at(-1)?.refusal?.code).toBe('file/archive-too-deep');
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['no header', Buffer.from('\r\n\r\nhi')],
    ['zeros', Buffer.alloc(1000)],
    ['only a header', Buffer.from('From: a@b.example')],
    ['__proto__', Buffer.from('__proto__: x\r\nFrom: a@b.example\r\nContent-Type: text/plain; __proto__=x\r\n\r\nhi')],
  ])('%s does not throw', async (_, raw) => {
    expect((await readMessage(raw)).kind).toBe('ordinary');
  });

  it('damaged mails never throw', async () => {
    const seed = mail({});
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat({ max: seed.length - 1 }), fc.integer({ min: 0, max: 255 })), { maxLength: 30 }),
        fc.nat({ max: seed.length }),
        async (changes, keep) => {
          const raw = Buffer.from(seed.subarray(0, keep));
          for (const [at, value] of changes) if (at < raw.length) raw[at] = value;
          const message = await readMessage(raw);
          for (const file of message.files) expect(file.size).toBeGreaterThanOrEqual(0);
        },
      ),
      { numRuns: 200, seed: 20_250_301 },
    );
  });

  it('keeps the bytes of what it reads', async () => {
    const message = await readMessage(mail({}));
    expect(message.text).toBe(TEXT);
    expect(Buffer.from(message.files[0]?.bytes ?? []).equals(CONTENT)).toBe(true);
  });
});

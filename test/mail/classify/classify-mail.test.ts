import { describe, expect, it } from 'vitest';
import { readMessage } from '../../../src/mail/read/read-message.ts';
import { CONTENT } from '../repair/mime-cases.ts';

const WORKBOOK = `Content-Type: application/vnd.ms-excel; name=a.xls\r\nContent-Transfer-Encoding: base64\r\n\r\n${CONTENT.toString('base64')}`;

function letter(head: string, text: string, from = 'wang@unit.example'): Buffer {
  return Buffer.from(
    `From: ${from}\r\nTo: office@our.example\r\n${head}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}`,
  );
}

describe('what a mail is', () => {
  it.each<[string, string, string, string]>([
    ['auto-reply', 'Auto-Submitted: auto-replied', '我在外出差', 'Auto-Submitted: auto-replied'],
    ['auto-reply', 'Subject: 自动回复: 通知', '您好', 'Subject: 自动回复: 通知'],
    ['auto-reply', 'X-QQ-AUTO-REPLY: true', '您好', 'X-QQ-AUTO-REPLY: true'],
    ['auto-reply', 'Subject: Out of Office: x', '您好', 'Subject: Out of Office: x'],
    ['auto-reply', 'Precedence: auto_reply', '您好', 'Precedence: auto_reply'],
    ['auto-reply', 'Return-Path: <>', '您好', 'Return-Path: <>'],
    ['auto-reply', 'Return-Path: <wang+auto_=3@qq.example>', '您好', 'Return-Path: <wang+auto_=3@qq.example>'],
    ['ordinary', 'Return-Path: <wang@unit.example>', '请看附件里的说明', ''],
    ['read-receipt', 'Subject: 已读: 通知', '已阅', 'Subject: 已读: 通知'],
    ['read-receipt', 'Subject: 已读回执', '已阅', 'Subject: 已读回执'],
    ['advertisement', 'List-Unsubscribe: <mailto:a@b.example>', '特惠', 'List-Unsubscribe: <mailto:a@b.example>'],
    ['advertisement', 'Subject: [AD] 特惠', '特惠', 'Subject: [AD] 特惠'],
    ['advertisement', 'X-Spam-Flag: YES', '发票', 'X-Spam-Flag: YES'],
    ['ordinary', 'In-Reply-To: <a@b.example>\r\nX-Spam-Flag: YES', '请问民营医院要报吗？', ''],
    ['ordinary', 'Subject: 收到', '收到', ''],
    ['ordinary', 'Subject: 回复: 通知', '已收到，谢谢', ''],
    ['ordinary', 'Auto-Submitted: no', '见附件', ''],
    ['ordinary', 'Subject: 关于退信的说明', '我处邮箱曾退信，现已修好', ''],
    ['ordinary', 'In-Reply-To: <a@b.example>\r\nList-Unsubscribe: <mailto:a@b.example>', '见附件', ''],
  ])('%s: %s', async (kind, head, text, kindReason) => {
    expect(await readMessage(letter(head, text))).toMatchObject({ kind, kindReason });
  });

  it('one with a workbook is a person’s, whatever its headers say', async () => {
    const raw = Buffer.from(
      `From: wang@unit.example\r\nSubject: 自动回复: 通知\r\nAuto-Submitted: auto-replied\r\nList-Unsubscribe: <x>\r\nContent-Type: multipart/mixed; boundary=m\r\n\r\n--m\r\n${WORKBOOK}\r\n--m--\r\n`,
    );
    expect(await readMessage(raw)).toMatchObject({ kind: 'ordinary', kindReason: 'Auto-Submitted: auto-replied' });
  });

  it('a workbook sent in answer to an automatic reply is not taken for one: only the subject says so', async () => {
    const raw = Buffer.from(
      `From: wang@unit.example\r\nSubject: =?utf-8?B?${Buffer.from('回复：自动回复: 通知').toString('base64')}?=\r\nContent-Type: multipart/mixed; boundary=m\r\n\r\n--m\r\n${WORKBOOK}\r\n--m--\r\n`,
    );
    expect(await readMessage(raw)).toMatchObject({ kind: 'ordinary', kindReason: '' });
  });
});

describe('mails that could not be delivered', () => {
  it('a report names the address and the mail', async () => {
    const raw = Buffer.from(
      [
        'From: Mail Delivery System <MAILER-DAEMON@mx.example>',
        'To: office@our.example',
        'Subject: Undelivered Mail Returned to Sender',
        'Content-Type: multipart/report; report-type=delivery-status; boundary=r',
        '',
        '--r',
        'Content-Type: text/plain',
        '',
        'I could not deliver your mail.',
        '--r',
        'Content-Type: message/delivery-status',
        '',
        'Reporting-MTA: dns; mx.example',
        '',
        'Final-Recipient: rfc822; Li@Unit.Example',
        'Action: failed',
        'Status: 5.1.1',
        '',
        'Final-Recipient: rfc822; slow@unit.example',
        'Action: delayed',
        '',
        '--r',
        'Content-Type: message/rfc822',
        '',
        'From: office@our.example',
        'Message-ID: <r01.510100@our.example>',
        'Content-Type: multipart/mixed; boundary=m',
        '',
        '--m',
        WORKBOOK,
        '--m--',
        '--r--',
        '',
      ].join('\r\n'),
    );
    expect(await readMessage(raw)).toMatchObject({
      kind: 'bounce',
      bounced: { addresses: ['li@unit.example'], messageIds: ['r01.510100@our.example'] },
    });
  });

  it.each<[string, string, string, string]>([
    [
      '163',
      'postmaster@163.example',
      '系统退信',
      '抱歉，您的邮件被退回来了……\n收件人：li@unit.example\n550 User not found\n原邮件 Message-ID: <r01.510100@our.example>',
    ],
    [
      'QQ',
      'postmaster@qq.example',
      '来自qq.example的退信',
      '您的邮件无法送达 li@unit.example ，用户不存在\nMessage-ID: <r01.510100@our.example>',
    ],
    [
      'a colleague’s server',
      'system@unit.example',
      '退信通知',
      '邮件投递失败：<li@unit.example>\nMessage-ID: <r01.510100@our.example>\n来自 office@our.example',
    ],
  ])('plain text of %s', async (_, from, subject, text) => {
    expect(await readMessage(letter(`Subject: ${subject}`, text, from))).toMatchObject({
      kind: 'bounce',
      bounced: { addresses: ['li@unit.example'], messageIds: ['r01.510100@our.example'] },
    });
  });

  it('a read receipt is no bounce', async () => {
    const raw = Buffer.from(
      'From: wang@unit.example\r\nContent-Type: multipart/report; report-type=disposition-notification; boundary=r\r\n\r\n--r\r\nContent-Type: message/disposition-notification\r\n\r\nFinal-Recipient: rfc822; wang@unit.example\r\nDisposition: manual-action/MDN-sent-manually; displayed\r\n--r--\r\n',
    );
    expect(await readMessage(raw)).toMatchObject({ kind: 'read-receipt', bounced: { addresses: [], messageIds: [] } });
  });
});

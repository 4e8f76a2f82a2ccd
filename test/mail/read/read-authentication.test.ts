import { describe, expect, it } from 'vitest';
import { readAuthentication } from '../../../src/mail/read/read-authentication.ts';
import { readHead } from '../../../src/mail/repair/read-head.ts';

const NONE = { spf: '', dkim: '', dmarc: '' };
const PASS = 'Authentication-Results: mx38; spf=pass smtp.mail=a@b.example; dkim=pass header.i=@b.example; dmarc=pass';
const FAIL = 'Authentication-Results: mx38; spf=fail; dkim=none';
const BY = 'Received: from b.example by mx38 (Coremail) with SMTP id x; Fri, 10 Jan 2025 09:00:00 +0800';
const EARLIER = 'Received: from pc by b.example; Fri, 10 Jan 2025 08:59:00 +0800';

describe('what the receiving server found', () => {
  it.each<[string, string[], typeof NONE]>([
    ['above the first Received', [PASS, BY, EARLIER], { spf: 'pass', dkim: 'pass', dmarc: 'pass' }],
    ['below it, with the name of its host', [BY, EARLIER, PASS], { spf: 'pass', dkim: 'pass', dmarc: 'pass' }],
    ['below it, from another host', [BY, EARLIER, PASS.replace('mx38', 'mail.b.example')], NONE],
    ['only the topmost', [FAIL, PASS, BY], { spf: 'fail', dkim: 'none', dmarc: '' }],
    ['two of the same host: the worse stands', [BY, PASS, FAIL], { spf: 'fail', dkim: 'none', dmarc: 'pass' }],
    ['folded inside a word', [PASS.replace('spf=', 'sp\r\n\tf='), BY], { spf: '', dkim: 'pass', dmarc: 'pass' }],
    ['none', [BY], NONE],
  ])('%s', (_, lines, expected) => {
    expect(readAuthentication(readHead(Buffer.from(`${lines.join('\r\n')}\r\n`)))).toEqual(expected);
  });
});

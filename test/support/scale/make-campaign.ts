import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  makeMobile,
  makeOrganizationCode,
  makeRegistrationNumber,
  makeUscc,
  pick,
  type Random,
  seededRandom,
} from '../codes.ts';
import { buildMail } from '../samples/build-mail.ts';
import { LIAISON_HEADER, ROSTER_HEADER } from '../samples/draw-reply.ts';
import { drawQuickBook } from './draw-quick-book.ts';

const HOSPITALS_PER_UNIT = 46;
const SURNAMES = ['罗', '邓', '唐', '冉', '蒲', '贾', '敬', '何'];
const GIVEN = ['知遥', '砚清', '予安', '若川', '景澄', '书瑶', '云舒', '明澈'];

/** What was written: `units.csv`, `notice.yaml` and `mailbox/`. */
export interface ScaleCampaign {
  readonly units: number;
  readonly hospitals: number;
  readonly mails: number;
}

/**
 * Writes a campaign `factor` times the size of the real one into a folder: 24 units, about 1,100 hospitals and
 * 60 mails each time. Half of the units send their roster twice.
 */
export function makeScaleCampaign(folder: string, factor: number): ScaleCampaign {
  const random = seededRandom(factor);
  const used = new Set<string>();
  const units = 24 * factor;
  mkdirSync(join(folder, 'mailbox'), { recursive: true });
  const book = ['代码,单位,简称,邮箱'];
  let mails = 0;
  for (let unit = 1; unit <= units; unit += 1) {
    const name = `第${String(unit).padStart(4, '0')}区`;
    const email = `unit${unit}@weijian.test`;
    book.push(`U${String(unit).padStart(5, '0')},${name}卫生健康局,${name},${email}`);
    const rows = Array.from({ length: HOSPITALS_PER_UNIT }, (_, index) =>
      hospitalRow(random, used, name, unit, index + 1),
    );
    const send = (day: number, subject: string, file: string, bytes: Uint8Array): void => {
      mails += 1;
      const date = new Date(Date.UTC(2025, 0, day, 1, unit % 60, mails % 60)).toISOString();
      const messageId = `${mails}.${unit}@weijian.test`;
      const mail = {
        from: email,
        fromName: name,
        subject,
        date,
        messageId,
        text: '见附件。',
        attachments: [{ name: file, bytes }],
      };
      writeFileSync(join(folder, 'mailbox', `${String(mails).padStart(5, '0')}.eml`), buildMail(mail));
    };
    send(12, `${name}附件3`, `附件3 市级联络员名单（${name}）.xlsx`, liaisonBook(random, name, unit));
    if (unit % 2 === 0)
      send(20, `${name}附件2`, `附件2 医院信息汇总表（${name}）.xlsx`, rosterBook(rows.slice(0, -1), name));
    send(28, `${name}附件2`, `附件2 医院信息汇总表（${name}）.xlsx`, rosterBook(rows, name));
  }
  writeFileSync(join(folder, 'units.csv'), `\ufeff${book.join('\r\n')}\r\n`);
  writeFileSync(join(folder, 'notice.yaml'), NOTICE);
  return { units, hospitals: units * HOSPITALS_PER_UNIT, mails };
}

const NOTICE = `campaign: scale
notice: { title: 规模测试, documentNumber: 虚构〔2025〕1号, issuer: 样例办公室, contact: '' }
timeZone: Asia/Shanghai
forms: [hospital-roster, liaison-list]
due: { hospital-roster: '2025-03-01', liaison-list: '2025-01-21' }
`;

function rosterBook(rows: readonly (readonly string[])[], unit: string): Uint8Array {
  return drawQuickBook([['附件2'], ['医院信息汇总表'], [`填报单位：${unit}卫生健康局`], [...ROSTER_HEADER], ...rows]);
}

function liaisonBook(random: Random, name: string, unit: number): Uint8Array {
  const person = pick(random, SURNAMES) + pick(random, GIVEN);
  return drawQuickBook([
    ['附件3'],
    ['市级联络员名单'],
    [...LIAISON_HEADER],
    [name, person, `${name}卫生健康局`, '医政科科长', makeMobile(random), `lianluo${unit}@weijian.test`],
  ]);
}

/** Seven random digits come twice among 100,000 hospitals; each hospital has its own code. */
function newCode(random: Random, used: Set<string>): string {
  let code = makeOrganizationCode(random);
  while (used.has(code)) code = makeOrganizationCode(random);
  used.add(code);
  return code;
}

function hospitalRow(random: Random, used: Set<string>, unit: string, order: number, number: number): string[] {
  const organizationCode = newCode(random, used);
  return [
    String(number),
    unit,
    `${unit}第${number}人民医院`,
    organizationCode,
    makeUscc(random, { organizationCode, division: '510100' }),
    makeRegistrationNumber({ organizationCode, division: '510100', category: 'A100' }),
    '西医',
    '综合医院',
    number % 3 === 0 ? '三级' : '二级',
    pick(random, ['甲等', '乙等', '未定等']),
    pick(random, SURNAMES) + pick(random, GIVEN),
    makeMobile(random),
    `sj${order}-${number}@yiyuan.test`,
  ];
}

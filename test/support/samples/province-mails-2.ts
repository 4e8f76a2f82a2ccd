import { buildMail } from './build-mail.ts';
import { drawWorkbook, rosterRows } from './draw-reply.ts';
import type { Hospital, SampleUnit } from './invent-province.ts';
import { liaisonFile, rosterFile, type StoryMail, unitMail, XLSX } from './story-tools.ts';

type Find = (short: string) => SampleUnit;

/** Replies of the other cities, in official order. */
export function otherCities(find: Find): StoryMail[] {
  return [
    ...nanchong(find('南充市')),
    ...meishan(find('眉山市')),
    ...yibin(find('宜宾市')),
    ...guangan(find('广安市')),
    ...dazhou(find('达州市')),
    ...yaan(find('雅安市')),
    ...bazhong(find('巴中市')),
    ...ziyang(find('资阳市')),
    ...aba(find('阿坝州')),
    ...ganzi(find('甘孜州')),
    ...liangshan(find('凉山州')),
  ];
}

/** 附件2 two days after the deadline. */
function nanchong(unit: SampleUnit): StoryMail[] {
  return [
    {
      name: '南充-附件3.eml',
      mail: unitMail(unit, '01-20 11:30', {
        subject: '南充市联络员名单',
        text: '见附件。',
        attachments: [liaisonFile(unit)],
      }),
    },
    {
      name: '南充-逾期.eml',
      mail: unitMail(unit, '03-03 09:05', {
        subject: '南充市医院信息汇总表（补交）',
        text: '抱歉晚了，附件2见附件。',
        attachments: [rosterFile(unit)],
      }),
    },
  ];
}

/** Somebody's mail forwarded as an attached mail. */
function meishan(unit: SampleUnit): StoryMail[] {
  const inner = buildMail({
    from: 'keshi-12@weijian.test',
    fromName: '眉山市卫健委规信科',
    date: '2025-02-19T01:00:00.000Z',
    subject: '眉山市附件2附件3',
    text: '请转省里。',
    attachments: [rosterFile(unit), liaisonFile(unit)],
  });
  const mail = unitMail(unit, '02-19 14:20', {
    subject: '转发：眉山市附件2附件3',
    text: '转发科室邮件，请查收。',
    attachments: [{ name: '眉山市附件2附件3.eml', bytes: inner, type: 'message/rfc822' }],
  });
  return [{ name: '眉山-转发.eml', mail }];
}

/** One sheet a county. */
function yibin(unit: SampleUnit): StoryMail[] {
  const halves: readonly [string, readonly Hospital[]][] = [
    ['翠屏区', unit.hospitals.slice(0, 3)],
    ['叙州区', unit.hospitals.slice(3)],
  ];
  const bytes = drawWorkbook(
    halves.map(([name, hospitals]) => ({ name, rows: rosterRows(hospitals, `宜宾市${name}`) })),
  );
  const mail = unitMail(unit, '02-26 17:48', {
    subject: '宜宾市附件2、附件3',
    text: '各区县分表见附件2。',
    attachments: [{ name: '宜宾市附件2（分区县）.xlsx', bytes, type: XLSX }, liaisonFile(unit)],
  });
  return [{ name: '宜宾-分县.eml', mail }];
}

/** Nothing but an automatic reply: a unit that has not reported. */
function guangan(unit: SampleUnit): StoryMail[] {
  const mail = unitMail(unit, '02-10 08:31', {
    subject: '自动回复: 关于报送医院信息的通知',
    text: '您好，您的邮件已收到，我将尽快回复。',
    headers: { 'Auto-Submitted': 'auto-replied' },
  });
  return [{ name: '广安-自动回复.eml', mail }];
}

/** A table, later two more hospitals. */
function dazhou(unit: SampleUnit): StoryMail[] {
  return [
    {
      name: '达州.eml',
      mail: unitMail(unit, '02-12 09:45', {
        subject: '达州市附件2和附件3',
        text: '见附件。',
        attachments: [rosterFile({ ...unit, hospitals: unit.hospitals.slice(0, -2) }), liaisonFile(unit)],
      }),
    },
    {
      name: '达州-补报.eml',
      mail: unitMail(unit, '02-22 10:00', {
        subject: '达州市补报2家医院',
        text: '补报2家医院，原来的不变。',
        attachments: [
          rosterFile({ ...unit, hospitals: unit.hospitals.slice(-2) }, '附件2 医院信息汇总表（达州补报）.xlsx'),
        ],
      }),
    },
  ];
}

/** A landline instead of a mobile number, one hospital twice. */
function yaan(unit: SampleUnit): StoryMail[] {
  const [first, ...rest] = unit.hospitals.map((hospital, index) =>
    index === 1 ? { ...hospital, dataManagerPhone: '0835-2220000' } : hospital,
  );
  const hospitals = first ? [first, ...rest, first] : rest;
  const mail = unitMail(unit, '02-27 16:16', {
    subject: '雅安市报送医院信息',
    text: '附件2、附件3见附件。',
    attachments: [rosterFile({ ...unit, hospitals }), liaisonFile(unit)],
  });
  return [{ name: '雅安-座机和重复行.eml', mail }];
}

/** A question, then the report, then a plain 收到. */
function bazhong(unit: SampleUnit): StoryMail[] {
  return [
    {
      name: '巴中-询问.eml',
      mail: unitMail(unit, '02-11 15:09', {
        subject: '请教',
        text: '请问乡镇卫生院需要填报吗？未定级的民营医院是否在范围内？',
      }),
    },
    {
      name: '巴中.eml',
      mail: unitMail(unit, '02-23 11:11', {
        subject: '巴中市附件2、附件3',
        text: '见附件。',
        attachments: [rosterFile(unit), liaisonFile(unit)],
      }),
    },
    { name: '巴中-收到.eml', mail: unitMail(unit, '02-24 08:40', { subject: 'Re: 回执', text: '收到，谢谢！' }) },
  ];
}

/** Known for 附件3; 附件2 comes from an address that nobody knows and names no city but in its cells. */
function ziyang(unit: SampleUnit): StoryMail[] {
  return [
    {
      name: '资阳-附件3.eml',
      mail: unitMail(unit, '01-19 10:22', {
        subject: '资阳市附件3',
        text: '见附件。',
        attachments: [liaisonFile(unit)],
      }),
    },
    {
      name: '未知发件人.eml',
      mail: {
        ...unitMail(unit, '02-20 20:15', { subject: '报表', text: '' }),
        from: 'xiaoyu2018@youxiang.test',
        fromName: '小雨',
        messageId: '20250220.2015@youxiang.test',
        attachments: [
          {
            name: '新建 Microsoft Excel 工作表.xlsx',
            bytes: drawWorkbook([{ name: 'Sheet1', rows: rosterRows(unit.hospitals, '').slice(3) }]),
            type: XLSX,
          },
        ],
      },
    },
  ];
}

/** Names with a middle dot and without. */
function aba(unit: SampleUnit): StoryMail[] {
  const mail = unitMail(unit, '02-28 12:00', {
    subject: '阿坝州附件2附件3',
    text: '扎西德勒，材料见附件。',
    attachments: [rosterFile(unit), liaisonFile(unit)],
  });
  return [{ name: '阿坝.eml', mail }];
}

/** A scan instead of a workbook. */
function ganzi(unit: SampleUnit): StoryMail[] {
  return [
    {
      name: '甘孜-附件3.eml',
      mail: unitMail(unit, '01-21 18:00', {
        subject: '甘孜州附件3',
        text: '见附件。',
        attachments: [liaisonFile(unit)],
      }),
    },
    {
      name: '甘孜-扫描件.eml',
      mail: unitMail(unit, '02-28 17:59', {
        subject: '甘孜州附件2盖章扫描件',
        text: '盖章扫描件见附件。',
        attachments: [
          {
            name: '甘孜州附件2盖章.pdf',
            bytes: Buffer.from(`%PDF-1.4\n${'%'.repeat(400)}\n%%EOF\n`),
            type: 'application/pdf',
          },
        ],
      }),
    },
  ];
}

/** Level and grade in one column. */
function liangshan(unit: SampleUnit): StoryMail[] {
  const rows = rosterRows(unit.hospitals, '凉山州卫生健康委员会').map((row, index) => {
    if (index < 3) return row;
    const [level, grade] = [row[8], row[9]];
    const joined = index === 3 ? '级别等次' : `${String(level)}${String(grade)}`;
    return [...row.slice(0, 8), joined, ...row.slice(10)];
  });
  const mail = unitMail(unit, '02-28 16:30', {
    subject: '凉山州附件2、附件3',
    text: '见附件。',
    attachments: [
      { name: '凉山州附件2.xlsx', bytes: drawWorkbook([{ name: '汇总', rows }]), type: XLSX },
      liaisonFile(unit),
    ],
  });
  return [{ name: '凉山-级别等次一列.eml', mail }];
}

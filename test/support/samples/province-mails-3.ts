import { drawWorkbook, rosterRow, rosterRows } from './draw-reply.ts';
import type { SampleUnit } from './invent-province.ts';
import { liaisonFile, rosterFile, type StoryMail, unitMail, XLSX } from './story-tools.ts';

type Find = (short: string) => SampleUnit;

/** Replies of the units without a division of their own, and what else lands in the mailbox. */
export function othersInTheMailbox(find: Find): StoryMail[] {
  return [
    ...scienceCity(find('科学城')),
    ...ofTheNation(find('国家委在川医疗机构')),
    ...ofTheProvince(find('委直属医疗机构')),
    ...noise(find('广安市'), find('成都市')),
  ];
}

/** Its hospital lies in 绵阳市. */
function scienceCity(unit: SampleUnit): StoryMail[] {
  const mail = unitMail(unit, '02-17 09:09', {
    subject: '科学城卫生健康委报送附件2、附件3',
    text: '见附件。',
    fromName: '科学城卫健委',
    attachments: [
      rosterFile(unit, '附件2 医院信息汇总表（科学城）.xlsx'),
      liaisonFile(unit, '附件3 市级联络员名单（科学城）.xlsx'),
    ],
  });
  return [{ name: '科学城.eml', mail }];
}

/** Three hospitals, each by itself, with its own row. */
function ofTheNation(unit: SampleUnit): StoryMail[] {
  const mails = unit.hospitals.map((hospital, index): StoryMail => {
    const bytes = drawWorkbook([
      { name: '附件2', rows: [...rosterRows([], '国家委在川医疗机构'), rosterRow(hospital, 1)] },
    ]);
    return {
      name: `国家委在川-${index + 1}.eml`,
      mail: unitMail(unit, `02-1${index + 3} 10:3${index}`, {
        from: addressOf(unit, index),
        fromName: hospital.name,
        subject: `${hospital.name}报送附件2（国家委在川医疗机构）`,
        text: '本院信息见附件。',
        attachments: [{ name: `${hospital.name}（国家委在川医疗机构）.xlsx`, bytes, type: XLSX }],
      }),
    };
  });
  const liaison = unitMail(unit, '01-16 16:00', {
    from: addressOf(unit, 0),
    fromName: unit.hospitals[0]?.name ?? '',
    subject: '国家委在川医疗机构附件3',
    text: '联络员见附件。',
    attachments: [liaisonFile(unit)],
  });
  return [...mails, { name: '国家委在川-附件3.eml', mail: liaison }];
}

/** Two mails that add up. */
function ofTheProvince(unit: SampleUnit): StoryMail[] {
  return [
    {
      name: '委直属-1.eml',
      mail: unitMail(unit, '02-13 11:00', {
        subject: '委直属医疗机构附件2、附件3',
        text: '两家医院的信息和联络员见附件。',
        fromName: '委直属单位',
        attachments: [rosterFile({ ...unit, hospitals: unit.hospitals.slice(0, 2) }), liaisonFile(unit)],
      }),
    },
    {
      name: '委直属-2.eml',
      mail: unitMail(unit, '02-18 11:30', {
        subject: '委直属医疗机构补报1家医院',
        text: '补报1家。',
        fromName: '委直属单位',
        attachments: [rosterFile({ ...unit, hospitals: unit.hospitals.slice(2) }, '附件2（委直属医疗机构补报）.xlsx')],
      }),
    },
  ];
}

/** Address of the n-th hospital of a group; all of them stand in units.csv. */
export function addressOf(unit: SampleUnit, index: number): string {
  return unit.email.replace('@', `-${index + 1}@`);
}

/** Mail that nobody has to answer. */
function noise(unreachable: SampleUnit, anyone: SampleUnit): StoryMail[] {
  return [
    {
      name: '退信.eml',
      mail: {
        from: 'postmaster@youxiang.test',
        fromName: '系统退信',
        subject: '系统退信',
        date: '2025-02-05T02:00:00.000Z',
        messageId: '20250205.bounce@youxiang.test',
        text: `很抱歉，您发送的邮件无法送达以下收件人：\r\n<${unreachable.email}>\r\n退信原因：550 User not found 收件人不存在`,
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Failed-Recipients': unreachable.email },
      },
    },
    {
      name: '广告.eml',
      mail: {
        from: 'sale@guanggao.test',
        fromName: '办公用品特惠',
        subject: '开年采购季 办公用品低至五折',
        date: '2025-02-08T03:00:00.000Z',
        messageId: '20250208.ad@guanggao.test',
        text: '点击查看优惠。退订请回复TD。',
        headers: { 'List-Unsubscribe': '<mailto:td@guanggao.test>', Precedence: 'bulk' },
      },
    },
    {
      name: '已读回执.eml',
      mail: unitMail(anyone, '02-06 09:00', {
        subject: '已读: 关于报送医院信息的通知',
        text: '您的邮件已于2025年2月6日被阅读。',
        headers: { 'Auto-Submitted': 'auto-replied', 'X-Receipt': 'read' },
      }),
    },
  ];
}

import iconv from 'iconv-lite';
import { drawWorkbook, liaisonRows, rosterRow, rosterRows, type SampleCell } from './draw-reply.ts';
import type { Hospital, SampleUnit } from './invent-province.ts';
import { liaisonFile, rosterFile, type StoryMail, unitMail, XLS, XLSX } from './story-tools.ts';
import { zipWithGbkNames } from './zip-with-gbk-names.ts';

type Find = (short: string) => SampleUnit;

/** Replies of the first twelve cities, in official order. */
export function firstCities(find: Find): StoryMail[] {
  return [
    ...chengdu(find('成都市')),
    ...zigong(find('自贡市')),
    ...panzhihua(find('攀枝花市')),
    ...luzhou(find('泸州市')),
    ...deyang(find('德阳市')),
    ...mianyang(find('绵阳市')),
    ...guangyuan(find('广元市')),
    ...suining(find('遂宁市')),
    ...neijiang(find('内江市')),
    ...leshan(find('乐山市')),
  ];
}

function chengdu(unit: SampleUnit): StoryMail[] {
  return [
    {
      name: '成都-附件3.eml',
      mail: unitMail(unit, '01-15 09:20', {
        subject: '成都市报送附件3',
        text: '附件3市级联络员名单见附件，请查收。',
        attachments: [liaisonFile(unit)],
      }),
    },
    {
      name: '成都-附件2.eml',
      mail: unitMail(unit, '02-20 16:02', {
        subject: '成都市医院信息汇总表',
        text: '附件2见附件。',
        attachments: [rosterFile(unit)],
      }),
    },
  ];
}

/** Both annexes in one mail, header words and file names in GBK. */
function zigong(unit: SampleUnit): StoryMail[] {
  const mail = unitMail(unit, '01-17 10:41', {
    subject: '自贡市报送材料（附件2、附件3）',
    text: '您好！自贡市的两张表见附件。',
    charset: 'gbk',
    attachments: [rosterFile(unit), liaisonFile(unit)],
  });
  return [{ name: '自贡.eml', mail }];
}

/** A zip whose names are in GBK without a flag, headers raw 8-bit. */
function panzhihua(unit: SampleUnit): StoryMail[] {
  const bytes = zipWithGbkNames([rosterFile(unit), liaisonFile(unit)]);
  const mail = unitMail(unit, '01-20 15:33', {
    subject: '攀枝花市附件2和附件3',
    text: '见压缩包。',
    charset: 'raw-gbk',
    attachments: [{ name: '攀枝花报送材料.zip', bytes, type: 'application/zip' }],
  });
  return [{ name: '攀枝花-压缩包.eml', mail }];
}

/** The old Excel format. */
function luzhou(unit: SampleUnit): StoryMail[] {
  const bytes = drawWorkbook(
    [
      { name: '附件2', rows: rosterRows(unit.hospitals, '泸州市卫生健康委员会') },
      { name: '附件3', rows: liaisonRows(unit.liaison) },
    ],
    'biff8',
  );
  const mail = unitMail(unit, '01-21 17:05', {
    subject: '泸州市医院信息汇总表及联络员名单',
    text: '请查收。',
    attachments: [{ name: '泸州市附件2附件3.xls', bytes, type: XLS }],
  });
  return [{ name: '泸州-xls.eml', mail }];
}

/** The city given once in a merged cell, a total and notes below. */
function deyang(unit: SampleUnit): StoryMail[] {
  const rows = rosterRows(unit.hospitals, '德阳市卫生健康委员会');
  const merged = rows.map((row, index) => (index > 4 ? row.map((cell, column) => (column === 1 ? null : cell)) : row));
  const last = 4 + unit.hospitals.length;
  const bytes = drawWorkbook([
    {
      name: 'Sheet1',
      rows: [
        ...merged,
        ['合计', null, `${unit.hospitals.length}家`],
        ['备注：本表由各县（市、区）卫生健康局核对。'],
        ['填表人：敬听澜', null, null, '联系电话：0838-0000000'],
      ],
      merges: ['A2:M2', `B5:B${last}`],
    },
  ]);
  return [
    {
      name: '德阳-合并单元格.eml',
      mail: unitMail(unit, '02-25 11:18', {
        subject: '德阳市报送附件2',
        text: '附件2见附件。附件3已于1月报送。',
        attachments: [{ name: '德阳市医院信息汇总表.xlsx', bytes, type: XLSX }],
      }),
    },
    {
      name: '德阳-附件3.eml',
      mail: unitMail(unit, '01-18 09:00', {
        subject: '德阳市联络员',
        text: '联络员名单见附件。',
        attachments: [liaisonFile(unit)],
      }),
    },
  ];
}

/** A wrong check character in a credit code and a telephone with ten digits. */
function mianyang(unit: SampleUnit): StoryMail[] {
  const hospitals = unit.hospitals.map((hospital, index): Hospital => {
    if (index === 0) return { ...hospital, uscc: withOtherEnd(hospital.uscc) };
    if (index === 2) return { ...hospital, dataManagerPhone: hospital.dataManagerPhone.slice(0, 10) };
    return hospital;
  });
  const mail = unitMail(unit, '02-26 14:55', {
    subject: '绵阳市报送医院信息汇总表、联络员名单',
    text: '见附件。',
    attachments: [rosterFile({ ...unit, hospitals }), liaisonFile(unit)],
  });
  return [{ name: '绵阳-有错误.eml', mail }];
}

function withOtherEnd(code: string): string {
  return code.slice(0, -1) + (code.endsWith('0') ? '1' : '0');
}

/** First a table with a missing hospital, a week later the whole again. */
function guangyuan(unit: SampleUnit): StoryMail[] {
  return [
    {
      name: '广元-第一次.eml',
      mail: unitMail(unit, '02-14 10:10', {
        subject: '广元市附件2、附件3',
        text: '广元市材料见附件。',
        attachments: [rosterFile({ ...unit, hospitals: unit.hospitals.slice(0, -1) }), liaisonFile(unit)],
      }),
    },
    {
      name: '广元-更正重报.eml',
      mail: unitMail(unit, '02-21 16:40', {
        subject: '广元市附件2（更新，以此为准）',
        text: '上次漏了一家医院，请以这次的附件2为准。',
        attachments: [rosterFile(unit)],
      }),
    },
  ];
}

/** csv in GBK, as saved from WPS. */
function suining(unit: SampleUnit): StoryMail[] {
  const csv = (rows: readonly (readonly SampleCell[])[]): string =>
    rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell))).join(',')).join('\r\n');
  const mail = unitMail(unit, '02-27 09:30', {
    subject: '遂宁市报送',
    text: '两张表见附件。',
    attachments: [
      { name: '遂宁市附件2 医院信息汇总表.csv', bytes: gbk(csv(rosterRows(unit.hospitals, '遂宁市卫生健康委员会'))) },
      { name: '遂宁市附件3 市级联络员名单.csv', bytes: gbk(csv(liaisonRows(unit.liaison))) },
    ],
  });
  return [{ name: '遂宁-csv.eml', mail }];
}

/** The same mail content sent twice. */
function neijiang(unit: SampleUnit): StoryMail[] {
  const parts = {
    subject: '内江市附件2附件3',
    text: '见附件。',
    attachments: [rosterFile(unit), liaisonFile(unit)],
  };
  return [
    { name: '内江.eml', mail: unitMail(unit, '02-18 15:00', parts) },
    {
      name: '内江-重复发送.eml',
      mail: unitMail(unit, '02-18 15:26', {
        ...parts,
        subject: '转发：内江市附件2附件3',
        text: '怕没收到，再发一次。',
      }),
    },
  ];
}

/** 登记号 typed into number cells: their last digits are gone. */
function leshan(unit: SampleUnit): StoryMail[] {
  const rows = unit.hospitals.map((hospital, index) => {
    const row = rosterRow(hospital, index + 1);
    if (index === 1) row[5] = Number('4501234567511100111001');
    return row;
  });
  const bytes = drawWorkbook([
    { name: '乐山', rows: [...rosterRows([], '乐山市卫生健康委员会'), ...rows], formats: { F6: '0' } },
  ]);
  const mail = unitMail(unit, '02-24 10:12', {
    subject: '乐山市报送附件2附件3',
    text: '见附件，登记号显示不全，请指导。',
    attachments: [{ name: '乐山市附件2.xlsx', bytes, type: XLSX }, liaisonFile(unit)],
  });
  return [{ name: '乐山-登记号变成数字.eml', mail }];
}

function gbk(text: string): Buffer {
  return iconv.encode(text, 'gbk');
}

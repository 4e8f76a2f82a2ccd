import { buildMail } from './build-mail.ts';
import type { SampleUnit } from './invent-province.ts';
import type { Find, NastyReply } from './nasty-tools.ts';
import { rosterFile, type StoryMail, unitMail } from './story-tools.ts';

/** Several mails that only make sense together. */
export function nastyStories(find: Find): NastyReply[] {
  const dazhou = find('达州市');
  const yibin = find('宜宾市');
  const zigong = find('自贡市');
  const nation = find('国家委在川医疗机构');
  const chengdu = find('成都市');
  return [
    {
      folder: 'story-partial-table-does-not-erase',
      about: '先报整表，后来又发一张只有两家医院、没有说明的表：不得悄悄删掉其余医院',
      files: files(
        sends(dazhou, '02-10 09:00', '达州市附件2', '见附件。', dazhou.hospitals),
        sends(dazhou, '02-15 09:00', '达州市附件2', '见附件。', dazhou.hospitals.slice(0, 2)),
      ),
    },
    {
      folder: 'story-correction-of-one-row',
      about: '更正一家医院的手机号码，其余不变',
      files: files(
        sends(yibin, '02-10 09:00', '宜宾市附件2', '见附件。', yibin.hospitals),
        sends(yibin, '02-15 09:00', '宜宾市更正1家医院信息', '更正附件中这家医院的手机号码，其他医院不变。', [
          { ...(yibin.hospitals[1] ?? fail()), dataManagerPhone: '15900007788' },
        ]),
      ),
    },
    {
      folder: 'story-same-hospital-from-two-units',
      about: '两个市都报了同一家医院',
      files: files(
        sends(zigong, '02-10 09:00', '自贡市附件2', '见附件。', zigong.hospitals.slice(0, 2)),
        sends(yibin, '02-11 09:00', '宜宾市附件2', '见附件。', [
          ...yibin.hospitals.slice(0, 2),
          { ...(zigong.hospitals[0] ?? fail()), prefecture: '宜宾市' },
        ]),
      ),
    },
    {
      folder: 'story-hospital-writes-beside-its-city',
      about: '成都市已报，市里一家医院又自己单独报了一遍',
      files: files(sends(chengdu, '02-10 09:00', '成都市附件2', '见附件。', chengdu.hospitals.slice(0, 3)), {
        name: '医院自报.eml',
        mail: {
          ...unitMail(chengdu, '02-12 09:00', { subject: '成都市附件2（本院）', text: '本院信息见附件。' }),
          from: 'xinxike@yiyuan.test',
          fromName: chengdu.hospitals[0]?.name ?? '',
          messageId: '20250212.0900@yiyuan.test',
          attachments: [rosterFile({ ...chengdu, hospitals: chengdu.hospitals.slice(0, 1) })],
        },
      }),
    },
    {
      folder: 'story-stranger-replaces-accepted-table',
      about: '陌生地址发来一张会替换已采纳数据的表：先放着，等人决定',
      files: files(sends(zigong, '02-10 09:00', '自贡市附件2', '见附件。', zigong.hospitals), {
        name: '陌生人.eml',
        mail: {
          ...unitMail(zigong, '02-16 09:00', { subject: '自贡市附件2', text: '见附件。' }),
          from: 'stranger@moren.test',
          fromName: '自贡市卫健委',
          messageId: '20250216.0900@moren.test',
          attachments: [
            rosterFile({
              ...zigong,
              hospitals: zigong.hospitals.map((hospital) => ({ ...hospital, dataManagerPhone: '15900009999' })),
            }),
          ],
        },
      }),
    },
    {
      folder: 'story-two-hospitals-of-a-group',
      about: '国家委在川的两家医院各报各的，互不覆盖',
      files: files(
        sends(nation, '02-10 09:00', '国家委在川医疗机构附件2', '本院信息见附件。', nation.hospitals.slice(0, 1), 0),
        sends(nation, '02-11 09:00', '国家委在川医疗机构附件2', '本院信息见附件。', nation.hospitals.slice(1, 2), 1),
      ),
    },
  ];
}

function sends(
  unit: SampleUnit,
  day: string,
  subject: string,
  text: string,
  hospitals: SampleUnit['hospitals'],
  sender?: number,
): StoryMail {
  const mail = unitMail(unit, day, { subject, text, attachments: [rosterFile({ ...unit, hospitals })] });
  const from = sender === undefined ? mail.from : mail.from.replace('@', `-${sender + 1}@`);
  return { name: '附件2.eml', mail: { ...mail, from } };
}

function files(...mails: readonly StoryMail[]): NastyReply['files'] {
  return mails.map(({ name, mail }, index) => ({ name: `${index + 1}-${name}`, bytes: buildMail(mail) }));
}

function fail(): never {
  throw new Error('the sample unit has too few hospitals');
}

import type { Form } from '../../src/forms/form.ts';
import { loadForm } from '../../src/forms/load-form.ts';
import type { Vocabulary } from '../../src/vocabularies/vocabulary.ts';

/** A form with every kind of column, small enough to be seen at a glance. */
export const AMBULANCES: Form = loadForm(
  `form: ambulance-list
annex: 附表
title: 救护车配备情况表
fileName: 附表 救护车配备情况表
version: '3'
due: '2025-06-30'
label: plate
identity: [plate, city+crew]
unitColumn: city
sequenceColumn: sequence
columns:
  - { key: sequence, header: 序号, kind: sequence, required: false, width: 6 }
  - { key: city, header: 市(州), kind: choice, vocabulary: city }
  - { key: plate, header: 车牌号, kind: code, width: 10, prompt: 川A 开头。, example: 川A00000 }
  - { key: vehicleKind, header: "车 型\\n（填代码或名称）", kind: choice, vocabulary: kind, required: false, prompt: 选一项。 }
  - { key: state, header: 车况, kind: choice, vocabulary: state }
  - { key: bought, header: 购置日期, kind: date }
  - { key: beds, header: 担架数, kind: number, required: false, width: 8 }
  - { key: crew, header: 负责人, kind: person, formula: 'LEN({cell})<LEN({plate})+LEN({nobody})' }
  - { key: phone, header: 手机号码, kind: phone, width: 14 }
  - { key: mail, header: 邮箱, kind: email, align: left, width: 20 }
  - { key: base, header: 所在医院, kind: institution, align: left, width: 20 }
  - { key: note, header: 备注, kind: text, required: false, align: left }
vocabularies:
  kind: [{ value: 监护型, code: K1 }, { value: 转运型, code: K2 }, { value: 其他, code: K9, usable: false }]
  state: [{ value: 良好 }, { value: 待修 }]
notes: [每辆一行。, 只填本地的车。]
print: { paper: A3, orientation: portrait, rows: 3 }
register: { fileName: 全省救护车, title: 救护车 }
`,
  'ambulance-list.yaml',
);

export const FONTS = { title: '标题体', head: '黑体', body: '仿宋' };

const CITIES: Vocabulary = {
  id: 'city',
  title: '市（州）',
  source: 'test',
  terms: [
    { value: '成都市', code: '510100' },
    { value: '绵阳市', code: '510700', facts: { unit: '51MY' } },
  ],
};

/** The vocabularies of the form, and the cities that a campaign adds. */
export function findVocabulary(id: string, form: Form): Vocabulary | undefined {
  if (id === 'city') return CITIES;
  const terms = form.vocabularies[id];
  return terms && { id, title: id, source: form.title, terms: terms as Vocabulary['terms'] };
}

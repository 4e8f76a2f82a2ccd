import { describe, expect, it } from 'vitest';
import { judgeRowOf, judgeValue, NOBODYS_ID } from '../support/judge-value.ts';

const codes = (key: string, value: string): string[] => [...judgeValue(key, value).keys()];

describe('a telephone', () => {
  it.each([
    ['right', '13958204716', []],
    ['of a new segment', '19258204716', []],
    ['of a virtual operator', '17158204716', []],
    ['blank', '', ['cell/required']],
    ['a placeholder', '无', ['cell/placeholder']],
    ['a citizen’s number', NOBODYS_ID, ['cell/id-card']],
    ['a mailbox', 'luo@163.com', ['phone/wrong-column']],
    ['a credit code', '12510100450712347E', ['phone/wrong-column']],
    ['two numbers', '13958204716/13800001234', ['phone/two-numbers']],
    ['two numbers without a sign between them', '1395820471613800001234', ['phone/two-numbers']],
    ['two numbers, one a landline', '13958204716、028-86123456', ['phone/two-numbers']],
    ['a landline', '028-86123456', ['phone/landline']],
    ['a landline in brackets', '(028)86123456', ['phone/landline']],
    ['a landline without area code', '86123456', ['phone/landline']],
    ['a landline with extension', '0838-2501234-801', ['phone/landline']],
    ['a digit missing', '1395820471', ['phone/digit-count']],
    ['a digit too many', '139582047161', ['phone/digit-count']],
    ['a wrong start', '23958204716', ['phone/format']],
    ['a start that no mobile number has', '12058204716', ['phone/format']],
    ['words', '微信同号', ['phone/format']],
    ['with +86', '+8613958204716', ['phone/country-code']],
    ['with 0086', '008613958204716', ['phone/country-code']],
    ['with 86-', '86-13958204716', ['phone/country-code']],
    ['of a segment not issued', '14958204716', ['phone/unassigned']],
    ['of a segment for machines', '14158204716', ['phone/unassigned']],
    ['the example', '13800138000', ['phone/example']],
    ['one digit over and over', '13888888888', ['phone/example']],
    ['counted up', '13912345678', ['phone/example']],
  ])('%s: %s → %j', (_, value, expected) => {
    expect(codes('dataManagerPhone', value)).toEqual(expected);
  });

  it('loses its country code in the proposal', () => {
    expect(judgeValue('dataManagerPhone', '+8613958204716').get('phone/country-code')?.fix).toBe('13958204716');
  });

  it.each([
    ['13958204716', '13958204716@139.com', []],
    ['13958204716', '13958204761@139.com', ['phone/mailbox-number']],
    ['13958204716', '18811112222@139.com', []],
  ])('%s beside the mailbox %s → %j', (dataManagerPhone, dataManagerEmail, expected) => {
    expect([...judgeRowOf({ dataManagerPhone, dataManagerEmail }).keys()]).toEqual(expected);
  });
});

describe('a mailbox', () => {
  it.each([
    ['right', 'luozhiyao@163.com', []],
    ['of a hospital', 'xxk@jixi-yiyuan.cn', []],
    ['of QQ', '284719306@qq.com', []],
    ['with a plus', 'luo+hqms@vip.163.com', []],
    ['blank', '', ['cell/required']],
    ['a placeholder', '暂无', ['cell/placeholder']],
    ['a credit code', '12510100450712347E', ['email/wrong-column']],
    ['a mobile number', '13958204716', ['email/wrong-column']],
    ['two addresses', 'luo@163.com;deng@qq.com', ['email/two-addresses']],
    ['two addresses glued', 'luo@163.comdeng@qq.com', ['email/two-addresses']],
    ['full width', 'ｌｕｏ＠163.com', ['email/full-width']],
    ['a Chinese full stop', 'luo@163。com', ['email/full-width']],
    ['no @', 'luo163.com', ['email/missing-at']],
    ['only a QQ number', '284719306', ['email/qq-number']],
    ['.con', 'luo@163.con', ['email/domain']],
    ['136', 'luo@136.com', ['email/domain']],
    ['gmial', 'luo@gmial.com', ['email/domain']],
    ['a full stop missing', 'luo@163com', ['email/domain']],
    ['no ending', 'luo@163', ['email/format']],
    ['words', '联系办公室', ['email/format']],
    ['two @', 'luo@@163.com', ['email/format']],
    ['a space inside', 'luo zhi@163.com', ['email/format']],
    ['the example', 'zhangsan@example.com', ['email/example']],
  ])('%s: %s → %j', (_, value, expected) => {
    expect(codes('dataManagerEmail', value)).toEqual(expected);
  });

  it.each([
    ['luo@163.con', 'email/domain', 'luo@163.com'],
    ['luo@gmial.com', 'email/domain', 'luo@gmail.com'],
    ['luo@qq.cm', 'email/domain', 'luo@qq.com'],
    ['luo@163com', 'email/domain', 'luo@163.com'],
    ['luo@136.com', 'email/domain', undefined],
    ['luo163.com', 'email/missing-at', 'luo@163.com'],
    ['luo@163。com', 'email/full-width', 'luo@163.com'],
  ])('%s (%s) is proposed as %s', (value, code, fix) => {
    expect(judgeValue('dataManagerEmail', value).get(code)?.fix).toBe(fix);
  });
});

describe('a person', () => {
  it.each([
    ['of two characters', '罗舒', []],
    ['of three', '罗知遥', []],
    ['of a double surname', '欧阳知遥', []],
    ['of a people of the west', '阿苦·尔布', []],
    ['of a people, four characters', '泽仁卓玛', []],
    ['whose given name is 科', '何科', []],
    ['blank', '', ['cell/required']],
    ['a placeholder', '待定', ['cell/placeholder']],
    ['a citizen’s number behind the name', `罗知遥${NOBODYS_ID}`, ['cell/id-card']],
    ['a telephone behind the name', '罗知遥13958204716', ['person/digits']],
    ['two people', '罗知遥、邓予安', ['person/several']],
    ['two people with a space', '罗知遥 邓予安', ['person/several']],
    ['a hospital', '成都市霁溪人民医院', ['person/institution']],
    ['a department', '信息科', ['person/institution']],
    ['a department that looks like a name', '皮肤科', ['person/institution']],
    ['a title', '罗知遥主任', ['person/title']],
    ['a title behind the surname', '何科长', ['person/title']],
    ['one character', '罗', ['person/format']],
    ['Latin letters', 'Luo Zhiyao', ['person/format']],
  ])('%s: %s → %j', (_, value, expected) => {
    expect(codes('dataManagerName', value)).toEqual(expected);
  });

  it('is not the hospital of the row', () => {
    expect([
      ...judgeRowOf({ name: '霁溪县康养之家', dataManagerName: '霁溪县康养之家', medicineKind: '' }).keys(),
    ]).toEqual(['person/same-as-institution']);
  });
});

describe('the name of an institution', () => {
  it.each([
    ['right', '成都市霁溪人民医院', []],
    ['with a campus', '成都市霁溪人民医院（锦屿院区）', []],
    ['of the army', '中国人民解放军第九九九医院', []],
    ['a place', '成都市', ['institution/place-only']],
    ['a place as everybody calls it', '甘孜州', ['institution/place-only']],
    ['a person', '罗知遥', ['institution/person']],
    ['too short', '医院', ['institution/too-short']],
    ['without a place', '第一人民医院', ['institution/no-place']],
    ['short for a name', '霁溪县人民保健', ['institution/no-general-name']],
    ['with a slip', '成都市霁溪人名医院', ['institution/misspelt']],
    ['twice 医院', '成都市霁溪人民医院医院', ['institution/misspelt']],
    ['a citizen’s number', NOBODYS_ID, ['cell/id-card']],
    ['a placeholder', '待补', ['cell/placeholder']],
  ])('%s: %s → %j', (_, value, expected) => {
    expect(codes('name', value)).toEqual(expected);
  });
});

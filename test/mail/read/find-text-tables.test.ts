import { describe, expect, it } from 'vitest';
import { findTextTables } from '../../../src/mail/read/find-text-tables.ts';

const lines = (text: string): string[] =>
  findTextTables(text).flatMap(({ bytes }) => Buffer.from(bytes).toString('utf8').trim().split('\r\n'));

describe('tables pasted into a letter without markup', () => {
  it.each([
    [
      'parted by tabs',
      '各位老师：\n序号\t名称\t手机\n1\t甲医院\t13900001234\n谢谢！',
      ['序号\t名称\t手机', '1\t甲医院\t13900001234'],
    ],
    [
      'a blank cell keeps its place',
      '序号\t名称\t\t手机\n1\t\t甲\t13900001234',
      ['序号\t名称\t\t手机', '1\t\t甲\t13900001234'],
    ],
    ['blank lines between the rows', 'a\tb\tc\n\nd\te\tf', ['a\tb\tc', 'd\te\tf']],
    [
      'parted by several spaces, every row alike',
      '序号  市州  名称  级别  手机\n1  成都市  甲医院  三级  13900001234',
      ['序号\t市州\t名称\t级别\t手机', '1\t成都市\t甲医院\t三级\t13900001234'],
    ],
    [
      'two of them',
      'a\tb\tc\nd\te\tf\n以下为附件3\ng\th\ti\nj\tk\tl',
      ['a\tb\tc', 'd\te\tf', '', 'g\th\ti', 'j\tk\tl'],
    ],
  ])('%s', (_, text, expected) => {
    expect(lines(text)).toEqual(expected);
  });

  it.each([
    ['a letter', '收到，谢谢！\n张三'],
    ['labels line by line, as in a signature', '姓名：张三\n单位：某某市卫健委\n电话：028-12345678\n邮箱：a@b.cn'],
    ['one row', '姓名\t电话\t邮箱'],
    ['a signature', '某某市卫生健康委\t医政科\n电话\t028-12345678'],
    ['prose with wide spaces', '您好！  附件请查收。\n此致  敬礼'],
  ])('%s is none', (_, text) => {
    expect(findTextTables(text)).toEqual([]);
  });
});

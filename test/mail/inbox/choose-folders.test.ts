import { describe, expect, it } from 'vitest';
import { chooseFolders, chooseSentFolder, type FolderFacts } from '../../../src/mail/inbox/choose-folders.ts';

function folder(path: string, specialUse?: string, flag?: string): FolderFacts {
  return { path, name: path.split('/').at(-1) ?? path, specialUse, flags: new Set(flag === undefined ? [] : [flag]) };
}

const NETEASE = [
  folder('INBOX'),
  folder('草稿箱', '\\Drafts'),
  folder('已发送', '\\Sent'),
  folder('已删除', '\\Trash'),
  folder('垃圾邮件', '\\Junk'),
  folder('病毒文件夹'),
  folder('广告邮件'),
  folder('订阅邮件'),
];
const QQ = [
  folder('INBOX'),
  folder('Sent Messages', '\\Sent'),
  folder('Drafts'),
  folder('Deleted Messages'),
  folder('Junk', '\\Junk'),
  folder('其他文件夹', undefined, '\\NoSelect'),
  folder('其他文件夹/广告邮件'),
];
const CMCC = [folder('INBOX'), folder('垃圾邮件'), folder('已发送'), folder('账单')];
const PLAIN = [folder('inbox'), folder('Spam'), folder('Sent Items'), folder('Junk E-mail'), folder('Archive')];

describe('the folders into which replies are sorted', () => {
  it.each([
    ['NetEase', NETEASE, ['INBOX', '垃圾邮件', '广告邮件', '订阅邮件'], '已发送'],
    ['QQ', QQ, ['INBOX', 'Junk', '其他文件夹/广告邮件'], 'Sent Messages'],
    ['139', CMCC, ['INBOX', '垃圾邮件'], '已发送'],
    ['others', PLAIN, ['inbox', 'Junk E-mail', 'Spam'], 'Sent Items'],
    ['none listed', [], ['INBOX'], undefined],
  ])('%s', (_name, folders, harvested, sent) => {
    expect(chooseFolders(folders)).toEqual(harvested);
    expect(chooseSentFolder(folders)).toBe(sent);
  });
});

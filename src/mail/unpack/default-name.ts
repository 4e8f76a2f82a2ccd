import type { FileKind } from './sniff.ts';

const NAMES: Partial<Record<FileKind, string>> = {
  zip: '未命名.zip',
  'zip-spreadsheet': '未命名.xlsx',
  'zip-document': '未命名.docx',
  ole: '未命名.xls',
  msg: '原邮件.msg',
  rar: '未命名.rar',
  '7z': '未命名.7z',
  gzip: '未命名.gz',
  tar: '未命名.tar',
  tnef: 'winmail.dat',
  mail: '原邮件.eml',
  pdf: '未命名.pdf',
  image: '图片',
  html: '未命名.html',
  text: '未命名.txt',
};

/** What a file without a name is called. */
export function defaultName(kind: FileKind): string {
  return NAMES[kind] ?? '未命名';
}

/** What choosing needs to know of a folder. */
export interface FolderFacts {
  readonly path: string;
  /** Last part of the path. */
  readonly name: string;
  readonly specialUse?: string | undefined;
  readonly flags: ReadonlySet<string>;
}

/** Folders into which providers sort replies from strange addresses. */
const SORTED_AWAY =
  /^(junk([ -]?e?-?mail)?|spam|bulk( mail)?|垃圾邮件|垃圾箱|垃圾信件|垃圾郵件|广告邮件|订阅邮件|推广邮件)$/i;
const SENT = /^(sent([ -]?(items|messages|mail))?|已发送|已发送邮件|已发邮件|发件箱|寄件備份|寄件备份)$/i;

/** The folders that are harvested: INBOX first, then junk and advertisements by special use or name. */
export function chooseFolders(folders: readonly FolderFacts[]): string[] {
  const open = folders.filter((folder) => !isClosed(folder));
  const inbox = open.filter((folder) => folder.path.toUpperCase() === 'INBOX').map((folder) => folder.path);
  const others = open
    .filter((folder) => folder.path.toUpperCase() !== 'INBOX')
    .filter((folder) => folder.specialUse === '\\Junk' || SORTED_AWAY.test(folder.name))
    .map((folder) => folder.path)
    .sort();
  return [...(inbox.length === 0 ? ['INBOX'] : inbox), ...others];
}

/** The folder in which sent mail is kept, by special use or name. */
export function chooseSentFolder(folders: readonly FolderFacts[]): string | undefined {
  const open = folders.filter((folder) => !isClosed(folder));
  return (open.find((folder) => folder.specialUse === '\\Sent') ?? open.find((folder) => SENT.test(folder.name)))?.path;
}

function isClosed(folder: FolderFacts): boolean {
  return [...folder.flags].some((flag) => /^\\(noselect|nonexistent)$/i.test(flag));
}

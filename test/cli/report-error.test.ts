import { describe, expect, it } from 'vitest';
import type { Io } from '../../src/cli/io.ts';
import { reportError } from '../../src/cli/report-error.ts';
import { Outage } from '../../src/text/outage.ts';
import { UserError } from '../../src/text/user-error.ts';
import { makeTools } from '../support/campaign.ts';

function told(error: unknown): { readonly code: number; readonly err: string } {
  const lines: string[] = [];
  const io: Io = {
    out: () => undefined,
    err: (text) => void lines.push(text),
    width: 80,
    terminal: false,
    tools: makeTools(),
  };
  return { code: reportError(error, io), err: lines.join('\n') };
}

const withCode = (code: string): Error => Object.assign(new Error('x'), { code, path: '/x' });

describe('what went wrong is told as exit code and next step', () => {
  it.each([
    ['a user error', new UserError('没有邮箱', '请填写。'), 2, '没有邮箱\n下一步：请填写。'],
    ['an outage', new Outage('连不上', '请稍后再试。'), 3, '连不上\n下一步：请稍后再试。'],
    ['a full disk', withCode('ENOSPC'), 3, '磁盘已满'],
    ['no right to write', withCode('EACCES'), 3, '没有读写权限：/x'],
    ['a file in the place of a folder', withCode('ENOTDIR'), 2, '路径中有一段是文件'],
    ['a folder in the place of a file', withCode('EISDIR'), 2, '却是文件夹'],
    ['a name too long', withCode('ENAMETOOLONG'), 2, '太长'],
    ['a library that the system lacks', withCode('ERR_DLOPEN_FAILED'), 2, 'Visual C++'],
    ['a full ledger', withCode('SQLITE_FULL'), 3, '磁盘已满'],
    ['an extended code of SQLite', withCode('SQLITE_IOERR_WRITE'), 3, '磁盘读写出错'],
    ['one that libsql has no name for', withCode('UNKNOWN_SQLITE_ERROR_1544'), 3, '台账文件不能写入'],
    ['a broken ledger', withCode('SQLITE_NOTADB'), 3, 'ledger.db 已损坏'],
  ])('%s', (_, error, code, says) => {
    const { code: seen, err } = told(error);

    expect(seen).toBe(code);
    expect(err).toContain(says);
    expect(err).toContain('下一步：');
    expect(err).not.toMatch(/\n\s+at /);
  });

  it.each([[new Error('x')], [withCode('UNKNOWN_SQLITE_ERROR_9999')], [withCode('ESOMETHING')], ['text']])(
    'anything else (%s) is a fault of the program',
    (error) => {
      expect(told(error)).toMatchObject({ code: 70, err: expect.stringContaining('程序出错') });
    },
  );
});

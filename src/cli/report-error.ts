import { Outage } from '../text/outage.ts';
import { VERSION } from '../text/program.ts';
import { UserError } from '../text/user-error.ts';
import { EXIT } from './exit-codes.ts';
import type { Io } from './io.ts';
import { UsageFault } from './usage-fault.ts';

/** Says in Chinese what went wrong and what to do; a stack only for faults of the program. Returns the exit code. */
export function reportError(error: unknown, io: Io): number {
  if (error instanceof UserError) {
    io.err(`${error.message}\n下一步：${error.nextStep}`);
    return EXIT.usage;
  }
  if (error instanceof UsageFault || (error instanceof Error && error.name === 'YError')) {
    io.err(`${error.message}\n下一步：运行 mingce --help 查看用法。`);
    return EXIT.usage;
  }
  if (error instanceof Outage) {
    io.err(`${error.message}\n下一步：${error.advice}\n已经收取和记录的内容没有丢失，可以重新运行。`);
    return EXIT.outage;
  }
  const setup = describeFault(error, SETUP_FAULTS);
  if (setup !== undefined) {
    io.err(setup);
    return EXIT.usage;
  }
  const disk = describeFault(error, DISK_FAULTS);
  if (disk !== undefined) {
    io.err(`${disk}\n已经收取和记录的内容没有丢失，处理后可以重新运行。`);
    return EXIT.outage;
  }
  io.err(`程序出错，不是您的操作问题。请把下面的内容发给维护人员（名册 ${VERSION}，Node ${process.version}）：`);
  io.err(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return EXIT.bug;
}

/** Paths that cannot be what the clerk meant, and a computer that lacks what the program stands on. */
const SETUP_FAULTS: Readonly<Record<string, string>> = {
  ENOTDIR: '路径中有一段是文件，不是文件夹\n下一步：请检查写的路径。',
  EISDIR: '这里应当是文件，却是文件夹\n下一步：请检查写的路径，或移走同名的文件夹。',
  ERR_DLOPEN_FAILED:
    '系统缺少运行本程序需要的组件\n下一步：Windows 请安装微软的 Visual C++ 2015–2022 运行库（x64）；其他系统请在程序文件夹里重新运行 npm run setup。',
  ENAMETOOLONG: '文件名或路径太长\n下一步：请换一个短些的名字。',
};

const DISK_FAULTS: Readonly<Record<string, string>> = {
  ENOSPC: '磁盘已满\n下一步：请清理磁盘空间后再运行。',
  EDQUOT: '磁盘配额已用完\n下一步：请清理磁盘空间后再运行。',
  EFBIG: '文件大小超过系统限制\n下一步：请换一个磁盘，或请管理员放宽限制。',
  EROFS: '磁盘是只读的\n下一步：请换一个可以写入的文件夹。',
  EACCES: '没有读写权限\n下一步：请检查文件夹的权限，或确认表格没有被其他程序打开。',
  EPERM: '没有读写权限\n下一步：请检查文件夹的权限，或确认表格没有被其他程序打开。',
  EBUSY: '文件正被其他程序占用\n下一步：请关闭打开着的表格后再运行。',
  EIO: '磁盘读写出错\n下一步：请检查磁盘后再运行。',
  SQLITE_FULL: '磁盘已满\n下一步：请清理磁盘空间后再运行。',
  SQLITE_READONLY: '台账文件不能写入\n下一步：请检查文件夹的权限。',
  SQLITE_CANTOPEN: '台账文件打不开\n下一步：请检查文件夹的权限。',
  SQLITE_IOERR: '磁盘读写出错\n下一步：请检查磁盘空间和磁盘状态后再运行。',
  SQLITE_NOTADB: '台账文件 ledger.db 已损坏\n下一步：请用备份恢复 ledger.db；originals 中的邮件原件不受影响。',
  SQLITE_CORRUPT: '台账文件 ledger.db 已损坏\n下一步：请用备份恢复 ledger.db；originals 中的邮件原件不受影响。',
};

function describeFault(error: unknown, faults: Readonly<Record<string, string>>): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  const code = nameOfCode(error.code);
  const known = faults[code] ?? faults[code.split('_').slice(0, 2).join('_')];
  if (known === undefined) return undefined;
  const [what, next] = known.split('\n');
  const path = 'path' in error && typeof error.path === 'string' ? `：${error.path}` : '';
  return `${what}${path}\n${next}`;
}

/** Primary result codes of SQLite, https://www.sqlite.org/rescode.html */
const SQLITE_CODES: Readonly<Record<number, string>> = {
  8: 'SQLITE_READONLY',
  10: 'SQLITE_IOERR',
  11: 'SQLITE_CORRUPT',
  13: 'SQLITE_FULL',
  14: 'SQLITE_CANTOPEN',
  26: 'SQLITE_NOTADB',
};

/** libsql has no names for some extended codes and gives their number; the low byte is the primary code. */
function nameOfCode(code: string): string {
  const [, number] = /^UNKNOWN_SQLITE_ERROR_(\d+)$/.exec(code) ?? [];
  return number === undefined ? code : (SQLITE_CODES[Number(number) & 0xff] ?? code);
}

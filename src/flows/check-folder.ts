import { accessSync, constants, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { failed, ok, type Step, warning } from '../mail/doctor/step.ts';
import { localTime } from '../text/local-time.ts';
import type { Campaign } from './open-campaign.ts';
import type { Tools } from './tools.ts';

/** Rights and space of the campaign folder, and the clock against the ledger. */
export function checkFolder(campaign: Campaign, tools: Tools): Step[] {
  return [checkRights(campaign.folder), checkSpace(campaign.folder), checkClock(campaign, tools)];
}

function checkRights(folder: string): Step {
  const title = '工作文件夹的权限';
  for (const name of ['.', 'originals', 'outbox', 'output', 'ledger.db']) {
    try {
      accessSync(join(folder, name), constants.R_OK | constants.W_OK);
    } catch (error) {
      const gone = error instanceof Error && 'code' in error && error.code === 'ENOENT';
      if (gone && (name === 'outbox' || name === 'output')) continue;
      return failed('folder-rights', title, `${name} 不能读写`, '请检查文件夹的所有者和权限，或换一个文件夹。');
    }
  }
  if (process.platform !== 'win32' && (statSync(folder).mode & 0o007) !== 0)
    return warning(
      'folder-rights',
      title,
      '本机其他用户也能进入这个文件夹',
      `文件夹里有手机号码和邮箱，请运行 chmod 700 ${folder}。`,
    );
  return ok('folder-rights', title, '可以读写');
}

function checkSpace(folder: string): Step {
  const { bavail, bsize } = statfsSync(folder);
  const megabytes = Math.round((bavail * bsize) / 1_048_576);
  return megabytes < 1024
    ? warning('disk-space', '磁盘空间', `只剩 ${megabytes} MB`, '请清理磁盘，建议至少留 1 GB。')
    : ok('disk-space', '磁盘空间', `还有 ${(megabytes / 1024).toFixed(0)} GB`);
}

/** A clock that runs behind makes late replies look early; the newest entry of the ledger gives it away. */
function checkClock(campaign: Campaign, tools: Tools): Step {
  const now = tools.clock().toISOString();
  const newest = campaign.ledger
    .events()
    .flatMap(({ at, event }) =>
      event.type === 'message-received' && event.source === 'mail' ? [at, event.receivedAt] : [at],
    )
    .reduce((latest, at) => (at > latest ? at : latest), '');
  const ahead = newest === '' ? 0 : Date.parse(newest) - Date.parse(now);
  const shown = localTime(now, campaign.config.timeZone);
  return ahead > 10 * 60_000
    ? failed(
        'clock',
        '本机时钟',
        `现在是 ${shown}，比台账里最新的记录还早 ${Math.round(ahead / 60_000)} 分钟`,
        '请校准本机时间后再运行，否则是否逾期会判断错误。',
      )
    : ok('clock', '本机时钟', shown);
}

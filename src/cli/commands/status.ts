import { statusOfFolder } from '../../flows/status-of-folder.ts';
import { type Command, folderOf } from '../command.ts';
import { nameFolder } from '../name-folder.ts';
import { printStatus, statusExitCode } from '../print-status.ts';
import { writeJson } from '../write-json.ts';

/** `mingce status` */
export const status: Command = {
  options: (builder) => builder,
  async run(args, io) {
    const now = await statusOfFolder(folderOf(args), io.tools);
    if (args['json'] === true) writeJson([now], io);
    else printStatus(nameFolder(now, folderOf(args)), io);
    return statusExitCode(now);
  },
};

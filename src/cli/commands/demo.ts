import { demo as demoFlow } from '../../flows/demo.ts';
import { type Command, textOf } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { nameFolder, quoteFolder } from '../name-folder.ts';
import { printFiles } from '../print-files.ts';
import { printStatus } from '../print-status.ts';
import { writeJson } from '../write-json.ts';

/** `mingce demo`: exit 0 when the line ran, although the samples hold faults on purpose. */
export const demo: Command = {
  options: (builder) => builder.positional('dir', { type: 'string', describe: '新文件夹（默认放在临时文件夹里）' }),
  async run(args, io) {
    const report = await demoFlow(io.tools, textOf(args, 'dir'));
    if (args['json'] === true) {
      writeJson([report], io);
      return EXIT.clean;
    }
    printStatus(nameFolder(report.run.status, report.folder), io);
    io.out(`\n演示用的工作文件夹：${report.folder}`);
    io.out(`  填报表格 ${report.templates} 个：output/模板/`);
    printFiles(report.run.publication.files, io);
    io.out(
      `可以继续试：mingce -C ${quoteFolder(report.folder)} status（还没有运行 npm link 时，在程序文件夹里写 npx mingce）`,
    );
    return EXIT.clean;
  },
};

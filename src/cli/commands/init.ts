import { initCampaign } from '../../flows/init.ts';
import { type Command, textOf } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { writeJson } from '../write-json.ts';

/** `mingce init <dir>` */
export const init: Command = {
  options: (builder) =>
    builder
      .positional('dir', { type: 'string', describe: '新文件夹' })
      .option('preset', {
        type: 'string',
        default: 'sichuan-outpatient-2025',
        describe: '通知设定的名称，或自己的 .yaml 文件',
      })
      .option('units', {
        type: 'string',
        describe: '报送单位通讯录（csv 或 xlsx，表头：单位、简称、邮箱，可有 代码、抄送、联系人、电话）',
      })
      .option('province', { type: 'string', describe: '换成其他省：名称或两位代码，例如 河南省' }),
  async run(args, io) {
    const units = textOf(args, 'units');
    const province = textOf(args, 'province');
    const result = await initCampaign(
      {
        folder: textOf(args, 'dir') ?? '.',
        preset: textOf(args, 'preset') ?? '',
        ...(units === undefined ? {} : { units }),
        ...(province === undefined ? {} : { province }),
      },
      io.tools,
    );
    if (args['json'] === true) {
      writeJson([result], io);
      return EXIT.clean;
    }
    io.out(`已建立工作文件夹：${result.folder}`);
    io.out(
      `报送单位 ${result.units} 个，需报送的表：${result.forms.map((form) => `${form.annex} ${form.title}（截止 ${form.due}）`).join('，')}`,
    );
    if (result.withoutAddress.length > 0) {
      io.out(`还没有邮箱的单位 ${result.withoutAddress.length} 个：${result.withoutAddress.join('、')}`);
      io.out('下一步：打开 units.xlsx 填写邮箱；收到的文件可以先放进一个文件夹，用 mingce run --from <文件夹> 收取。');
    } else {
      io.out('下一步：mingce template 生成表格，mingce send 查看发送计划。');
    }
    return EXIT.clean;
  },
};

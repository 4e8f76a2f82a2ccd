import { describe, expect, it } from 'vitest';
import { type Intent, readIntent } from '../../src/text/intent.ts';

/** The purposes that are seen. */
function seen(text: string): string[] {
  const intent: Intent = readIntent(text);
  return Object.entries(intent).flatMap(([purpose, there]) => (there ? [purpose] : []));
}

describe('what the words of a mail say', () => {
  it.each([
    ['', []],
    ['青杠市第一人民医院', []],
    ['收到，谢谢', ['acknowledgement']],
    ['附件2有误，请撤回，稍后重新报送', ['withdrawal']],
    ['上次的作废，现重新报送', ['full']],
    ['已阅', ['acknowledgement']],
    ['OK', ['acknowledgement']],
    ['收到，我委将按附件要求尽快组织填报。', ['acknowledgement']],
    ['收到，会按附件要求及时报送', ['acknowledgement']],
    ['收到附件，将报送', ['acknowledgement']],
    ['收 到', ['acknowledgement']],
    ['收\t \t到', ['acknowledgement']],
    ['现将我市医院信息汇总表报送贵处，请查收。', ['attachment']],
    ['现将成都市二级及以上医疗机构信息汇总表（附件2）按要求予以报送', ['attachment']],
    ['现将材料上报', ['attachment']],
    ['现报上医院名单', ['attachment']],
    ['报表已填好', ['attachment']],
    ['见附件，如有问题我们将尽快完善填报', ['attachment']],
    ['名单在附件中', ['attachment']],
    ['see attached file', ['attachment']],
    ['附件里现将发送', ['attachment']],
    ['附件已收到，将按要求认真填报', ['acknowledgement']],
    ['附件已收到，将照办；随信填报的表请审', ['attachment']],
    ['附件为名单，现将其填报', ['attachment']],
    ['附件所示内容我们会尽快按照贵委文件的有关要求和时间节点认真填报', ['attachment']],
    ['补报一家医院', ['addition']],
    ['新增青杠医院', ['addition']],
    ['新增一家医院', ['addition']],
    ['新增两家民营医疗机构', ['addition']],
    ['更正一家医院的手机号码', ['correction']],
    ['最终版', ['full']],
    ['昨日报送有误，申请撤回', ['withdrawal']],
    ['取消报送', ['withdrawal']],
    ['取消上次报送', ['withdrawal']],
    ['请删除之前的表', ['withdrawal', 'change']],
    ['之前的作废，以此次为准', ['full']],
    ['上次的作废，以此为准', ['full']],
    ['上次的作废，以本表所填内容为准', ['full']],
    ['上次的作废，以这份为准', ['full']],
    ['上次的作废，以此次名单，内容为准', ['withdrawal']],
    ['撤回后重新报送', ['full']],
    ['申请撤回，稍后重新报送，随后重新提交', ['withdrawal']],
    ['请问院区要单独填吗', ['question']],
    ['收到，请问报到哪里？', ['question']],
    ['收到，见附件', ['attachment']],
    ['谢谢！', ['acknowledgement']],
    ['材料我们抓紧准备，谢谢各位领导', ['acknowledgement']],
    ['我市报送的数据管理员已经换人，新的人选正在走程序，谢谢', []],
    ['青杠医院数据管理员手机号应为13900009999，请帮忙改一下，谢谢', ['change']],
    ['青杠医院已停业，请从名单中删除', ['change']],
    ['麻烦把邮箱换成公家的，再更改一下姓名', ['change']],
    ['收到，我们尽快修改后报送', ['correction', 'acknowledgement']],
    ['收到，如有误请告知', ['acknowledgement']],
    ['我市没有二级以上的民营医院，无需填报', ['nothing']],
    ['收到，我单位不涉及', ['acknowledgement', 'nothing']],
    ['更正并补报，见附件', ['addition', 'correction', 'attachment']],
    ['以全量表为最终版，有疑问', ['full', 'question']],
  ])('%s', (text, purposes) => {
    expect(seen(text)).toEqual(purposes);
  });

  it('full-width letters and signs are read, too', () => {
    expect(seen('ｏｋ')).toEqual(['acknowledgement']);
    expect(seen('填多少？')).toEqual(['question']);
  });

  it('only the beginning of an endless text is read', () => {
    expect(seen(`${'。'.repeat(3998)}撤回`)).toEqual(['withdrawal']);
    expect(seen(`${'。'.repeat(4000)}撤回`)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { type Intent, readIntent } from '../../src/text/intent.ts';

/** The purposes that are seen. */
function seen(text: string): string[] {
  const intent: Intent = readIntent(text);
  return Object.entries(intent).flatMap(([purpose, there]) => (there ? [purpose] : []));
}

describe('what the words of a mail say', () => {
  it.each([
    ['收到，谢谢', ['acknowledgement']],
    ['收到，我委将按附件要求尽快组织填报。', ['acknowledgement']],
    ['现将我市医院信息汇总表报送贵处，请查收。', ['attachment']],
    ['见附件，如有问题我们将尽快完善填报', ['attachment']],
    ['补报一家医院', ['addition']],
    ['更正一家医院的手机号码', ['correction']],
    ['昨日报送有误，申请撤回', ['withdrawal']],
    ['之前的作废，以此次为准', ['full']],
    ['请问院区要单独填吗', ['question']],
    ['', []],
  ])('%s', (text, purposes) => {
    expect(seen(text)).toEqual(purposes);
  });
});

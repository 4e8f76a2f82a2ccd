/** What the words of a mail or file name say about its purpose. Words are evidence only; content decides. */
export interface Intent {
  /** 撤回, 作废: take back what was sent. */
  readonly withdrawal: boolean;
  /** 补报, 漏报: rows are added. */
  readonly addition: boolean;
  /** 更正, 修改: rows are corrected. */
  readonly correction: boolean;
  /** 全量, 以此为准, 重新报送: the whole table again. */
  readonly full: boolean;
  /** 收到, 已阅: nothing but an acknowledgement. */
  readonly acknowledgement: boolean;
  /** The sender asks something. */
  readonly question: boolean;
  /** 见附件: an attachment is announced. */
  readonly attachment: boolean;
  /** 手机号应为…，请改一下: something reported is to be changed. */
  readonly change: boolean;
  /** 我市没有二级以上医院，无需填报: there is nothing to report. */
  readonly nothing: boolean;
}

const WITHDRAWAL = /撤回|撤销|收回|作废|不作数|请勿采用|请删除(?:我|上|前|之前)|取消(?:上次|之前|此前)?(?:报送|上报)/;
/** 上次的作废, 以此为准 speaks of a replacement, not of a withdrawal. NFKC has made the signs between clauses half width. */
const INSTEAD = /以(?:此|本|这)(?:次|件|表|份)?[^,。;]{0,6}为准|重新(?:报送|上报|提交|发送)|替换|现重报|重报/;
const ADDITION = /补报|补充(?:报送|上报|填报)|漏报|增报|追加|新增.{0,6}(?:医院|机构)|补充名单|补充表/;
const CORRECTION = /更正|修正|订正|勘误|修改|改正|更新|已改|变更/;
const FULL = /全量|完整(?:版|表|名单)|最终(?:版|稿)|终稿|定稿|最新(?:版|稿)|全部医院|汇总(?:终|定)/;
const ACKNOWLEDGEMENT = /收到|收悉|知悉|已阅|好的|明白|了解|遵照|照办|ok\b/i;
const THANKS = /(?:多谢|谢谢|感谢|辛苦)[了您你们啦老师领导]*/;
/** Any letter ends with thanks; only a letter that says nothing more is an acknowledgement by them. */
const LONGEST_THANKS = 16;
const CHANGE =
  /(?:请|麻烦|烦请|帮忙?|需要?)[^,。;\n]{0,16}(?:更正|修正|订正|修改|更改|改一?下|改为|改成|改正|删除|删去|删掉|去掉|剔除|替换|更换|更新|变更)|(?<!如)(?:应为|应该?是|更正为|变更为|更改为|修改为|改为|改成|更换为|换成|调整为|填错|写错|报错|误填|误报)/;
const NOTHING =
  /(?:没有|无|不存在|暂无)[^,。;\n]{0,16}(?:医院|医疗机构)|(?:无需|不需要?|不用|无须)(?:填报|上报|报送)|零报告|不涉及/;
/** 收到，将尽快修改: promised, not asked for. */
const PROMISED =
  /(?:(?<!现)将|会|尽快|马上|立即|稍后|随后|抓紧)[^,。;\n]{0,12}(?:更正|修正|订正|修改|更改|改正|更新|完善)/g;
const QUESTION =
  /[?？]|请问|咨询|请教|能否|可否|是否(?:需|要|可|应|包|必)|怎么|如何|什么时候|哪(?:些|个|里)|疑问|不(?:清楚|明白)|望答复|请明示|请示/;
const ATTACHED =
  /[见附]附件|请查收|附上|随信附|现将.{0,40}(?:报送|上报|报上|呈报|发送|发给)|现(?:报送|上报|报上)|已填(?:好|报|写)|报送如下/;
/** 附件2 may also be spoken of without being sent: 收到, 将按附件要求报送. */
const MAYBE_ATTACHED = /附件(?:如下|所示|已|请|发|为|是|中|里|内)|attach/i;
const LATER =
  /(?:(?<!现)将|会|尽快|稍后|随后|另行|抓紧|按时|及时)[^。;\n]{0,16}(?:报送|上报|提交|填报|组织|落实|办理|完成|转发)/;

/** Reads the purpose out of a subject, file name or body (own text, without quotes). */
export function readIntent(text: string): Intent {
  const plain = text
    .normalize('NFKC')
    .slice(0, 4000)
    .replace(/[ \t]+/g, '');
  // 撤回，稍后重新报送 announces a replacement that has not come yet.
  const instead = INSTEAD.test(plain.replace(new RegExp(LATER, 'g'), ''));
  const question = QUESTION.test(plain);
  const change = CHANGE.test(plain.replace(PROMISED, ''));
  const nothing = NOTHING.test(plain);
  const attachment = ATTACHED.test(plain) || (MAYBE_ATTACHED.test(plain) && !LATER.test(plain));
  return {
    withdrawal: WITHDRAWAL.test(plain) && !instead,
    addition: ADDITION.test(plain),
    correction: CORRECTION.test(plain),
    full: instead || FULL.test(plain),
    acknowledgement: (ACKNOWLEDGEMENT.test(plain) || isThanks(plain)) && !question && !attachment,
    question,
    attachment,
    change,
    nothing,
  };
}

function isThanks(plain: string): boolean {
  const rest = plain.replaceAll(new RegExp(THANKS, 'g'), '').replace(/[\s\p{P}]+/gu, '');
  return THANKS.test(plain) && rest.length <= LONGEST_THANKS;
}

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
}

const WITHDRAWAL = /撤回|撤销|收回|作废|不作数|请勿采用|请删除(?:我|上|前|之前)|取消(?:上次|之前|此前)?(?:报送|上报)/;
/** 上次的作废, 以此为准 speaks of a replacement, not of a withdrawal. NFKC has made the signs between clauses half width. */
const INSTEAD = /以(?:此|本|这)(?:次|件|表|份)?[^,。;]{0,6}为准|重新(?:报送|上报|提交|发送)|替换|现重报|重报/;
const ADDITION = /补报|补充(?:报送|上报|填报)|漏报|增报|追加|新增.{0,6}(?:医院|机构)|补充名单|补充表/;
const CORRECTION = /更正|修正|订正|勘误|修改|改正|更新|已改|变更/;
const FULL = /全量|完整(?:版|表|名单)|最终(?:版|稿)|终稿|定稿|最新(?:版|稿)|全部医院|汇总(?:终|定)/;
const ACKNOWLEDGEMENT = /收到|收悉|知悉|已阅|好的|谢谢|感谢|明白|了解|遵照|照办|ok\b/i;
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
  const attachment = ATTACHED.test(plain) || (MAYBE_ATTACHED.test(plain) && !LATER.test(plain));
  return {
    withdrawal: WITHDRAWAL.test(plain) && !instead,
    addition: ADDITION.test(plain),
    correction: CORRECTION.test(plain),
    full: instead || FULL.test(plain),
    acknowledgement: ACKNOWLEDGEMENT.test(plain) && !question && !attachment,
    question,
    attachment,
  };
}

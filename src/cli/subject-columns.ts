import type { Subject } from '../flows/show.ts';
import { KIND_WORDS, SHORT_OUTCOMES } from './send-words.ts';

/** Columns of the terminal table by subject; the JSON lines hold everything. */
export const SUBJECT_COLUMNS: Readonly<Record<Subject, readonly (readonly [title: string, key: string])[]>> = {
  messages: [
    ['邮件', 'eml'],
    ['收到', 'receivedAt'],
    ['发件人', 'from'],
    ['主题', 'subject'],
    ['单位', 'unit'],
    ['状态', 'state'],
    ['原因', 'reason'],
  ],
  files: [
    ['邮件', 'eml'],
    ['文件', 'path'],
    ['格式', 'format'],
    ['结果', 'fate'],
    ['行数', 'rows'],
    ['说明', 'reason'],
  ],
  submissions: [
    ['邮件', 'eml'],
    ['单位', 'unit'],
    ['表', 'form'],
    ['方式', 'kind'],
    ['状态', 'state'],
    ['行数', 'rows'],
    ['原因', 'reason'],
  ],
  findings: [
    ['单位', 'unit'],
    ['文件', 'file'],
    ['单元格', 'cell'],
    ['程度', 'severity'],
    ['代码', 'code'],
    ['说明', 'text'],
  ],
  register: [
    ['表', 'form'],
    ['单位', 'unit'],
    ['内容', 'values'],
  ],
  units: [
    ['序号', 'order'],
    ['代码', 'code'],
    ['单位', 'name'],
    ['邮箱', 'emails'],
    ['联系人', 'contact'],
    ['电话', 'phone'],
  ],
  events: [
    ['序号', 'sequence'],
    ['时间', 'at'],
    ['事件', 'type'],
    ['对象', 'object'],
  ],
  questions: [
    ['编号', 'id'],
    ['单位', 'unit'],
    ['事项', 'question'],
    ['决定', 'decided'],
  ],
};

/** Chinese words of what the lines say in English, by key. */
export const SUBJECT_WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  state: {
    merged: '已汇入',
    superseded: '已被替代',
    held: '待处理',
    ignored: '无需处理',
    quarantined: '已隔离',
    accepted: '已采纳',
    reverted: '已撤回',
  },
  fate: { read: '已读取', 'no-table': '没有报送表', refused: '读不了', container: '已拆开' },
  severity: { block: '阻断', error: '错误', warning: '警告', notice: '提示' },
  kind: {
    full: '整表',
    patch: '补充更正',
    withdrawal: '撤回',
    copy: '医院自报',
    repeat: '重复',
    ...KIND_WORDS,
  },
  outcome: SHORT_OUTCOMES,
  format: { zip: '压缩包', mail: '邮件', pdf: 'PDF', picture: '图片' },
  type: {
    'campaign-created': '建立工作文件夹',
    'message-received': '收到邮件',
    'message-seen-again': '再次见到邮件',
    'message-problem': '邮件没有收取',
    decision: '作出决定',
    'decision-undone': '收回决定',
    'send-intended': '准备发送',
    'send-settled': '发送结果',
    published: '发布',
  },
};

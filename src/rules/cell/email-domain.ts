import { diagnoseEmail } from '../codes/diagnose-email.ts';
import { mendHost } from '../codes/mail-hosts.ts';
import { faultAt } from '../fault-at.ts';
import type { CellRule } from '../rule.ts';

/** A misspelt host of the large providers; a proposal only where one provider can be meant. */
export const emailDomain: CellRule = {
  scope: 'cell',
  code: 'email/domain',
  severity: 'error',
  title: '邮箱域名疑有笔误',
  message: '“{column}”“{seen}”的域名“{domain}”疑有笔误{suggestion}',
  remedy: '请核对“@”后面的域名，域名错一个字母邮件就寄给了别人或被退回。',
  example: { wrong: 'zhangsan@163.con', right: 'zhangsan@163.com' },
  source: '各邮件服务商公开的域名；RFC 5321 第4.1.2节',
  hint: '注意 163.com、qq.com 不要写成 163.con、qq.con。',
  check: (input) => {
    const { value } = input.field;
    if (diagnoseEmail(value) !== 'domain') return [];
    const [name = '', domain = ''] = value.split('@');
    const hosts = mendHost(domain.toLowerCase());
    const [host] = hosts;
    const suggestion = hosts.length === 0 ? '' : `，可能是 ${hosts.join(' 或 ')}`;
    const detail = { domain, suggestion };
    if (host === undefined || hosts.length > 1) return faultAt(input, { detail });
    return faultAt(input, { detail, fix: `${name}@${host}`, proof: `常用邮箱域名中只有 ${host} 与之相近` });
  },
};

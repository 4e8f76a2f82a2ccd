import { describe, expect, it } from 'vitest';
import { printSendReport } from '../../src/cli/print-send-report.ts';
import type { SendLine, SendReport } from '../../src/flows/send-report.ts';
import { makeTools } from '../support/campaign.ts';

function receipt(number: number): SendLine {
  return {
    kind: 'receipt',
    unit: `U${number}`,
    unitName: `第${number}区`,
    to: `unit${number}@example.com`,
    cc: [],
    subject: '已收到医院信息汇总表',
    why: '已收到，校验通过',
    messageId: `<${number}@example.com>`,
    attachments: [],
    outcome: 'planned',
    response: '',
  };
}

function printed(report: Partial<SendReport>, most?: number): string[] {
  const lines: string[] = [];
  const io = { out: (text: string) => void lines.push(...text.split('\n')), err: () => undefined, width: 120 };
  const mails = Array.from({ length: 5 }, (_, index) => receipt(index + 1));
  const whole: SendReport = { applied: false, mails, skipped: [], unsettled: [], ...report };
  printSendReport(whole, { ...io, terminal: false, tools: makeTools() }, most);
  return lines;
}

describe('a plan of mails', () => {
  it('is listed whole by itself', () => {
    expect(printed({}).filter((line) => line.includes('@example.com'))).toHaveLength(5);
    expect(printed({}, 5)).toEqual(printed({}));
  });

  it('is cut short where it comes beside other things, with the command that shows the rest', () => {
    const lines = printed({}, 2);

    expect(lines[0]).toBe('计划发送 5 封：');
    expect(lines.filter((line) => line.includes('@example.com'))).toHaveLength(2);
    expect(lines.at(-1)).toBe('另有 3 封没有列出，用 mingce send 查看全部。');
  });

  it('is never cut short when it was carried out', () => {
    const lines = printed({ applied: true }, 2);
    expect(lines.filter((line) => line.includes('@example.com'))).toHaveLength(5);
  });
});

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { listQuestions } from '../../src/flows/decide.ts';
import { derive } from '../../src/flows/derive.ts';
import { drawReturnFiles } from '../../src/flows/draw-return-files.ts';
import { run } from '../../src/flows/run.ts';
import { writeTemplates } from '../../src/flows/template.ts';
import { openZip } from '../../src/sheet/formats/zip/open-zip.ts';
import { safeFileName } from '../../src/text/safe-file-name.ts';
import { inCampaign } from '../support/campaign.ts';
import { hostileReply } from './hostile-reply.ts';

/** Every file that a campaign gives out after a hostile reply, by its name. */
const files = new Map<string, Buffer>();

beforeAll(() =>
  inCampaign(async (campaign, tools, folder) => {
    const mailbox = join(folder, '..', 'mailbox');
    mkdirSync(mailbox);
    const { name, bytes } = hostileReply();
    writeFileSync(join(mailbox, name), bytes);
    await run(campaign, { from: mailbox }, tools);
    await listQuestions(campaign, tools);
    const derived = await derive(campaign, tools);
    for (const submission of derived.state.submissions)
      for (const file of await drawReturnFiles(campaign, derived, submission, '2025-02-20T00:00:00.000Z'))
        files.set(`附上的退回表/${file.name}`, Buffer.from(file.bytes));
    const output = join(folder, 'output');
    await writeTemplates(campaign, { prefill: join(output, '全省医院信息汇总表.xlsx') }, tools);
    for (const entry of readdirSync(output, { withFileTypes: true, recursive: true }))
      if (entry.isFile()) {
        const path = join(entry.parentPath, entry.name);
        files.set(relative(output, path).replaceAll('\\', '/'), readFileSync(path));
      }
  }),
);

/** Text of every part of the workbooks, by file and part. */
function parts(): [string, string][] {
  return [...files]
    .filter(([name]) => name.endsWith('.xlsx'))
    .flatMap(([name, bytes]) => {
      const opened = openZip(bytes);
      if (!opened.ok) throw new Error(`${name} cannot be opened`);
      return opened.zip.entries.map((entry): [string, string] => {
        const content = opened.zip.read(entry);
        return [`${name}!${entry.name}`, content.ok ? content.bytes.toString() : ''];
      });
    });
}

describe('whatever a sender writes', () => {
  it('is in the deliverables at all', () => {
    const holding = new Set(
      parts().flatMap(([part, text]) => (text.includes('evil.test') ? [part.split('!')[0]] : [])),
    );
    const kinds = [
      /^全省医院信息汇总表\.xlsx$/,
      /^分市核对\//,
      /^附上的退回表\//,
      /^模板\/自贡市/,
      /^HQMS\//,
      /^版本\/1\//,
    ];
    const silent = kinds.filter((kind) => ![...holding].some((name) => kind.test(name ?? '')));
    expect(silent).toEqual([]);
    expect([...files.keys()]).toContain('待处理.xlsx');
  });

  it('is no formula, no link and no query in any workbook', () => {
    const live = parts().filter(([part, text]) => {
      const formulas = [...text.matchAll(/<f[ >][^<]*/g)].map(([formula]) => formula);
      if (formulas.some((formula) => /evil|cmd|HYPERLINK/i.test(formula))) return true;
      return part.endsWith('.rels') && /TargetMode="External"[^>]*evil|evil[^>]*TargetMode="External"/.test(text);
    });
    expect(live.map(([part]) => part)).toEqual([]);
    expect(parts().filter(([part]) => /externalLink|connections|vbaProject/i.test(part))).toEqual([]);
  });

  it('is no formula in any CSV', () => {
    const csvs = [...files].filter(([name]) => name.endsWith('.csv'));
    expect(csvs.length).toBeGreaterThan(0);
    for (const [, bytes] of csvs) {
      expect(bytes.toString()).not.toMatch(/(?:^|,|\n)"?[=+@-]/);
    }
    expect(csvs.some(([, bytes]) => bytes.toString().includes(`"'=HYPERLINK(`))).toBe(true);
  });

  it('is plain text in the report', () => {
    const report = files.get('report/index.html')?.toString() ?? '';
    expect(report).toContain('<html');
    expect(report).not.toMatch(/<img src=x|<script>alert/);
    expect(report).toMatch(/Content-Security-Policy/);
  });
});

describe('names of units and forms', () => {
  it.each([
    ['../../etc', '.._.._etc'],
    ['..', '_'],
    ['/abs', '_abs'],
    ['a\\..\\b', 'a_.._b'],
    ['成都\0市\n', '成都_市_'],
    ['', '_'],
  ])('%j stay inside the output folder', (name, file) => {
    expect(safeFileName(name)).toBe(file);
  });
});

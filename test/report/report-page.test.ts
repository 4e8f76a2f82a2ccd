import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SAMPLES } from '../../src/flows/house-files.ts';
import type { Status } from '../../src/flows/status.ts';
import { localDate } from '../../src/text/local-date.ts';
import { localTime } from '../../src/text/local-time.ts';
import { needProgram } from '../support/need-program.ts';
import { linesOf, runMingce } from '../support/run-mingce.ts';

const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const AREA_TIME = 'Asia/Shanghai';

const OVERFLOW = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

/** Marked places and their texts. */
const MARKS = `[...document.querySelectorAll('[data-status]')].map((one) => [one.dataset.status, one.textContent])`;

/** The text of the page without marked places, fixed captions and charts. */
const REST = `(() => {
  const body = document.body.cloneNode(true);
  for (const one of body.querySelectorAll('[data-status], [data-fixed], svg')) one.remove();
  return body.textContent;
})()`;

const CHARTS = `[...document.querySelectorAll('figure[data-chart]')].map((figure) => ({
  kind: figure.dataset.chart,
  texts: [...figure.querySelector('svg').querySelectorAll('text')].map((text) => text.textContent),
}))`;

/** Texts of charts that stick out at the side or cover one another. */
const CLASHES = `[...document.querySelectorAll('figure svg')].flatMap((svg) => {
  const outer = svg.getBoundingClientRect();
  const all = [...svg.querySelectorAll('text')]
    .map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 0);
  return all.flatMap(({ text, box }, index) => [
    ...(box.left < outer.left - 1 || box.right > outer.right + 1 ? [text + ' 出界'] : []),
    ...all.slice(index + 1).flatMap((other) => {
      const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
      const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
      return across > 1 && down > 0.4 * Math.min(box.height, other.box.height) ? [text + ' / ' + other.text] : [];
    }),
  ]);
})`;

/** The campaign of the sample province, published once; the page is opened from its file. */
describe.skipIf(!needProgram('chromium'))('report/index.html in a browser', () => {
  let browser: Browser;
  let page: Page;
  let status: Status;
  let people: string[] = [];
  let html = '';
  let root = '';
  const said: string[] = [];
  const asked: string[] = [];

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ARGUMENTS });
    root = mkdtempSync(join(tmpdir(), 'mingce-report-'));
    const folder = join(root, '报送');
    await runMingce(['init', folder, '--units', join(SAMPLES, 'province', 'units.csv')]);
    await runMingce(['-C', folder, 'run', '--from', join(SAMPLES, 'province', 'mailbox')]);
    const shown = await runMingce(['-C', folder, 'status', '--json']);
    status = linesOf(shown.out)[0] as unknown as Status;
    people = personalData(readFileSync(join(folder, 'output', 'register.jsonl'), 'utf8'));
    const path = join(folder, 'output', 'report', 'index.html');
    html = readFileSync(path, 'utf8');
    page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    await page.route('**/*', async (route) => {
      const url = route.request().url();
      if (url === pathToFileURL(path).href) return await route.continue();
      asked.push(url);
      return await route.abort();
    });
    await page.goto(pathToFileURL(path).href, { waitUntil: 'load' });
  });
  afterAll(async () => {
    await browser.close();
    rmSync(root, { recursive: true, force: true });
  });

  it('says nothing in the console and asks the network for nothing', () => {
    expect({ said, asked }).toEqual({ said: [], asked: [] });
    expect(html).not.toMatch(/<script|https?:\/\//);
  });

  it('shows at every marked place what status --json holds there', async () => {
    const marks = await page.evaluate<[string, string][]>(MARKS);
    expect(marks.length).toBeGreaterThan(150);
    expect(marks.filter(([path, text]) => expectedText(status, path) !== text)).toEqual([]);
  });

  it('shows no other number', async () => {
    const rest = await page.evaluate<string>(REST);
    expect(rest.match(/\d+/g)).toBeNull();
  });

  it('leaves none of the numbers of status --json out', () => {
    const { forms, messages, findings, units } = status.board;
    const wanted = [
      ...forms.flatMap((_, index) =>
        ['reported', 'clean', 'faulty', 'held', 'missing', 'late', 'rows', 'due'].map(
          (key) => `board.forms.${index}.${key}`,
        ),
      ),
      ...Object.keys(messages).map((key) => `board.messages.${key}`),
      ...Object.keys(findings).map((key) => `board.findings.${key}`),
      ...units.flatMap((unit, index) =>
        unit.forms.flatMap((form, place) =>
          (['rows', 'blocks', 'errors', 'warnings'] as const)
            .filter((key) => form[key] > 0)
            .map((key) => `board.units.${index}.forms.${place}.${key}`),
        ),
      ),
      ...status.next.map((_, index) => `next.${index}.text`),
      'board.lastReceived',
    ];
    expect(wanted.filter((path) => !html.includes(`data-status="${path}"`))).toEqual([]);
  });

  it('draws the numbers of status --json in its charts', async () => {
    const charts = await page.evaluate<{ kind: string; texts: string[] }[]>(CHARTS);
    const drawn = Object.fromEntries(charts.map(({ kind, texts }) => [kind, texts]));
    const { board } = status;
    for (const [index, form] of board.forms.entries()) {
      const states = { clean: '已报', faulty: '有错', held: '待处理', missing: '未报' } as const;
      const texts = drawn[`tiles.${form.form}`] ?? [];
      for (const [state, word] of Object.entries(states))
        expect([form.form, word, texts.filter((text) => text === word).length]).toEqual([
          form.form,
          word,
          form[state as keyof typeof states],
        ]);
      expect(board.units.filter((unit) => unit.forms[index]?.state !== 'missing').length).toBe(
        board.units.length - form.missing,
      );
    }
    for (const answers of board.answers) {
      const numbers = (drawn[`answers.${answers.form}.${answers.key}`] ?? []).filter((text) => /^\d+$/.test(text));
      expect(numbers.map(Number).sort()).toEqual(Object.values(answers.counts).sort());
    }
    const words = { block: '阻断', error: '错误', warning: '警告', notice: '提示' } as const;
    const faults = board.faults
      .filter((fault) => fault.severity !== 'notice')
      .map((fault) => `${words[fault.severity]} ${fault.count}`);
    expect(faults.length).toBeGreaterThan(0);
    expect((drawn['faults'] ?? []).filter((text) => /\d/.test(text)).sort()).toEqual(faults.sort());
    const byUnit = (drawn['units'] ?? []).flatMap((text) => [...text.matchAll(/(阻断|错误|警告) (\d+)/g)]);
    for (const severity of ['block', 'error', 'warning'] as const) {
      let total = 0;
      for (const [, word, count] of byUnit) if (word === words[severity]) total += Number(count);
      let expected = 0;
      for (const unit of board.units) for (const form of unit.forms) expected += form[`${severity}s`];
      expect([severity, total]).toEqual([severity, expected]);
    }
  });

  it('places every unit on the map under its own name', async () => {
    const charts = await page.evaluate<{ kind: string; texts: string[] }[]>(CHARTS);
    const texts = charts.find((chart) => chart.kind === 'tiles.hospital-roster')?.texts;
    expect(texts).toEqual(
      expect.arrayContaining(['阿坝', '甘孜', '攀枝花', '成都', '广安', '科学城', '国家委', '委直属']),
    );
    expect(await page.textContent('.legend')).toContain('大致方位');
  });

  it.each([390, 320])('needs no sideways scrolling on a phone %d wide', async (width) => {
    await page.setViewportSize({ width, height: 800 });
    const overflow = await page.evaluate<number>(OVERFLOW);
    await page.setViewportSize({ width: 1200, height: 900 });
    expect(overflow).toBe(0);
  });

  it('gives the names of units room on a phone', async () => {
    await page.setViewportSize({ width: 390, height: 800 });
    const widths = await page.evaluate<number[]>(
      `[...document.querySelector('.units tbody tr').children].map((cell) => Math.round(cell.getBoundingClientRect().width))`,
    );
    await page.setViewportSize({ width: 1200, height: 900 });
    expect(widths[0]).toBeLessThan(36);
    expect(widths[1]).toBeGreaterThan(60);
    expect(widths[2]).toBeGreaterThan(110);
  });

  it.each([390, 1200])('lets no two words of a chart overlap, %d wide', async (width) => {
    await page.setViewportSize({ width, height: 800 });
    const clashes = await page.evaluate<string[]>(CLASHES);
    await page.setViewportSize({ width: 1200, height: 900 });
    expect(clashes).toEqual([]);
  });

  it('prints on at most four sheets of A4, in colour, with nothing cut off at the side', async () => {
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 703, height: 1000 });
    const overflow = await page.evaluate<number>(OVERFLOW);
    await page.emulateMedia({ media: 'screen' });
    await page.setViewportSize({ width: 1200, height: 900 });

    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    expect(pages).toBeGreaterThan(1);
    expect(pages).toBeLessThanOrEqual(4);
    expect(overflow).toBeLessThanOrEqual(0);
  });

  it('holds no person, phone or mailbox of the register', () => {
    expect(people.length).toBeGreaterThan(200);
    expect(people.filter((one) => html.includes(one))).toEqual([]);
    expect(html).not.toMatch(/(?<![\d.])1[3-9]\d{9}(?!\d)|[\w.]+@\w/);
  });
});

/** The value at a path of the status, as the page words it. */
function expectedText(status: Status, path: string): string {
  let value: unknown = status;
  for (const key of path.split('.')) value = (value as Record<string, unknown> | undefined)?.[key];
  // A state nothing is in has no entry in the counts of messages.
  if (value === undefined && path.startsWith('board.messages.')) return '0';
  if (path === 'board.lastReceived') return localTime(String(value), AREA_TIME);
  if (path.endsWith('.lastReceived')) return localDate(String(value), AREA_TIME);
  return String(value);
}

/** Names, phones and mailboxes of people in the register. */
function personalData(jsonl: string): string[] {
  const found = new Set<string>();
  for (const line of jsonl.trim().split('\n')) {
    const { form, fields } = JSON.parse(line) as { form: string; fields: Record<string, string> };
    const keys = form === 'liaison-list' ? /^(name|phone|email)$/ : /^dataManager/;
    for (const [key, value] of Object.entries(fields)) if (keys.test(key) && value !== '') found.add(value);
  }
  return [...found];
}

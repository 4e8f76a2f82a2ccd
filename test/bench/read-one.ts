import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { makeOrganizationCode, pick, type Random, seededRandom } from '../support/codes.ts';

/** Rows and columns of the file that all readers read. */
export const BENCH_ROWS = 100_000;
export const BENCH_COLUMNS = 13;

export const READERS = ['mingce', 'hucre', '@e965/xlsx', 'exceljs'] as const;
export type Reader = (typeof READERS)[number];

/** What one run in its own process found and cost. */
export interface ReadCost {
  readonly milliseconds: number;
  readonly peakMegabytes: number;
  readonly cells: number;
}

/** `write <file>` invents the file with another library; `<reader> <file>` reads it once and prints its cost as JSON. */
async function run(job: string, file: string): Promise<void> {
  if (job === 'write') return writeRoster(file);
  const reader = READERS.find((one) => one === job);
  if (reader === undefined) throw new Error(`no reader ${job}`);
  const read = await loadReader(reader);
  const bytes = readFileSync(file);
  const start = performance.now();
  const cells = await read(bytes);
  const milliseconds = performance.now() - start;
  const peakMegabytes = process.resourceUsage().maxRSS / 1024;
  const cost: ReadCost = { milliseconds, peakMegabytes, cells };
  process.stdout.write(JSON.stringify(cost));
}

/** Imports the library first: what is compared is reading, not starting. */
async function loadReader(reader: Reader): Promise<(bytes: Buffer) => Promise<number>> {
  switch (reader) {
    case 'mingce': {
      const { readOoxml } = await import('../../src/sheet/formats/ooxml/read-ooxml.ts');
      return async (bytes) => {
        const decoded = readOoxml(bytes);
        if (!decoded.ok) throw new Error(decoded.refusal.text);
        let cells = 0;
        for (const row of decoded.workbook.grids[0]?.rows ?? []) cells += row.cells.length;
        return cells;
      };
    }
    case 'hucre': {
      const { readXlsx } = await import('hucre/xlsx');
      return async (bytes) => {
        const workbook = await readXlsx(bytes);
        let cells = 0;
        for (const row of workbook.sheets[0]?.rows ?? []) cells += row.filter((value) => value !== null).length;
        return cells;
      };
    }
    case '@e965/xlsx': {
      const xlsx = await import('@e965/xlsx');
      return async (bytes) => {
        const workbook = xlsx.read(bytes, { dense: true, raw: true });
        const data = workbook.Sheets[workbook.SheetNames[0] ?? '']?.['!data'] ?? [];
        let cells = 0;
        for (const row of data) cells += row?.length ?? 0;
        return cells;
      };
    }
    case 'exceljs': {
      const { default: excel } = await import('exceljs');
      return async (bytes) => {
        const workbook = new excel.Workbook();
        await workbook.xlsx.load(new Uint8Array(bytes).buffer);
        let cells = 0;
        workbook.worksheets[0]?.eachRow((row) => {
          cells += row.actualCellCount;
        });
        return cells;
      };
    }
  }
}

async function writeRoster(file: string): Promise<void> {
  const xlsx = await import('@e965/xlsx');
  const random = seededRandom(20_250_301);
  const rows: (string | number)[][] = [];
  for (let number = 1; number <= BENCH_ROWS; number += 1) rows.push(inventRow(random, number));
  const sheet = xlsx.utils.aoa_to_sheet(rows, { dense: true });
  const workbook = xlsx.utils.book_new();
  xlsx.utils.book_append_sheet(workbook, sheet, '附件2');
  writeFileSync(file, xlsx.write(workbook, { type: 'buffer', bookType: 'xlsx', bookSST: true, compression: true }));
}

function inventRow(random: Random, number: number): (string | number)[] {
  const city = pick(random, ['雅安市', '甘孜藏族自治州', '成都市', '凉山彝族自治州', '巴中市', '宜宾市']);
  const code = makeOrganizationCode(random);
  return [
    number,
    city,
    `${city}第${number}人民医院`,
    code,
    `1251${code}${number}`.slice(0, 18),
    `${code}51${number}A1001`,
    pick(random, ['中医', '西医']),
    pick(random, ['A100', 'A210', 'B111', 'C100']),
    pick(random, ['三级', '二级']),
    pick(random, ['甲等', '乙等', '未定等']),
    pick(random, ['赵样例', '钱样例', '孙样例']),
    `1390000${String(number % 10_000).padStart(4, '0')}`,
    `sample${number}@example.com`,
  ];
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await run(process.argv[2] ?? '', process.argv[3] ?? '');
}

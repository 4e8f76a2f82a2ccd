/** `write-one.ts <writeBook|exceljs> <rows.json> <file>` writes one workbook and prints its cost as JSON. */
import { readFileSync, writeFileSync } from 'node:fs';

type Write = (rows: readonly (readonly string[])[]) => Promise<Uint8Array>;

async function loadWriter(name: string): Promise<Write> {
  if (name === 'writeBook') {
    const { writeBook } = await import('../../src/sheet/formats/write-book.ts');
    return async (rows) =>
      writeBook({
        title: 'bench',
        creator: 'bench',
        created: '2025-01-01T00:00:00.000Z',
        styles: { text: { format: '@', border: 'thin' } },
        sheets: [
          {
            name: '表',
            columns: [],
            rows: rows.map((row) => ({ cells: row.map((value) => ({ value, style: 'text' })) })),
          },
        ],
      });
  }
  if (name !== 'exceljs') throw new Error(`no writer ${name}`);
  const { default: ExcelJS } = await import('exceljs');
  return async (rows) => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('表');
    const edge = { style: 'thin' } as const;
    for (const row of rows) {
      sheet.addRow([...row]).eachCell((cell) => {
        cell.style = { numFmt: '@', border: { top: edge, left: edge, bottom: edge, right: edge } };
      });
    }
    return new Uint8Array(await book.xlsx.writeBuffer());
  };
}

const [name = '', from = '', to = ''] = process.argv.slice(2);
const write = await loadWriter(name);
const rows = JSON.parse(readFileSync(from, 'utf8')) as string[][];
// Loads what the writer loads late: what is compared is writing, not starting.
await write([['warm']]);
const start = performance.now();
writeFileSync(to, await write(rows));
const milliseconds = performance.now() - start;
const peakMegabytes = process.resourceUsage().maxRSS / 1024;
process.stdout.write(JSON.stringify({ milliseconds, peakMegabytes, cells: rows.length * (rows[0]?.length ?? 0) }));

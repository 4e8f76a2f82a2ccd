/**
 * Speed of writing one big workbook: npx tsx test/bench/write-workbooks.ts [rows].
 * Each writer runs in a process of its own; the ratios are to writeBook.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const COLUMNS = 13;
const XLSXWRITER = `
import sys, tempfile, xlsxwriter, time
rows = int(sys.argv[1])
start = time.time()
with tempfile.TemporaryFile() as file:
    book = xlsxwriter.Workbook(file, {'strings_to_numbers': False})
    text = book.add_format({'num_format': '@', 'border': 1})
    sheet = book.add_worksheet()
    for row in range(rows):
        for column in range(${COLUMNS}):
            sheet.write_string(row, column, f'{row % 1000}第{column}列' if column % 3 else f'{row}0{column}', text)
    book.close()
print(round((time.time() - start) * 1000))
`;

type Writer = 'writeBook' | 'exceljs';

function textAt(row: number, column: number): string {
  return column % 3 === 0 ? `${row}0${column}` : `${row % 1000}第${column}列`;
}

async function writeWithHouse(rows: number): Promise<number> {
  const { writeBook } = await import('../../src/sheet/formats/write-book.ts');
  const bytes = await writeBook({
    title: 'bench',
    creator: 'bench',
    created: '2025-01-01T00:00:00.000Z',
    styles: { text: { format: '@', border: 'thin' } },
    sheets: [
      {
        name: '表',
        columns: [],
        rows: Array.from({ length: rows }, (_, row) => ({
          cells: Array.from({ length: COLUMNS }, (_, column) => ({ value: textAt(row, column), style: 'text' })),
        })),
      },
    ],
  });
  return bytes.length;
}

async function writeWithExceljs(rows: number): Promise<number> {
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('表');
  const edge = { style: 'thin' } as const;
  for (let row = 0; row < rows; row += 1) {
    const written = sheet.addRow(Array.from({ length: COLUMNS }, (_, column) => textAt(row, column)));
    written.eachCell((cell) => {
      cell.style = { numFmt: '@', border: { top: edge, left: edge, bottom: edge, right: edge } };
    });
  }
  return (await book.xlsx.writeBuffer()).byteLength;
}

async function runOne(writer: Writer, rows: number): Promise<void> {
  const start = performance.now();
  const size = await (writer === 'writeBook' ? writeWithHouse(rows) : writeWithExceljs(rows));
  const memory = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(JSON.stringify({ milliseconds: Math.round(performance.now() - start), memory, size }));
}

function measure(writer: Writer, rows: number): { milliseconds: number; memory: number; size: number } {
  const programArguments = [...process.execArgv, fileURLToPath(import.meta.url), String(rows), writer];
  const run = spawnSync(process.execPath, programArguments, { encoding: 'utf8', maxBuffer: 1024 * 1024 });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as { milliseconds: number; memory: number; size: number };
}

function compare(rows: number): void {
  const own = measure('writeBook', rows);
  const report = (name: string, milliseconds: number, more: string): void =>
    console.log(
      `${name.padEnd(12)} ${String(milliseconds).padStart(7)} ms  ×${(milliseconds / own.milliseconds).toFixed(1)}  ${more}`,
    );
  console.log(`${rows} rows × ${COLUMNS} columns`);
  report('writeBook', own.milliseconds, `${own.memory} MB, file ${own.size}`);
  const plain = measure('exceljs', rows);
  report('exceljs', plain.milliseconds, `${plain.memory} MB, file ${plain.size}`);
  const python = spawnSync('python3', ['-c', XLSXWRITER, String(rows)], { encoding: 'utf8' });
  if (python.status === 0) report('XlsxWriter', Number(python.stdout), '');
  else console.log('XlsxWriter   not installed (apt install python3-xlsxwriter)');
}

const [rows = '100000', writer] = process.argv.slice(2);
if (writer === 'writeBook' || writer === 'exceljs') await runOne(writer, Number(rows));
else compare(Number(rows));

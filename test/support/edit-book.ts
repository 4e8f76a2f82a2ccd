import ExcelJS from 'exceljs';

/** Opens a workbook as a clerk does, changes its first sheet, and saves it. */
export async function editBook(path: string, edit: (sheet: ExcelJS.Worksheet) => void): Promise<void> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  const [sheet] = book.worksheets;
  if (!sheet) throw new Error(`${path} has no sheet`);
  edit(sheet);
  await book.xlsx.writeFile(path);
}

/** The header row that holds these titles, and their columns. */
export function columnsOf(sheet: ExcelJS.Worksheet, ...titles: string[]): { row: number; columns: number[] } {
  for (let row = 1; row <= sheet.rowCount; row += 1) {
    const texts: string[] = [];
    for (let column = 1; column <= sheet.columnCount; column += 1) texts.push(sheet.getCell(row, column).text);
    const columns = titles.map((title) => texts.indexOf(title) + 1);
    if (!columns.includes(0)) return { row, columns };
  }
  throw new Error(`no row with ${titles.join(', ')}`);
}

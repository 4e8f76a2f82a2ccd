import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type AddressBookLine, readAddressBook, readUnits } from '../registry/address-book.ts';
import type { ReportingUnit } from '../registry/unit.ts';
import { decodeWorkbook } from '../sheet/formats/decode-workbook.ts';
import { UserError } from '../text/user-error.ts';

/** The units of a campaign folder, from units.xlsx or units.csv. Throws UserError when there are none. */
export async function loadUnits(folder: string): Promise<ReportingUnit[]> {
  const path = ['units.xlsx', 'units.csv'].map((name) => join(folder, name)).find((candidate) => existsSync(candidate));
  if (path === undefined) {
    throw new UserError('工作文件夹里没有报送单位通讯录 units.xlsx', '请把通讯录放回文件夹，或重新运行 mingce init。');
  }
  const units = readUnits(await readAddressBookFile(path));
  if (units.length === 0)
    throw new UserError(`${basename(path)} 里没有报送单位`, '请在表头“单位、邮箱”下面填写报送单位。');
  const twice = units.find((unit, index) => units.findIndex((other) => other.code === unit.code) !== index);
  if (twice)
    throw new UserError(
      `${basename(path)} 里代码 ${twice.code} 出现两次`,
      '每个报送单位的代码不能相同，请改正其中一个。',
    );
  return units;
}

/** Lines of an address book file (xlsx, xls, csv …). Throws UserError naming what is wrong with it. */
export async function readAddressBookFile(path: string): Promise<AddressBookLine[]> {
  if (!existsSync(path)) throw new UserError(`找不到文件 ${path}`, '请检查文件名和路径。');
  const decoded = await decodeWorkbook(readFileSync(path), { name: basename(path) });
  if (!decoded.ok)
    throw new UserError(`${basename(path)} 读不了：${decoded.refusal.text}`, '请另存为 xlsx 或 csv 后再试。');
  for (const grid of decoded.workbook.grids) {
    const lines = readAddressBook(grid);
    if (lines) return lines;
  }
  throw new UserError(`${basename(path)} 里没有找到通讯录`, '表头须有“单位”（或“简称”“代码”）和“邮箱”。');
}

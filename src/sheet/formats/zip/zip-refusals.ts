import type { Refusal } from '../../grid.ts';

const SAVE_AGAIN = '请用 WPS 或 Excel 打开原文件，另存为“Excel 工作簿（.xlsx）”后重新发送';

/** The archive or one of its parts cannot be read as it stands. */
export function corruptFile(seen: string): Refusal {
  return { code: 'file/corrupt', text: `文件已损坏：${seen}`, ask: SAVE_AGAIN };
}

/** The archive declares or holds far more than a registry workbook ever needs. */
export function bombFile(seen: string): Refusal {
  return { code: 'file/bomb', text: `文件解压后异常庞大，未予打开：${seen}`, ask: SAVE_AGAIN };
}

/** The archive is built in a way that no office program writes. */
export function unsafeFile(seen: string): Refusal {
  return { code: 'file/unsafe-archive', text: `文件内部结构异常，未予打开：${seen}`, ask: SAVE_AGAIN };
}

/** More rows, columns, cells or text than the bounds allow. */
export function tooLargeFile(seen: string): Refusal {
  return {
    code: 'file/too-large',
    text: `表格内容超出可读取的范围：${seen}`,
    ask: '请删除与填报无关的行、列和工作表，只保留填报内容后重新发送',
  };
}

/** XML with declarations that could make a reader expand or fetch something. */
export function unsafeXml(seen: string): Refusal {
  return { code: 'file/unsafe-xml', text: `文件内部含有不允许的声明，未予打开：${seen}`, ask: SAVE_AGAIN };
}

/** A workbook without a single filled cell. */
export function emptyWorkbook(): Refusal {
  return {
    code: 'file/empty-workbook',
    text: '工作簿能打开，但所有工作表都没有内容',
    ask: '请确认填报内容已保存在文件中，再重新发送',
  };
}

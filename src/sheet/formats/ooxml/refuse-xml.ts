import type { Refusal } from '../../grid.ts';
import { corruptFile, tooLargeFile, unsafeXml } from '../zip/zip-refusals.ts';
import { READ_BOUNDS } from './read-bounds.ts';
import type { XmlFault } from './xml-scan.ts';

/** The refusal for a fault met in one part of the package; `where` names a part or a sheet. */
export function refuseXml(fault: XmlFault, where: string): Refusal {
  switch (fault) {
    case 'declaration':
      return unsafeXml(`${where} 带有文档类型声明`);
    case 'nesting':
      return unsafeXml(`${where} 嵌套层数过多`);
    case 'broken':
    case 'root':
      return corruptFile(`${where} 的内容不完整或不是应有的内容`);
    case 'reference':
      return corruptFile(`${where} 中有超出范围的单元格地址`);
    case 'string-index':
      return corruptFile(`${where} 中有单元格的文字在文件里找不到`);
    case 'duplicate-cell':
      return corruptFile(`${where} 中同一单元格出现了两次`);
    case 'long-text':
      return tooLargeFile(`${where} 中有单元格的文字过长`);
    case 'many-rows':
      return tooLargeFile(`有内容的行超过 ${READ_BOUNDS.maxRows} 行`);
    case 'many-cells':
      return tooLargeFile(`有内容的单元格超过 ${READ_BOUNDS.maxCells} 个`);
    case 'wide':
      return tooLargeFile(`${where} 的内容延伸到第 ${READ_BOUNDS.maxColumns} 列以后`);
    case 'many-merges':
      return tooLargeFile(`${where} 的合并单元格过多`);
    case 'many-styles':
      return tooLargeFile('单元格样式过多');
  }
}

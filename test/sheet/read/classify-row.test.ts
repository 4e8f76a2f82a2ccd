import { describe, expect, it } from 'vitest';
import { classifyRow, type TableShape } from '../../../src/sheet/read/classify-row.ts';
import type { FoundColumn } from '../../../src/sheet/table.ts';
import { sheet } from '../../support/table.ts';
import { LIAISON, ROSTER, readerOf } from './read.ts';

/** A table of the roster whose header stands in columns B to H: 序号, 市(州), 名称, 信用代码, 级别, 姓名, 手机. */
const KEYS = ['sequence', 'prefecture', 'name', 'uscc', 'level', 'dataManagerName', 'dataManagerPhone'];
const HEADERS = ['序号', '市(州)', '医疗机构名称', '统一社会信用代码', '医疗机构级别', '姓名', '手机号码'];
const SHAPE: TableShape = {
  form: readerOf(ROSTER),
  columns: KEYS.map((key, at): FoundColumn => ({ key, column: at + 2, header: HEADERS[at] ?? '', by: 'header' })),
  layers: new Map(HEADERS.map((header, at) => [at + 2, [header]])),
  left: 2,
  right: 8,
};

function reason(line: string, isFirst = false, shape: TableShape = SHAPE): string {
  const row = sheet(line).rows[0] ?? { number: 1, hidden: false, cells: [] };
  return classifyRow(row, shape, isFirst) ?? 'data';
}

const USCC = '12510100450712347E';

describe('a line below a header', () => {
  it.each([
    // Nothing that anybody could see, or only what the template wrote in advance.
    ['blank', ''],
    ['blank', '| | \u200b |'],
    ['blank', '| 附注外 |'],
    ['blank', '| | | | | | | | | 表外 |'],
    ['blank', '| | 3 |'],
    ['blank', '| | (3) |'],
    ['blank', '| | 3、 |'],
    ['blank', '| | 3 | 成都市 |'],
    ['blank', '| | | 成都 |'],
    ['blank', '| 表外 | 3 | 成都市 | | | | | | 表外 |'],
    ['note', '| | 123456789 |'],
    ['note', '| | 3号 |'],
    ['note', '| | 共3 |'],
    ['note', '| | | 青杠市 |'],
    ['blank', '| | 3 | | \u3000 |'],
    ['blank', '| | \u30003\u3000 |'],
    ['note', '| | 序号 |'],
    // Sums.
    ['total', '| | \u3000合计 |'],
    ['data', '| 合计 | 1 | | 青杠医院 |'],
    ['data', '| | 1 | | 青杠医院 | | | | | 合计 |'],
    ['total', '| | 合计 | | 2家 |'],
    ['total', '| | 合计：2 |'],
    ['total', '| | 总计(2) |'],
    ['total', '| | 小计共2家 |'],
    ['total', '| | 本页小计 | | 2 |'],
    ['total', '| | 全市合计 | | | 2 |'],
    ['total', '| | 共计 2 |'.replace(' 2', '2')],
    ['total', '| | 总数 |'],
    ['total', '| | 汇总 |'],
    ['total', '| | 累计 |'],
    ['total', '| | | | 共 12 家 |'],
    ['total', '| | | | 全市共12所医院 |'],
    ['total', '| | | | 本县共3个 |'],
    ['total', '| | 合计 | 1 | 2 | 3 | 4 | 5 |'],
    ['data', '| | 合计 | 1 | 2 | 3 | 4 | 5 | 6 |'],
    ['data', `| | 合计 | | | ${USCC} |`],
    ['data', '| | 1 | | 总工会医院 |'],
    ['data', '| | 1 | | 合计医院 |'],
    ['data', '| | 1 | | 青杠合计 |'],
    ['data', '| | 1 | | 青杠共3家 |'],
    // Who signs.
    ['signature', '| | 填表人：孙三 | | | 审核：李四 |'],
    ['signature', '| | | | 制表：孙三 |'],
    ['signature', '| | | | 审核人（签字）： |'],
    ['signature', '| | | | 单位（盖章） : |'.replace('单位（盖章）', '单位公章')],
    ['signature', '| | | | | | | （盖章） |'],
    ['signature', '| | | | | | | 公章 |'],
    ['signature', '| | | | 填报日期：2025年2月20日 |'],
    ['signature', '| | | | 联系电话 ： 028-12345678 |'],
    ['signature', '| | | | 分管领导: |'],
    ['signature', '| | | | 白果医院 | | | 负责人：孙三 |'],
    ['data', `| | 3 | 成都市 | 白果医院 | ${USCC} | | 负责人：孙三 |`],
    ['data', '| | 3 | 成都市 | 白果医院 | | | 负责人：孙三 | 13912345603 |'],
    ['signature', '| | | | | | | | 联系电话：13912345603 |'],
    ['signature', '| | | | | 联系电话：02812345678 |'],
    ['data', '| | | | 青杠公章医院 |'],
    // Notes.
    ['note', '| | 注：按执业许可证填写 |'],
    ['note', '| | 注1. 按执业许可证填写 |'],
    ['note', '| | 备注：无 |'],
    ['note', '| | 说明 |'],
    ['note', '| | 注意事项 |'],
    ['note', '| | 填报说明、如下 |'],
    ['note', '| | 填写要求 |'],
    ['note', '| | ※ 未定等的填未定等 |'],
    ['note', '| | ★ | 重要 |'],
    ['note', '| | 1. 每家一行 |'],
    ['note', '| | （1）每家一行 |'],
    ['note', '| | 1、每家一行 |'],
    ['note', '| | | | 温馨提示： |'],
    ['note', `| | | | ${'医'.repeat(46)} |`],
    ['data', `| | | | ${'医'.repeat(45)} |`],
    ['data', `| | 1 | | ${'医'.repeat(46)} |`],
    ['data', '| | 说明 | | 甲医院 | 乙 | 丙 |'],
    ['note', '| | 说明 | | 甲医院 | 乙 |'],
    ['data', `| | 说明 | | | ${USCC} |`],
    ['data', '| | | | 注意力医院 |'],
    ['data', '| | | | 青杠说明 |'],
    ['data', '| | | | 1.5 |'],
    // Titles of the next table.
    ['title', '| | 附件3 |'],
    ['title', '| | 附件3 市级联络员名单 |'],
    ['title', '| | 附表1 |'],
    ['title', '| | 青杠市医院信息汇总表 |'],
    ['title', '| | 青杠市联系人名单 |'],
    ['title', '| | 医院一览表 |'],
    ['title', '| | 设备登记表 |'],
    ['data', '| | | | 汇总表医院 |'],
    ['data', '| | 附件3 | | 青杠医院 |'],
    ['data', '| | 1 | | 青杠市附件3 |'],
    ['data', '| | | | 青杠附件3院 |'],
    ['data', '| | 1 | | 名单 |'],
    // Examples.
    ['example', '| | 示例 | 成都市 | 某某医院 |'],
    ['example', '| | 例 |'],
    ['example', '| | 示例1 | | 某某医院 |'],
    ['example', '| | 填写示例： | | 某某医院 |'],
    ['example', '| | 样表 |'],
    ['example', '| | 示例行 |'],
    ['data', '| | | | 示例市第一人民医院 |'],
    ['data', '| | | | 青杠示例 |'],
    ['data', '| | | | 范例医院 | 甲 |'],
    ['example', `| | 1 | 成都市 | 示例市第一人民医院 | ${USCC} | 三级 | 张三 | 13800138000 |`],
    ['example', `| | 9 | | 示例市第一人民医院 | ${USCC} |`],
    ['example', `| | | | \u3000示例市第一人民医院 | １２５１０１００４５０７１２３４７Ｅ |`],
    ['data', `| | 1 | 成都市 | 示例市第二人民医院 | ${USCC} | 三级 | 张三 | 13800138000 |`],
    ['data', '| | | | | | 三级 | 张三 |'],
    // The header once more.
    ['repeated-header', `| | ${HEADERS.join(' | ')} |`],
    ['repeated-header', '| | 序号 | 市（州） |'],
    ['repeated-header', '| | 序号 | 市(州) | 甲 |'],
    ['data', '| | 序号 | 市(州) | 甲 | 乙 |'],
    ['data', '| | 1 | | 医疗机构名称 | 甲 |'],
    // Hospitals.
    ['data', '| | 1 | 成都市 | 青杠医院 |'],
    ['data', '| | | | 青杠医院 |'],
    ['data', '| | | | | | | | 13912345603 |'],
  ])('%s: %s', (wanted, line) => {
    expect(reason(line)).toBe(wanted);
  });
});

describe('a line right under the header', () => {
  it.each([
    ['numbering', 'data', '| | 1 | 2 | 3 | 4 |'],
    ['numbering', 'data', '| | （1） | (2) | ３ | 4 |'],
    ['numbering', 'data', '| | 3 | 4 | 5 |'],
    ['data', 'data', '| | 1 | 2 | 4 |'],
    ['data', 'data', '| | 1 | x2 | 3 |'],
    ['data', 'data', '| | 100 | 101 | 102 |'],
    ['note', 'note', '| | 1 | 2 |'],
    ['note', 'data', '| | （必填） | （必填） | （全称） |'],
    ['note', 'data', '| | 必填 | 选填 | 请填写全称 | 下拉选择 |'],
    ['note', 'data', '| | 必填项 | 可选 | 输入18位 | 【18位】 |'],
    ['data', 'data', '| | | | （甲）医院 | （乙）医院 |'],
    ['data', 'data', '| | | | 医院（甲） | 医院（乙） |'],
    ['data', 'data', '| | | | （全称） |'],
    ['data', 'data', '| | （必填） | | 青杠医院 |'],
  ])('is %s, and further down %s: %s', (first, later, line) => {
    expect([reason(line, true), reason(line)]).toEqual([first, later]);
  });
});

describe('digits that only a record has', () => {
  const shape: TableShape = {
    ...SHAPE,
    form: readerOf(LIAISON),
    columns: [
      { key: 'name', column: 2, header: '姓名', by: 'header' },
      { key: 'phone', column: 3, header: '手机号码', by: 'header' },
      { key: 'email', column: 4, header: '邮箱', by: 'header' },
    ],
    layers: new Map(),
  };

  it.each([
    ['data', '| | 负责人：孙三 | 139 1234 5603 |'],
    ['data', '| | 负责人：孙三 | 1391234 |'],
    ['signature', '| | 负责人：孙三 | 139123 |'],
    ['signature', '| | 负责人：1391234567 | 无 |'],
    ['data', '| | 负责人：孙三 | | sun@163.com |'],
    ['data', '| | 负责人：孙三 | | sun＠163.com |'],
    ['signature', '| | 负责人：孙三 | | @163 |'],
    ['data', '| | 负责人：孙三 | 1.39E+10 |'],
    ['signature', `| | 负责人：孙三 | 13912345603${'、'.repeat(50)} |`],
    ['data', `| | 负责人：孙三 | 13912345603${'、'.repeat(49)} |`],
  ])('%s: %s', (wanted, line) => {
    expect(reason(line, false, shape)).toBe(wanted);
  });
});

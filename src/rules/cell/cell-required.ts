import { stripInvisible } from '../../text/strip-invisible.ts';
import { embeddedOrganizationCode, passesBothChecks } from '../codes/credit-code.ts';
import { faultAt } from '../fault-at.ts';
import { siblingValue } from '../read-parameter.ts';
import type { CellRule } from '../rule.ts';

/** A blank where an answer is due; with `creditCode` the organisation code is proposed from the row's own credit code. */
export const cellRequired: CellRule = {
  scope: 'cell',
  code: 'cell/required',
  severity: 'error',
  title: '必填项未填',
  message: '“{column}”未填写',
  remedy: '请补填“{column}”。',
  example: { wrong: '（空白）', right: '按表头要求填写' },
  source: '通知附件2、附件3：各列均须填报',
  judgesBlank: true,
  check: (input) => {
    // What the reader had to blank (a number that lost its digits) has been told with its own finding.
    if (input.field.value !== '' || stripInvisible(input.field.raw).trim() !== '') return [];
    const creditCode = siblingValue(input.fields, input.parameters, 'creditCode');
    if (!passesBothChecks(creditCode)) return faultAt(input);
    return faultAt(input, {
      fix: embeddedOrganizationCode(creditCode),
      proof: '取自本行统一社会信用代码第9至17位，校验位相符',
    });
  },
};

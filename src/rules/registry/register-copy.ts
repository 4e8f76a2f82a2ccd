import type { ReadingRule } from '../rule.ts';

/** A row of a mail that is not used because the same institution's row of another report stands. */
export const registerCopy: ReadingRule = {
  scope: 'reading',
  code: 'register/copy',
  severity: 'notice',
  title: '同一医院另有报送',
  message: '“{seen}”以{other}报送的那一行为准，本行不重复列入',
  remedy: '不必处理；如应以本行为准，请告知省级工作人员。',
  example: { wrong: '医院与市（州）各报一次', right: '由一方报送' },
  source: '通知附件2：每家医院一行',
};

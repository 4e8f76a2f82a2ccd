import { failed, ok, type Step, warning } from '../mail/doctor/step.ts';
import type { ReportingUnit } from '../registry/unit.ts';

const ADDRESS = /^[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}$/;

/** Addresses that are missing, malformed, the collecting mailbox itself, or the same for two units. */
export function checkAddressBook(units: readonly ReportingUnit[], own: string): Step[] {
  const missing = units.filter((unit) => unit.emails.length === 0).map((unit) => unit.short);
  const all = units.flatMap((unit) => [...unit.emails, ...unit.cc].map((address) => ({ unit, address })));
  const malformed = all.filter(({ address }) => !ADDRESS.test(address));
  const same = all.filter(({ address }) => own !== '' && address.toLowerCase() === own.toLowerCase());
  const owners = new Map<string, Set<string>>();
  for (const { unit, address } of units.flatMap((unit) => unit.emails.map((address) => ({ unit, address })))) {
    const key = address.toLowerCase();
    owners.set(key, (owners.get(key) ?? new Set()).add(unit.short));
  }
  const shared = [...owners].filter(([, names]) => names.size > 1);
  const total = new Set(all.map(({ address }) => address.toLowerCase())).size;
  const steps = [
    missing.length === 0
      ? ok('book-missing', '通讯录：每个单位都有邮箱', `${units.length} 个单位，${total} 个邮箱`)
      : warning(
          'book-missing',
          '通讯录：每个单位都有邮箱',
          `${missing.length} 个单位没有邮箱：${missing.join('、')}`,
          '请在 units.xlsx 里填写，否则这些单位收不到表格。',
        ),
    malformed.length === 0
      ? ok('book-malformed', '通讯录：邮箱写法', '都像邮箱地址')
      : failed(
          'book-malformed',
          '通讯录：邮箱写法',
          malformed.map(({ unit, address }) => `${unit.short} ${address}`).join('；'),
          '请在 units.xlsx 里改正。',
        ),
    shared.length === 0
      ? ok('book-duplicate', '通讯录：邮箱不重复', '每个邮箱只属于一个单位')
      : warning(
          'book-duplicate',
          '通讯录：邮箱不重复',
          shared.map(([address, names]) => `${address}（${[...names].join('、')}）`).join('；'),
          '同一邮箱属于多个单位时，回信不能只凭发件人认定单位；请核对是否填错。',
        ),
  ];
  if (same.length > 0)
    steps.push(
      failed(
        'book-own',
        '通讯录：不含本邮箱',
        same.map(({ unit }) => unit.short).join('、'),
        '通讯录里填了收集用的邮箱本身，请改成该单位的邮箱。',
      ),
    );
  return steps;
}

/** Addresses from which mail came back, with how sure that is. */
export function checkBounced(
  units: readonly ReportingUnit[],
  unreachable: readonly { readonly unit: string; readonly address: string; readonly proven: boolean }[],
): Step {
  const title = '通讯录：邮件送得到';
  if (unreachable.length === 0) return ok('book-bounced', title, '没有收到退信');
  const nameOf = (code: string): string => units.find((unit) => unit.code === code)?.short ?? code;
  const list = unreachable.map(
    ({ unit, address, proven }) => `${nameOf(unit)} ${address}${proven ? '' : '（看不出退的是哪封邮件）'}`,
  );
  return warning(
    'book-bounced',
    title,
    `收到过退信：${list.join('；')}`,
    '请打电话核对邮箱，在 units.xlsx 里改正后重新发送；看不出退的是哪封邮件的，也可能是伪造的退信，请先核实。',
  );
}

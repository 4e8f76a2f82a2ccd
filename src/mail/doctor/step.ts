/** One thing that was looked at. */
export interface Step {
  /** Kebab-case, stable. */
  readonly id: string;
  /** Chinese: what was looked at. */
  readonly title: string;
  readonly state: 'ok' | 'warning' | 'failed' | 'skipped';
  /** Chinese: what was seen. */
  readonly detail: string;
  /** Chinese: what to do; '' when nothing is to be done. */
  readonly remedy: string;
}

export function ok(id: string, title: string, detail: string): Step {
  return { id, title, state: 'ok', detail, remedy: '' };
}

export function warning(id: string, title: string, detail: string, remedy: string): Step {
  return { id, title, state: 'warning', detail, remedy };
}

export function failed(id: string, title: string, detail: string, remedy: string): Step {
  return { id, title, state: 'failed', detail, remedy };
}

export function skipped(id: string, title: string): Step {
  return { id, title, state: 'skipped', detail: '前面一步没有通过，没有检查', remedy: '' };
}

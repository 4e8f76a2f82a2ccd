/** Dark letters on light grounds everywhere. */
export const INK = '#1f2933';

/** Grounds and edges of the states. They differ in lightness and in blue against yellow, which every eye tells apart; a word always stands beside. */
export const STATE_COLOURS = {
  clean: { ground: '#cfe4f5', edge: '#5a93c0' },
  faulty: { ground: '#fbbf77', edge: '#b8660b' },
  held: { ground: '#fff2a6', edge: '#a68a00' },
  missing: { ground: '#ffffff', edge: '#7b8591' },
} as const;
export const STATE_WORDS = { clean: '已报', faulty: '有错', held: '待处理', missing: '未报' } as const;
export const STATES = ['clean', 'faulty', 'held', 'missing'] as const;

/** The graver, the darker. */
export const SEVERITY_COLOURS = { block: '#c2573f', error: '#ee9f66', warning: '#fbdca6', notice: '#dbe5ee' } as const;
export const SEVERITY_WORDS = { block: '阻断', error: '错误', warning: '警告', notice: '提示' } as const;
export const SEVERITIES = ['block', 'error', 'warning', 'notice'] as const;

/** Lines of forms; also told apart by their dashes. */
export const LINE_COLOURS = ['#1f5f99', '#b8660b', '#3f3f46', '#7a5ea8'] as const;

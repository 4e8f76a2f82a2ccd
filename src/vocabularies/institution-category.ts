import { HOSPITAL_CATEGORIES } from './category-hospitals.ts';
import { OTHER_CATEGORIES } from './category-others.ts';
import type { Term, Vocabulary } from './vocabulary.ts';

interface Category {
  readonly code: string;
  readonly name: string;
  readonly medicine: string;
  readonly spellings: readonly string[];
}

const CODE_LENGTH = 4;

const NOTES: Readonly<Record<string, string>> = {
  A210: '“中医医院”在代码表中是大类，已按 A210 中医（综合）医院登记；如属中医专科医院，请改填 A220 至 A229',
  A223: '按“针灸医院”登记',
};

function readCategory(line: string): Category {
  const [code = '', name = '', medicine = '', spellings = ''] = line.split('|');
  return { code, name, medicine, spellings: spellings === '' ? [] : spellings.split('、') };
}

const CATEGORIES = [...HOSPITAL_CATEGORIES, ...OTHER_CATEGORIES].map(readCategory);
const ANSWER_NAMES = new Set(CATEGORIES.filter(({ code }) => code.length === CODE_LENGTH).map(({ name }) => name));

/** Answers that lie under a parent. */
function childrenOf(code: string): readonly string[] {
  return CATEGORIES.filter((other) => other.code.length === CODE_LENGTH && other.code.startsWith(code)).map(
    (child) => `${child.code} ${child.name}`,
  );
}

function hasNamesake({ code, name }: Category): boolean {
  return CATEGORIES.some((other) => other.name === name && other.code.length < code.length);
}

/** A parent often bears the name of its only child; the plain name then means the child. */
function parentTerm(category: Category): Term {
  const { code, name } = category;
  const shared = ANSWER_NAMES.has(name) || code === 'A2' || hasNamesake(category);
  const value = shared ? `${name}（${code}大类）` : name;
  return { value, code, usable: false, children: childrenOf(code) };
}

function answerTerm({ code, name, medicine, spellings }: Category): Term {
  const note = NOTES[code];
  return {
    value: name,
    code,
    ...(spellings.length > 0 ? { spellings } : {}),
    ...(note === undefined ? {} : { note }),
    ...(medicine === '' ? {} : { facts: { medicineKind: medicine } }),
  };
}

/** 卫生机构类别, answers first, then the parents, which are known but no answer. */
export const INSTITUTION_CATEGORY: Vocabulary = {
  id: 'institution-category',
  title: '医疗机构类别',
  source: 'WS 218-2002《卫生机构（组织）分类与代码》',
  terms: [
    ...CATEGORIES.filter(({ code }) => code.length === CODE_LENGTH).map(answerTerm),
    ...CATEGORIES.filter(({ code }) => code.length < CODE_LENGTH).map(parentTerm),
  ],
};

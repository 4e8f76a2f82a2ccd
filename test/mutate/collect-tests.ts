/** A test as a file under test declares it. */
export interface CollectedTest {
  readonly id: string;
  readonly file: string;
  readonly run: () => unknown;
}

type Body = (...values: readonly unknown[]) => unknown;
type Declare = (name: string, ...rest: readonly unknown[]) => void;
type Declarer = Declare & {
  each(rows: readonly unknown[]): Declare;
  skipIf(skip: boolean): Declare;
};

/** What stands in for vitest's `describe` and `it` while test files are loaded, and the tests they declare. */
export interface TestCollector {
  readonly tests: readonly CollectedTest[];
  readonly describe: Declarer;
  readonly it: Declarer;
  /** The file that declares from now on. */
  readonly enterFile: (file: string) => void;
}

/** A collector without tests. It knows what the tests of the rooms use of vitest: each and skipIf, no hooks. */
export function collectTests(): TestCollector {
  const tests: CollectedTest[] = [];
  const named = new Map<string, number>();
  let file = '';
  let path: readonly string[] = [];

  function declareSuite(name: string, body: Body, values: readonly unknown[]): void {
    const outside = path;
    path = [...path, name];
    body(...values);
    path = outside;
  }

  function declareTest(name: string, body: Body, values: readonly unknown[]): void {
    const title = [...path, name].join(' ');
    const id = `${file}#${title}`;
    const twins = named.get(id) ?? 0;
    named.set(id, twins + 1);
    tests.push({ id: twins === 0 ? id : `${id} (${twins})`, file, run: () => body(...values) });
  }

  return {
    tests,
    describe: declarer(declareSuite),
    it: declarer(declareTest),
    enterFile: (name) => {
      file = name;
    },
  };
}

function declarer(declare: (name: string, body: Body, values: readonly unknown[]) => void): Declarer {
  function one(name: string, ...rest: readonly unknown[]): void {
    declare(name, bodyOf(rest), []);
  }
  function each(rows: readonly unknown[]): Declare {
    return (name, ...rest) => {
      for (const [index, row] of rows.entries())
        declare(`${name} [${index}]`, bodyOf(rest), Array.isArray(row) ? (row as unknown[]) : [row]);
    };
  }
  return Object.assign(one, { each, skipIf: (skip: boolean): Declare => (skip ? () => undefined : one) });
}

function bodyOf(rest: readonly unknown[]): Body {
  const body = rest.find((part) => typeof part === 'function');
  if (body === undefined) throw new TypeError('a test without a body');
  return body as Body;
}

import { bodyAndOptions, each, forEachCase } from './each.ts';
import { type Hook, type HookName, type How, here, newSuite, type TestFunction } from './tree.ts';

type Declare = (name: string | { name: string }, first?: unknown, second?: unknown) => void;

function howOf(options: object, how: How): How {
  for (const mark of ['only', 'todo', 'skip'] as const) {
    if (Reflect.get(options, mark) === true) return mark;
  }
  return how;
}

const nameOf = (name: string | { name: string }): string => (typeof name === 'string' ? name : name.name);

function declareTest(how: How, fails = false): Declare {
  return (name, first, second) => {
    const { body, options } =
      first === undefined ? { body: () => undefined, options: {} } : bodyAndOptions(first, second);
    const mark = first === undefined && how === 'run' ? 'todo' : howOf(options, how);
    here().entries.push({ kind: 'test', name: nameOf(name), how: mark, fails, run: body as TestFunction });
  };
}

function declareSuite(how: How): Declare {
  return (name, first, second) => {
    const { body, options } =
      first === undefined ? { body: () => undefined, options: {} } : bodyAndOptions(first, second);
    here().entries.push(newSuite(nameOf(name), howOf(options, how), body));
  };
}

/** `it` or `describe` with its marks: `skip`, `only`, `todo`, `each`, `for`, `skipIf`, `runIf`. */
function withMarks(make: (how: How) => Declare) {
  const marked = (how: How) => {
    const declare = make(how);
    return Object.assign(declare, { each: each(declare), for: forEachCase(declare) });
  };
  const [run, skip, only, todo] = [marked('run'), marked('skip'), marked('only'), marked('todo')];
  return Object.assign(marked('run'), {
    skip,
    only,
    todo,
    concurrent: run,
    sequential: run,
    skipIf: (condition: unknown) => (condition ? skip : run),
    runIf: (condition: unknown) => (condition ? run : skip),
  });
}

export const it = Object.assign(
  withMarks((how) => declareTest(how)),
  { fails: declareTest('run', true) },
);
export const describe = withMarks(declareSuite);

const hook = (name: HookName) => (run: Hook) => {
  here().hooks[name].push(run);
};

export const beforeAll = hook('beforeAll');
export const afterAll = hook('afterAll');
export const beforeEach = hook('beforeEach');
export const afterEach = hook('afterEach');

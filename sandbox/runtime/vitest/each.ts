import { caseTitle } from './title.ts';

type Declare = (name: string, options: unknown, body: unknown) => void;
type Body = (...args: unknown[]) => unknown;

/** `it.each(cases)(title, body)`: a case that is a list is spread over the arguments. */
export function each(declare: Declare) {
  return (cases: unknown) => {
    if (!Array.isArray(cases) || 'raw' in cases) throw new Error('each needs a list of cases in the sandbox');
    return (title: string, first: unknown, second?: unknown) => {
      const { body, options } = bodyAndOptions(first, second);
      cases.forEach((item: unknown, index) => {
        const args = Array.isArray(item) ? item : [item];
        declare(caseTitle(title, args, index), options, () => body(...args));
      });
    };
  };
}

/** `it.for(cases)(title, body)`: the case is one argument, the context the second. */
export function forEachCase(declare: Declare) {
  return (cases: readonly unknown[]) => (title: string, first: unknown, second?: unknown) => {
    const { body, options } = bodyAndOptions(first, second);
    cases.forEach((item, index) => {
      const args = Array.isArray(item) ? item : [item];
      declare(caseTitle(title, args, index), options, (context: unknown) => body(item, context));
    });
  };
}

/** Options may come before the body, or after it as a timeout. */
export function bodyAndOptions(first: unknown, second: unknown): { body: Body; options: object } {
  const body = typeof first === 'function' ? first : second;
  if (typeof body !== 'function') throw new TypeError('a test needs a function');
  const options = typeof first === 'object' && first !== null ? first : {};
  return { body: body as Body, options };
}

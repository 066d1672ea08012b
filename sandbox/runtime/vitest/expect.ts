import {
  ASYMMETRIC_MATCHERS_OBJECT,
  ChaiStyleAssertions,
  GLOBAL_EXPECT,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  setState,
} from '@vitest/expect';
import * as chai from 'chai';
import { defineProperty, freeze } from '../primordials.ts';

/** What the running test asserted. Kept here, where the code under test cannot reach it. */
interface Count {
  assertions: number;
  expected: number | null;
  /** Assertions on promises that nobody awaited; the test waits for them. */
  promises: Promise<unknown>[];
}

let count: Count = { assertions: 0, expected: null, promises: [] };

/** Starts counting for a new test. */
export function startCount(): Count {
  count = { assertions: 0, expected: null, promises: [] };
  return count;
}

for (const plugin of [JestExtend, JestChaiExpect, ChaiStyleAssertions, JestAsymmetricMatchers])
  chai.use(plugin);

function assertThat(value: unknown, message?: string) {
  count.assertions++;
  const assertion = chai.expect(value, message);
  chai.util.flag(assertion, 'vitest-test', count);
  return assertion;
}

const unavailable = (what: string) => () => {
  throw new Error(`expect.${what} is not available in the sandbox`);
};

const additions = {
  assertions(wanted: number): void {
    count.expected = wanted;
  },
  hasAssertions: () => undefined,
  unreachable(message?: string): never {
    throw new chai.AssertionError(message ?? 'expected this line not to be reached');
  },
  extend: unavailable('extend'),
  poll: unavailable('poll'),
  soft: assertThat,
};

/** The engine of a test file's `expect`: vitest's own matchers, frozen so that a suite cannot weaken them. */
export const expect = Object.assign(assertThat, { ...chai.expect }, additions);
defineProperty(globalThis, GLOBAL_EXPECT, { value: expect, writable: false, configurable: false });
setState(
  { assertionCalls: 0, isExpectingAssertions: false, expectedAssertionsNumber: null },
  expect as never,
);
const asymmetric: unknown = Reflect.get(globalThis, ASYMMETRIC_MATCHERS_OBJECT);
if (typeof asymmetric === 'object' && asymmetric !== null) {
  for (const key of Reflect.ownKeys(asymmetric)) {
    defineProperty(expect, key, Object.getOwnPropertyDescriptor(asymmetric, key) ?? {});
  }
}
freeze(expect);
freeze(chai.Assertion.prototype);
freeze(chai.Assertion);

import { expect, test } from 'vitest';
import { Field } from '../../model/index.ts';
import { capFields } from './cap-fields.ts';

test('over the cap, the innermost read-only fields go first', () => {
  const field = (path: string, readOnly: boolean) => Field.parse({ path, type: 'string', readOnly });
  const outer = Array.from({ length: 700 }, (_, index) => field(`r${index}`, true));
  const inner = Array.from({ length: 90 }, (_, index) => field(`a.b.r${index}`, true));
  const written = Array.from({ length: 50 }, (_, index) => field(`a.b.c.w${index}`, false));
  const { fields, warnings } = capFields([...inner, ...outer, ...written], '/x');
  expect(fields).toStrictEqual([...inner.slice(0, 50), ...outer, ...written]);
  expect(warnings).toStrictEqual([
    {
      code: 'fields_cut',
      message: '40 of the innermost read-only fields were left out: at most 800 are kept',
      at: '/x',
    },
  ]);
  expect(capFields(written, '/x')).toStrictEqual({ fields: written, warnings: [] });
});

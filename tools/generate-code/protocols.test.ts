import { expect, test } from 'vitest';
import { handMapping } from './__fixtures__/hand-mapping.ts';
import { runProgram } from './__fixtures__/run.ts';
import { smallEntity } from './__fixtures__/small-entity.ts';
import { writeConnector } from './__fixtures__/write-connector.ts';
import { generate } from './index.ts';

const fields = ['name', 'mail'].map((path) => ({ path, type: 'string' as const }));

test.each(['graphql', 'soap', 'grpc', 'events'])(
  'no code is made for %s: it is refused by name',
  async (protocol) => {
    const source = smallEntity('alpha', fields, { api: { protocol } });
    const input = handMapping(source, smallEntity('beta', fields), [['name', 'name']], []);
    await expect(generate(input)).rejects.toMatchObject({ code: 'unsupported_protocol', exitCode: 3 });
  },
);

test("a value in an OData filter has its quotes doubled, in the template's quotes or its own", async () => {
  const search = {
    method: 'GET',
    path: '/things',
    query: { $filter: "{field} eq {value} or alias eq '{value}'" },
    quoting: 'odata',
    answers: 'records',
    responseAt: 'value',
  };
  const target = smallEntity('beta', fields, { operations: { search } });
  const input = handMapping(
    smallEntity('alpha', fields),
    target,
    [
      ['name', 'name'],
      ['mail', 'mail'],
    ],
    [{ source: 'mail', target: 'mail', confidence: 1 }],
  );
  const { connector } = await generate(input);
  const client = connector.files
    .map(({ content }) => content)
    .find((content) => content.includes('$filter:'));
  const filter = /\$filter: (`[^\n]+`)/.exec(client ?? '')?.[1] ?? '';
  const evaluate = new Function('value', `return ${filter};`) as (value: string) => string;
  expect(evaluate("O'Hara")).toBe("mail eq 'O''Hara' or alias eq 'O''Hara'");
  const folder = await writeConnector(connector);
  expect(await runProgram('tsc', ['--noEmit'], { cwd: folder })).toMatchObject({ code: 0, stdout: '' });
});

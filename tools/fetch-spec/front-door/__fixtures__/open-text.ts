import type { Source } from '../../source/source.ts';
import type { Opened } from '../opened.ts';
import { openSource } from '../open-source.ts';

/** A text as if it were read from `name`, with the documents beside it by reference. */
export function openText(
  text: string,
  { name = 'test', entity = null as string | null, beside = {} as Readonly<Record<string, string>> } = {},
): Opened {
  return openSource(sourceOf(text, name, entity, beside));
}

function sourceOf(
  text: string,
  name: string,
  entity: string | null,
  beside: Readonly<Record<string, string>>,
): Source {
  return {
    bytes: Buffer.from(text),
    origin: `/specs/${name}`,
    name,
    entity,
    related: async (reference) => {
      const found = beside[reference];
      return found === undefined ? undefined : sourceOf(found, reference, null, beside);
    },
  };
}

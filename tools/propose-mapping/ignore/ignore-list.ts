import { z } from 'zod';
import { issueText, RequestError } from '../../core/index.ts';
import type { Entity } from '../../model/index.ts';
import { isLike } from './path-pattern.ts';

const Patterns = z.array(z.string().min(1).max(500)).max(1000);
/** `hubspot#contact: [properties.hs_*]`; a system alone means all its record types, `*` every system. */
export const IgnoreList = z.record(z.string(), Patterns);
export type IgnoreList = z.infer<typeof IgnoreList>;

/** Answers whether a path of this record is to be left alone. */
export function ignorerOf({ system, name }: Pick<Entity, 'system' | 'name'>, lists: readonly IgnoreList[]) {
  const keys = ['*', system, `${system}#${name}`];
  const patterns = lists.flatMap((list) =>
    keys.flatMap((key) => (Object.hasOwn(list, key) ? (list[key] ?? []) : [])),
  );
  return (path: string): boolean => patterns.some((pattern) => isLike(path, pattern));
}

/** Checks what a file holds. Throws `bad_ignore_list` with file and place. */
export function parseIgnoreList(value: unknown, file: string): IgnoreList {
  const parsed = IgnoreList.safeParse(value ?? {});
  if (parsed.success) return parsed.data;
  throw new RequestError(
    'bad_ignore_list',
    `${file} is no list of paths to ignore: ${issueText(parsed.error).slice(0, 300)}`,
    'Write one key for each record type, such as hubspot#contact, with a list of paths; * stands for any letters',
  );
}

import type { ToolContext } from '../../core/index.ts';
import type { ApiDescription } from '../../model/index.ts';
import type { Opened } from '../front-door/opened.ts';

/** Reads one family of formats. Each has a folder; `loaders.ts` lists them in the order in which they are asked. */
export interface Loader {
  /** The family: `openapi`, `graphql`. */
  readonly name: string;
  /**
   * The format and its version (`swagger-2.0`) when the document is of this family, told by its content; undefined
   * otherwise. Only looks at a few keys or the head of the text; never throws.
   */
  recognise(opened: Opened): string | undefined;
  /**
   * The description in the document. Faults of the document become warnings; throws a `RequestError` only when nothing
   * usable is left, with the place and a hint.
   */
  load(opened: Opened, format: string, context: ToolContext): Promise<ApiDescription> | ApiDescription;
}

/** A piece of a page, in reading order. Texts are one line; code keeps its lines. */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | {
      readonly kind: 'table';
      readonly header: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: 'list'; readonly items: readonly ListItem[] };

/** One entry of a list: its own text, and the name when it starts with one in bold or code. */
export interface ListItem {
  readonly name: string | null;
  readonly text: string;
  readonly items: readonly ListItem[];
}

/** A block and the anchor of the section it stands in. */
export type Placed = Block & { readonly anchor: string };

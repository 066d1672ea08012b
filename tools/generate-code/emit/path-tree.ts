import { parsePath } from '../../model/index.ts';

/** Paths as a tree: what a nested record looks like. */
export interface PathNode<Leaf> {
  readonly repeated: boolean;
  readonly leaf: Leaf | undefined;
  readonly children: Map<string, PathNode<Leaf>>;
}

/** Builds the tree of some paths, children in the order of first appearance. */
export function pathTree<Leaf>(leaves: Iterable<readonly [path: string, leaf: Leaf]>): PathNode<Leaf> {
  const root: PathNode<Leaf> = { repeated: false, leaf: undefined, children: new Map() };
  for (const [path, leaf] of leaves) {
    const segments = parsePath(path);
    let node = root;
    segments.forEach(({ name, repeated }, index) => {
      const last = index === segments.length - 1;
      const known = node.children.get(name);
      const next: PathNode<Leaf> = {
        repeated: repeated || known?.repeated === true,
        leaf: last ? leaf : known?.leaf,
        children: known?.children ?? new Map(),
      };
      node.children.set(name, next);
      node = next;
    });
  }
  return root;
}

/** All leaves at and below a node. */
export function leavesOf<Leaf>(node: PathNode<Leaf>): Leaf[] {
  const own = node.leaf === undefined ? [] : [node.leaf];
  return [...own, ...[...node.children.values()].flatMap((child) => leavesOf(child))];
}

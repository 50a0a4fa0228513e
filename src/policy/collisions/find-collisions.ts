import { visitPathNodes } from './visit-path-nodes.js';

/** A requested path, or a parent folder of one. */
interface Wanted {
  readonly path: string;
  /** It contains a requested path. */
  isFolder: boolean;
  /** The next node with the same hash. */
  readonly bucket: Wanted | undefined;
}

/**
 * Maps each requested path that would collide with one of `all` on a case-insensitive disk to the sibling: it or a parent folder has a
 * sibling with the same folded name. The answers do not depend on each other. `all` is in git's order (any order is correct, that one
 * is fast); `fold` maps names that a disk takes for the same to one name, segment by segment, and changes only the case of ASCII.
 * Without knowing `seed` nobody can craft names with equal hashes, which would be slow.
 */
export function findCollisions(
  all: readonly string[],
  requested: readonly string[],
  fold: (name: string) => string,
  seed = Math.floor(Math.random() * 2 ** 32),
): ReadonlyMap<string, string> {
  const met = new Map<string, string>();
  const meet = (path: string, other: string): void => {
    // Hashes may collide by chance.
    if (!met.has(path) && fold(path) === fold(other)) met.set(path, other);
  };
  if (requested === all) {
    findWanted(requested, fold, seed, (one, other) => {
      meet(one, other);
      meet(other, one);
    });
  } else {
    const wanted = findWanted(requested, fold, seed, () => undefined);
    visitPathNodes(all, fold, seed, (path, length, hash) => {
      let matters = false;
      for (let each = wanted.get(hash); each !== undefined; each = each.bucket) {
        matters ||= each.isFolder;
        if (!isNode(each, path, length)) meet(each.path, path.slice(0, length));
      }
      return matters;
    });
  }
  return met.size === 0 ? met : siblings(requested, met);
}

/** The requested paths and their parent folders by the hash of their folded names; `meet` is called for pairs with the same hash. */
function findWanted(
  requested: readonly string[],
  fold: (name: string) => string,
  seed: number,
  meet: (one: string, other: string) => void,
): ReadonlyMap<number, Wanted> {
  const wanted = new Map<number, Wanted>();
  visitPathNodes(requested, fold, seed, (path, length, hash, isFolder) => {
    const bucket = wanted.get(hash);
    for (let each = bucket; each !== undefined; each = each.bucket) {
      if (!isNode(each, path, length)) continue;
      each.isFolder ||= isFolder;
      return true;
    }
    const node = path.slice(0, length);
    for (let each = bucket; each !== undefined; each = each.bucket) meet(each.path, node);
    wanted.set(hash, { path: node, isFolder, bucket });
    return true;
  });
  return wanted;
}

function isNode({ path: node }: Wanted, path: string, length: number): boolean {
  return node.length === length && path.startsWith(node);
}

/** The topmost collision wins: there the sibling is in the very same folder. */
function siblings(requested: readonly string[], met: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const path of requested) {
    for (let node = path.replace(/\/$/u, ''); node !== ''; node = node.slice(0, Math.max(0, node.lastIndexOf('/')))) {
      const other = met.get(node);
      if (other !== undefined) found.set(path, other);
    }
  }
  return found;
}

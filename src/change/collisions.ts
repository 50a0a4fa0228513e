import { eachNode } from './each-node.js';

/** A path requested for, or a folder that one lies in. */
interface Wanted {
  readonly path: string;
  /** Something that is requested for lies in it. */
  isFolder: boolean;
  /** Another with the same hash. */
  readonly bucket: Wanted | undefined;
}

/**
 * Which of the paths requested for would meet one of `all` on a disk that does not tell their names apart: a file or folder at or above
 * them has a sibling there with the same folded name. Gives the sibling by the path requested for. What else is requested for changes no
 * answer. `all` is in git's order (any order is right, that one is fast); `fold` maps names that are taken for the same to
 * one name, segment by segment, and of ASCII it changes nothing but the case. Nobody who does not know `seed` can make up names that
 * all have one hash, and so take long.
 */
export function findCollisions(
  all: readonly string[],
  requested: readonly string[],
  fold: (name: string) => string,
  seed = Math.floor(Math.random() * 2 ** 32),
): ReadonlyMap<string, string> {
  const met = new Map<string, string>();
  const meet = (path: string, other: string): void => {
    // Two names may have one hash by chance.
    if (!met.has(path) && fold(path) === fold(other)) met.set(path, other);
  };
  if (requested === all) {
    findWanted(requested, fold, seed, (one, other) => {
      meet(one, other);
      meet(other, one);
    });
  } else {
    const wanted = findWanted(requested, fold, seed, () => undefined);
    eachNode(all, fold, seed, (path, length, hash) => {
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

/** All that is requested for and the folders it lies in, by the hashes of their folded names; `meet` gets those with the same hash. */
function findWanted(
  requested: readonly string[],
  fold: (name: string) => string,
  seed: number,
  meet: (one: string, other: string) => void,
): ReadonlyMap<number, Wanted> {
  const wanted = new Map<number, Wanted>();
  eachNode(requested, fold, seed, (path, length, hash, isFolder) => {
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

/** The topmost is what lies beside it in the very same folder. */
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
